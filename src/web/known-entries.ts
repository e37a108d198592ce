import { duplicatesWithin, type KnownEntries, knowEntries, nearest, type Pair } from '../domain/duplicate.ts'
import type { Programme } from '../domain/programme.ts'
import { pairKey } from '../storage/apart.ts'

/** What is in a programme, to look for duplicates among; made once for each revision of it. */
export function knownOf(programme: Programme): KnownEntries {
  let known = kept.get(programme)
  if (!known) {
    known = knowEntries(
      programme.entries.filter(({ state }) => state !== 'withdrawn'),
      programme.knownBy,
    )
    kept.set(programme, known)
  }
  return known
}

const kept = new WeakMap<Programme, KnownEntries>()

/** Pairs of its entries that may well be one, the likeliest first. @param apart those of which somebody has said that they are two */
export function duplicatesIn(
  programme: Programme,
  apart: ReadonlySet<string>,
): { id: string; other: string }[] {
  let found = pairs.get(programme)
  if (!found) {
    found = duplicatesWithin(knownOf(programme)).sort((a, b) => b.odds - a.odds)
    pairs.set(programme, found)
  }
  return nearest(found.filter(({ id, other }) => !apart.has(pairKey(id, other)))).filter(
    ({ strength }) => strength !== 'possible',
  )
}

const pairs = new WeakMap<Programme, Pair[]>()
