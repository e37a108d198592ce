import { fromJson, toJson } from './json.ts'
import { risingId } from './rising-id.ts'
import type { Db } from './tables.ts'

/** Who did something that concerns accounts, roles or the whole site. */
export type Actor = { id: string | null; name: string }

export type AuditLine = {
  id: string
  at: number
  who: Actor
  act: string
  /** What it was done to, as a person would call it: a name, a mail address. */
  subject: string | null
  details: Record<string, unknown> | null
}

/** Whoever sits at the machine itself. */
export const host: Actor = { id: null, name: 'host' }

/** Records an act; called in the transaction that does it. */
export async function recordAudit(
  db: Db,
  line: { at: number; who: Actor; act: string; subject?: string | null; details?: Record<string, unknown> },
): Promise<void> {
  const { at, who, act, subject = null, details } = line
  await db
    .insertInto('audit')
    .values({
      id: risingId(),
      at,
      account_id: who.id,
      who: who.name,
      act,
      subject,
      details: details ? toJson(details) : null,
    })
    .execute()
}

/** The latest first. @param before the id of the last line seen */
export async function listAudit(
  db: Db,
  { before, limit }: { before?: string; limit: number },
): Promise<AuditLine[]> {
  const last =
    before === undefined
      ? undefined
      : await db.selectFrom('audit').where('id', '=', before).select('at').executeTakeFirst()
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .$if(last !== undefined, query =>
      query.where(({ and, eb, or }) =>
        or([eb('at', '<', last!.at), and([eb('at', '=', last!.at), eb('id', '<', before!)])]),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, at, account_id, who, act, subject, details }) => ({
    id,
    at,
    who: { id: account_id, name: who },
    act,
    subject,
    details: fromJson(details),
  }))
}

/** What was decided on these comments stays, by whom and when; who said them, and what they said, does not. */
export async function forgetInAudit(db: Db, commentIds: readonly string[]): Promise<void> {
  if (commentIds.length === 0) return
  const gone = new Set<unknown>(commentIds)
  const lines = await db
    .selectFrom('audit')
    .where('act', 'like', 'comment-%')
    .select(['id', 'details'])
    .execute()
  for (const { id, details } of lines) {
    const { comment, before } = fromJson<Record<string, unknown>>(details) ?? {}
    if (!gone.has(comment)) continue
    const left = toJson({ comment, before })
    await db.updateTable('audit').set({ subject: '', details: left }).where('id', '=', id).execute()
  }
}

/** How often something was done since a moment: what strangers can cause is recorded so many times and no more. */
export async function countAudit(db: Db, act: string, since: number): Promise<number> {
  const { count } = await db
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('act', '=', act)
    .where('at', '>=', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Of acts that begin so, lines before a moment. */
export async function removeAuditOf(db: Db, begin: string, before: number): Promise<void> {
  await db.deleteFrom('audit').where('act', 'like', `${begin}%`).where('at', '<', before).execute()
}

/** Forgets old lines of one act, such as strangers can cause. */
export async function removeAudit(db: Db, act: string, before: number): Promise<void> {
  await db.deleteFrom('audit').where('act', '=', act).where('at', '<', before).execute()
}
