import { type KnownEntries, knowEntries, nearest } from '../domain/duplicate.ts'
import type { Programme } from '../domain/programme.ts'
import { pairKey } from '../storage/apart.ts'
import { pairsOf, standing } from './compared.ts'

/** What is in a programme, to look for duplicates among; made once for each revision of it. */
export function knownOf(programme: Programme): KnownEntries {
  let known = kept.get(programme)
  if (!known) {
    known = knowEntries(standing(programme), programme.knownBy)
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
  const pairs = pairsOf(programme).filter(({ id, other }) => !apart.has(pairKey(id, other)))
  return nearest(pairs).filter(({ strength }) => strength !== 'possible')
}
