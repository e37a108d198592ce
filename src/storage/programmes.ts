import type { Entry } from '../domain/entry.ts'
import type { Programme } from '../domain/programme.ts'
import { findEdition } from './editions.ts'
import { readEntries } from './entries.ts'
import { readKnownBy } from './identities.ts'
import { findSeries, readTogether } from './series.ts'
import type { Store } from './store.ts'
import { readEditionWords } from './tags.ts'

/**
 * A whole programme as it is at one revision, by the slugs of its series and edition: entries in the order of the
 * story, their sessions in the order of time. The number of queries does not depend on the number of entries.
 *
 * @param options all: drafts and withdrawn entries too, for those who write; else what readers see
 */
export async function readProgramme(
  store: Store,
  series: string,
  edition: string,
  { all = false }: { all?: boolean } = {},
): Promise<Programme | null> {
  return readTogether(store, async db => {
    const foundSeries = await findSeries(db, series)
    const found = foundSeries && (await findEdition(db, series, edition))
    if (!found) return null
    const { seriesId: _, ...itself } = found
    const words = await readEditionWords(db, found.id)
    return {
      series: foundSeries,
      edition: { ...itself, ...words },
      entries: nested(await readEntries(db, all ? { editionId: found.id } : { shownIn: found.id })),
      ...(all && { knownBy: await readKnownBy(db, found.id) }),
    }
  })
}

/** The revision a programme is at; null where there is none. */
export async function readRevision(store: Store, series: string, edition: string): Promise<number | null> {
  const row = await store.db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where('series.slug', '=', series)
    .where('editions.slug', '=', edition)
    .select('editions.revision')
    .executeTakeFirst()
  return row?.revision ?? null
}

/** Sessions put into their events. */
function nested(rows: { entry: Entry; parentId: string | null }[]): Entry[] {
  const byId = new Map(rows.map(({ entry }) => [entry.id, entry]))
  const top: Entry[] = []
  for (const { entry, parentId } of rows) {
    // A session is seen where its event is.
    if (parentId === null) top.push(entry)
    else byId.get(parentId)?.sessions.push(entry)
  }
  for (const { sessions } of byId.values()) {
    if (sessions.length > 1) sessions.sort((a, b) => (a.startsAt ?? Infinity) - (b.startsAt ?? Infinity) || 0)
  }
  return top
}
