import { type KnownEntries, knowEntries } from '../domain/duplicate.ts'
import type { Programme } from '../domain/programme.ts'

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

/** What is not withdrawn. */
export function standing({ entries }: Programme): Programme['entries'] {
  return entries.filter(({ state }) => state !== 'withdrawn')
}
