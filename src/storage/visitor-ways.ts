import type { Selectable } from 'kysely'
import type { Db, Tables } from './tables.ts'

/** Somebody on their way to sign in. `token`, `browser` and `code` are hashes. */
export type Way = {
  token: string
  browser: string
  provider: string
  server: string | null
  secrets: string | null
  code: string | null
  back: string
  draftId: string | null
  madeAt: number
}

export async function insertWay(db: Db, way: Way): Promise<void> {
  const { token, browser, provider, server, secrets, code, back, draftId, madeAt } = way
  await db
    .insertInto('visitor_ways')
    .values({
      token,
      browser,
      provider,
      server,
      secrets,
      code,
      tries: 0,
      back,
      draft_id: draftId,
      made_at: madeAt,
    })
    .execute()
}

export async function findWay(db: Db, token: string): Promise<Way | null> {
  const row = await db.selectFrom('visitor_ways').where('token', '=', token).selectAll().executeTakeFirst()
  return row ? wayOf(row) : null
}

/** Takes a way: to the first who comes by it, and to nobody after. */
export async function takeWay(db: Db, token: string): Promise<Way | null> {
  const row = await db.deleteFrom('visitor_ways').where('token', '=', token).returningAll().executeTakeFirst()
  return row ? wayOf(row) : null
}

/** The last way to a mailbox that began in this browser, having counted one more try to name its code. */
export async function tryCode(
  db: Db,
  { browser, since, most }: { browser: string; since: number; most: number },
): Promise<Way | null> {
  const row = await db
    .selectFrom('visitor_ways')
    .where('browser', '=', browser)
    .where('provider', '=', 'mail')
    .where('made_at', '>', since)
    .orderBy('made_at', 'desc')
    .orderBy('token')
    .select('token')
    .executeTakeFirst()
  if (!row) return null
  const tried = await db
    .updateTable('visitor_ways')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('token', '=', row.token)
    .where('tries', '<', most)
    .returningAll()
    .executeTakeFirst()
  return tried ? wayOf(tried) : null
}

/** All that was typed in a browser before somebody went to sign in. */
export async function deleteDraftsIn(db: Db, browser: string): Promise<void> {
  await db.deleteFrom('visitor_drafts').where('browser', '=', browser).execute()
}

/** What somebody had typed; only the browser it was typed in gets it back. */
export async function findDraft(
  db: Db,
  { id, browser, since }: { id: string; browser: string; since: number },
): Promise<Record<string, string> | null> {
  const row = await db
    .selectFrom('visitor_drafts')
    .where('id', '=', id)
    .where('browser', '=', browser)
    .where('made_at', '>', since)
    .select('fields')
    .executeTakeFirst()
  return row ? JSON.parse(row.fields) : null
}

/** What somebody typed last in this browser before they went, and where they go on with it. */
export async function findLastDraft(
  db: Db,
  { browser, since }: { browser: string; since: number },
): Promise<{ id: string; back: string } | null> {
  const row = await db
    .selectFrom('visitor_drafts')
    .where('browser', '=', browser)
    .where('made_at', '>', since)
    .where('back', 'is not', null)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .select(['id', 'back'])
    .executeTakeFirst()
  return row ? { id: row.id, back: row.back! } : null
}

export type Draft = { id: string; browser: string; back: string; fields: Record<string, string>; at: number }

export async function insertDraft(db: Db, { id, browser, back, fields, at }: Draft): Promise<void> {
  await db
    .insertInto('visitor_drafts')
    .values({ id, browser, back, fields: JSON.stringify(fields), made_at: at })
    .execute()
  // Their ids rise, and of a table of long rows only these are read.
  await db
    .deleteFrom('visitor_drafts')
    .where('id', '<=', query =>
      query.selectFrom('visitor_drafts').orderBy('id', 'desc').limit(1).offset(mostDrafts).select('id'),
    )
    .execute()
}

/** Anybody may leave one, long as it may be, and it waits for a day: of more than these the oldest go, so no disk is filled. */
const mostDrafts = 1000

/** Removes ways and drafts of before. */
export async function forgetWays(db: Db, before: { ways: number; drafts: number }): Promise<void> {
  await db.deleteFrom('visitor_ways').where('made_at', '<', before.ways).execute()
  await db.deleteFrom('visitor_drafts').where('made_at', '<', before.drafts).execute()
}

function wayOf(row: Selectable<Tables['visitor_ways']>): Way {
  const { token, browser, provider, server, secrets, code, back } = row
  return { token, browser, provider, server, secrets, code, back, draftId: row.draft_id, madeAt: row.made_at }
}
