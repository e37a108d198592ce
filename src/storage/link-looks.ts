import { type Selectable, sql } from 'kysely'
import { type LinkLife, newLife } from '../domain/links/link-life.ts'
import { type LookedLink, mayLook } from '../domain/links/may-look.ts'
import type { PagePrint } from '../domain/links/seen.ts'
import { among } from './dialects/among.ts'
import { insertRows } from './insert-rows.ts'
import { fromJson, toJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

/** An address that something links to, as far as the looks at it have come. Moments are epoch milliseconds. */
export type LinkLook = {
  url: string
  host: string
  metAt: number
  /** Null: it is not to be looked at. */
  dueAt: number | null
  lookedAt: number | null
  answeredAt: number | null
  life: LinkLife
  amissSince: number | null
  headLies: boolean
  readAt: number | null
  foundAt: string | null
  etag: string | null
  lastModified: string | null
  print: PagePrint | null
  copyUrl: string | null
  copyAskedAt: number | null
}

/**
 * Takes note of addresses that stand somewhere and were never met, so many at most.
 *
 * @param dueAt when one is looked at for the first time
 * @returns how many there were
 */
export async function meetLinks(db: Db, at: number, dueAt: () => number, most: number): Promise<number> {
  const unmet = sql<boolean>`not exists (select 1 from link_looks where link_looks.url = ${sql.ref('own.url')})`
  const ofEntries = await db
    .selectFrom('entry_links as own')
    .where(unmet)
    .select(['own.url', 'own.role', 'own.title', 'own.visibility'])
    .limit(most)
    .execute()
  const inTexts = await db
    .selectFrom('text_links as own')
    .where(unmet)
    .select('own.url')
    .limit(most)
    .execute()
  const met = new Map<string, boolean>()
  for (const link of [...ofEntries, ...inTexts] as LookedLink[])
    met.set(link.url, (met.get(link.url) ?? true) && mayLook(link))
  const rows = [...met].map(([url, may]) => ({
    url,
    host: URL.parse(url)?.host ?? '',
    met_at: at,
    due_at: may ? dueAt() : null,
  }))
  await insertRows(db, 'link_looks', rows)
  return rows.length
}

/** Those that are due, the longest first; of one host so many at most, since it is asked slowly. */
export async function readDueLinks(
  db: Db,
  now: number,
  { most, perHost }: { most: number; perHost: number },
): Promise<LinkLook[]> {
  const rows = await db
    .selectFrom('link_looks')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(most * 5)
    .selectAll()
    .execute()
  const hosts = new Map<string, number>()
  return rows
    .filter(({ host }) => {
      const count = (hosts.get(host) ?? 0) + 1
      hosts.set(host, count)
      return count <= perHost
    })
    .slice(0, most)
    .map(lookOf)
}

export async function findLinkLooks(db: Db, urls: string[]): Promise<LinkLook[]> {
  const rows = await db
    .selectFrom('link_looks')
    .where(among(db, 'url', urls))
    .selectAll()
    .execute()
  return rows.map(lookOf)
}

type Kept = Partial<Omit<LinkLook, 'url' | 'host' | 'metAt'>> & {
  /** What is settled is to be told to those that link to it. */
  toSettle?: boolean
}

export async function changeLinkLook(db: Db, url: string, told: Kept): Promise<void> {
  await db
    .updateTable('link_looks')
    .set({
      due_at: told.dueAt,
      looked_at: told.lookedAt,
      answered_at: told.answeredAt,
      ...(told.life && { life: toJson(told.life), state: told.life.state }),
      amiss_since: told.amissSince,
      ...(told.toSettle !== undefined && { to_settle: told.toSettle ? 1 : 0 }),
      ...(told.headLies !== undefined && { head_lies: told.headLies ? 1 : 0 }),
      read_at: told.readAt,
      found_at: told.foundAt,
      etag: told.etag,
      last_modified: told.lastModified,
      ...(told.print !== undefined && { print: toJson(told.print) }),
      copy_url: told.copyUrl,
      copy_asked_at: told.copyAskedAt,
    })
    .where('url', '=', url)
    .execute()
}

/** Whether any server but these has said something since a moment, and whether there are others at all. */
export async function readOtherAnswers(
  db: Db,
  hosts: string[],
  since: number,
): Promise<{ answered: boolean; others: boolean }> {
  const other = sql<boolean>`not ${among(db, 'host', hosts)}`
  const asked = db
    .selectFrom('link_looks')
    .where(other)
    .where('due_at', 'is not', null)
    .select('url')
    .limit(1)
  const answered = await asked.where('answered_at', '>=', since).executeTakeFirst()
  return { answered: answered !== undefined, others: (await asked.executeTakeFirst()) !== undefined }
}

export async function readLinksToSettle(db: Db, most: number): Promise<LinkLook[]> {
  const rows = await db.selectFrom('link_looks').where('to_settle', '=', 1).limit(most).selectAll().execute()
  return rows.map(lookOf)
}

/** Those with something wrong of which a copy is to be looked for. */
export async function readLinksWithoutCopy(db: Db, askedBefore: number, most: number): Promise<LinkLook[]> {
  const rows = await db
    .selectFrom('link_looks')
    .where('state', 'in', ['gone', 'changed-hands'])
    .where('copy_url', 'is', null)
    .where(({ or, eb }) => or([eb('copy_asked_at', 'is', null), eb('copy_asked_at', '<', askedBefore)]))
    .limit(most)
    .selectAll()
    .execute()
  return rows.map(lookOf)
}

/** When the next is due; null where nothing is. */
export async function readNextDue(db: Db): Promise<number | null> {
  const { next } = await db
    .selectFrom('link_looks')
    .select(({ fn }) => fn.min<number | null>('due_at').as('next'))
    .executeTakeFirstOrThrow()
  return next === null ? null : Number(next)
}

/** Drops what is known of addresses that nothing links to any more. */
export async function forgetLinks(db: Db, metBefore: number): Promise<void> {
  const placed = (table: 'entry_links' | 'text_links') =>
    sql<boolean>`exists (select 1 from ${sql.table(table)} as own where own.url = link_looks.url)`
  await db
    .deleteFrom('link_looks')
    .where('met_at', '<', metBefore)
    .where(sql<boolean>`not (${placed('entry_links')} or ${placed('text_links')})`)
    .execute()
}

/** Says of an entry's own links that they were found to work: no reader sees that, so it is no change of the entry. */
export async function noteFine(db: Db, url: string): Promise<void> {
  await db
    .updateTable('entry_links')
    .set({ health: 'fine' })
    .where('url', '=', url)
    .where('health', 'in', ['unknown', 'moved'])
    .execute()
}

function lookOf(row: Selectable<Tables['link_looks']>): LinkLook {
  return {
    url: row.url,
    host: row.host,
    metAt: row.met_at,
    dueAt: row.due_at,
    lookedAt: row.looked_at,
    answeredAt: row.answered_at,
    life: fromJson<LinkLife>(row.life) ?? newLife,
    amissSince: row.amiss_since,
    headLies: row.head_lies === 1,
    readAt: row.read_at,
    foundAt: row.found_at,
    etag: row.etag,
    lastModified: row.last_modified,
    print: fromJson<PagePrint>(row.print),
    copyUrl: row.copy_url,
    copyAskedAt: row.copy_asked_at,
  }
}

/** What is known of a link is to be told to entries that came since a moment and link to it, too. */
export async function settleNewPlaces(db: Db, since: number): Promise<void> {
  await db
    .updateTable('link_looks')
    .set({ to_settle: 1 })
    .where('state', 'in', ['gone', 'changed-hands', 'moved'])
    .where('to_settle', '=', 0)
    .where(
      sql<boolean>`exists (select 1 from entry_links inner join entries on entries.id = entry_links.entry_id
        where entry_links.url = link_looks.url and entry_links.health = 'unknown' and entries.created_at >= ${since})`,
    )
    .execute()
}

/** What is wrong, the longest first: with links of these editions, and of texts that are no edition's, where asked for. */
export async function listAmiss(
  db: Db,
  of: { editionIds: string[]; alsoElsewhere: boolean },
  most: number,
): Promise<LinkLook[]> {
  const rows = await amissOf(db, of).orderBy('amiss_since').orderBy('url').limit(most).selectAll().execute()
  return rows.map(lookOf)
}

/** How many of them nobody has mended: no copy stands beside them, and no reader is told yet of another address. */
export async function countAmiss(
  db: Db,
  of: { editionIds: string[]; alsoElsewhere: boolean },
): Promise<number> {
  const { count } = await amissOf(db, of)
    .where('copy_url', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function amissOf(db: Db, { editionIds, alsoElsewhere }: { editionIds: string[]; alsoElsewhere: boolean }) {
  const ofEntries = sql<boolean>`exists (select 1 from entry_links inner join entries on entries.id = entry_links.entry_id
    where entry_links.url = link_looks.url and entries.state <> 'withdrawn' and ${among(db, 'entries.edition_id', editionIds)})`
  const ofTexts = sql<boolean>`exists (select 1 from text_links where text_links.url = link_looks.url
    and text_links.kind = 'edition' and ${among(db, 'text_links.target_id', editionIds)})`
  const elsewhere = sql<boolean>`exists (select 1 from text_links where text_links.url = link_looks.url
    and text_links.kind <> 'edition')`
  const where = alsoElsewhere
    ? sql<boolean>`(${ofEntries} or ${ofTexts} or ${elsewhere})`
    : sql<boolean>`(${ofEntries} or ${ofTexts})`
  return db.selectFrom('link_looks').where('amiss_since', 'is not', null).where(where)
}
