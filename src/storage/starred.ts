import type { Entry } from '../domain/entry.ts'
import type { Edition, Series } from '../domain/programme.ts'
import { among } from './dialects/among.ts'
import { findEditions } from './editions.ts'
import { type EntryRow, readEntries } from './entries.ts'
import { findRedirects } from './redirects.ts'
import { findSeriesByIds, readTogether } from './series.ts'
import type { Store } from './store.ts'
import type { Db } from './tables.ts'

/** An entry that was starred, as readers see it, and where it stands. */
export type Found = {
  entry: Entry
  /** The event it is a session of. */
  parent: Entry | null
  edition: Edition
  series: Series
  /** What it was called when it was starred, where it became one with another. */
  was: string | null
}

/** What became of one that readers do not see: it was there once, or there is none of this id. */
export type Lost = { title: string; state: 'withdrawn' } | { title: null; state: 'unknown' }

/**
 * What became of these entries and sessions, by their ids: those that were merged lead on to the one they became.
 * The number of queries does not depend on how many there are, but for those that were merged again and again.
 */
export async function readStarred(store: Store, ids: string[]): Promise<Map<string, Found | Lost>> {
  if (ids.length === 0) return new Map()
  return readTogether(store, async db => {
    const rows = new Map<string, EntryRow>()
    const take = async (wanted: string[]) => {
      const left = [...new Set(wanted)].filter(id => !rows.has(id))
      for (const row of await readEntries(db, { ids: left })) rows.set(row.entry.id, row)
      return left.length > 0
    }
    const following = () => [...rows.values()].flatMap(({ mergedInto }) => mergedInto ?? [])
    await take(ids)
    for (let steps = 0; steps < mostSteps && (await take(following())); steps++);
    await take([...rows.values()].flatMap(({ parentId }) => parentId ?? []))
    const editions = await readWhere(db, [...new Set([...rows.values()].map(row => row.editionId))])
    return new Map(ids.map(id => [id, becameOf(id, rows, editions)]))
  })
}

type Where = Pick<Found, 'edition' | 'series'>

async function readWhere(db: Db, editionIds: string[]): Promise<Map<string, Where>> {
  const editions = await findEditions(db, editionIds)
  const series = await findSeriesByIds(db, [...new Set(editions.map(({ seriesId }) => seriesId))])
  return new Map(
    editions.map(({ seriesId, ...edition }) => [
      edition.id,
      // What it is filed under is of no matter here.
      { edition: { ...edition, categories: [], tags: [] }, series: series.get(seriesId)! },
    ]),
  )
}

/** Merged again and again; more is a circle that nobody made. */
const mostSteps = 8

function becameOf(
  id: string,
  rows: ReadonlyMap<string, EntryRow>,
  editions: ReadonlyMap<string, Where>,
): Found | Lost {
  const starred = rows.get(id)
  let row = starred
  for (let steps = 0; row?.mergedInto && steps < mostSteps; steps++) row = rows.get(row.mergedInto) ?? row
  const where = row && editions.get(row.editionId)
  // A draft is nobody's business: it is as unknown as what was never there.
  if (!starred || !row || !where || where.edition.state === 'draft' || row.entry.state === 'draft')
    return { title: null, state: 'unknown' }
  const parent = row.parentId === null ? null : rows.get(row.parentId)?.entry
  const isShown = row.entry.state === 'published' && (parent === null || parent?.state === 'published')
  if (!isShown || parent === undefined) return { title: starred.entry.title, state: 'withdrawn' }
  return {
    entry: row.entry,
    parent,
    ...where,
    was: row === starred ? null : starred.entry.title,
  }
}

type Named = { id: string; startsAt: number | null; isWithdrawn: boolean }

/**
 * What stands at these addresses of the site, without the slash they begin with: `{series}/{edition}/{entry}`, with
 * `#{session}`. Old addresses lead on. What is not understood, and what was never shown, is left out. The number of
 * queries does not depend on how many there are.
 */
export async function findNamed(store: Store, names: readonly string[]): Promise<Map<string, Named>> {
  const found: Map<string, Named> = await entriesNamed(store.db, names)
  const left = names.filter(name => !found.has(name))
  const pathOf = (name: string) => `/${name.split('#', 1)[0]}`
  const redirects = await findRedirects(store, left.map(pathOf))
  const led = left.flatMap(name => {
    const [, session] = name.split('#', 2)
    const to = redirects.get(pathOf(name))?.replace(/^\//, '')
    return to ? [{ name, to: session === undefined ? to : `${to}#${session}` }] : []
  })
  const known = await entriesNamed(
    store.db,
    led.map(({ to }) => to),
  )
  for (const { name, to } of led) if (known.has(to)) found.set(name, known.get(to)!)
  return found
}

/** One query, however many names there are. */
async function entriesNamed(db: Db, names: readonly string[]): Promise<Map<string, Named>> {
  const slugs = names.flatMap(name => {
    const [, entry, session] = /^[^/#]+\/[^/#]+\/([^/#]+)(?:#(.+))?$/.exec(name) ?? []
    return session ?? entry ?? []
  })
  const rows =
    slugs.length === 0
      ? []
      : await db
          .selectFrom('entries')
          .innerJoin('editions', 'editions.id', 'entries.edition_id')
          .innerJoin('series', 'series.id', 'editions.series_id')
          .leftJoin('entries as parents', 'parents.id', 'entries.parent_id')
          .where(among(db, 'entries.slug', [...new Set(slugs)]))
          .where('editions.state', '<>', 'draft')
          .where('entries.state', '<>', 'draft')
          .select(['entries.id', 'entries.slug', 'entries.state', 'entries.starts_at as startsAt'])
          .select(['editions.slug as edition', 'series.slug as series', 'parents.slug as parent'])
          .execute()
  const wanted = new Set(names)
  return new Map(
    rows
      .map(({ id, slug, startsAt, state, edition, series, parent }) => {
        const own = parent === null ? slug : `${parent}#${slug}`
        return [`${series}/${edition}/${own}`, { id, startsAt, isWithdrawn: state === 'withdrawn' }] as const
      })
      .filter(([name]) => wanted.has(name)),
  )
}
