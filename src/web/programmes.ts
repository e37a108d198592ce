import { LRUCache } from 'lru-cache'
import type { Programme } from '../domain/programme.ts'
import { readProgramme, readRevision } from '../storage/programmes.ts'
import type { Store } from '../storage/store.ts'

/** Reads a programme by the slugs of its series and edition; null where there is none. */
export type Programmes = (series: string, edition: string) => Promise<Programme | null>

/** So many entries are kept in all: the editions that are read most, at their revision. */
const mostEntries = 6000

/**
 * One edition is rendered many times at one revision: for each zone, language and view, and each minute while its
 * day lasts. It is read from the store once; after that only its revision is asked for.
 *
 * @param options all: with drafts and withdrawn entries, for those who write
 */
export function createProgrammes(store: Store, options: { all?: boolean } = {}): Programmes {
  const kept = new LRUCache<string, Programme>({ maxSize: mostEntries, sizeCalculation: sizeOf })
  return async (series, edition) => {
    const key = `${series}/${edition}`
    const known = kept.get(key)
    if (known && known.edition.revision === (await readRevision(store, series, edition))) return known
    const programme = await readProgramme(store, series, edition, options)
    if (programme) kept.set(key, programme)
    else kept.delete(key)
    return programme
  }
}

function sizeOf({ entries }: Programme): number {
  return entries.reduce((size, { sessions }) => size + 1 + sessions.length, 1)
}
