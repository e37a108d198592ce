import { isOneWord } from './one-word.ts'
import type { Traits } from './traits.ts'

/** `maybe`: only a word or two of both are the same; `unknown`: one of them tells no place, or in another script. */
export type Place = 'shared' | 'partly' | 'maybe' | 'others' | 'unknown'

export function placeOf(a: Traits, b: Traits): Place {
  if (a.venue.length === 0 || b.venue.length === 0 || isLatin(a.venue) !== isLatin(b.venue)) return 'unknown'
  const [short, long] = a.venue.length <= b.venue.length ? [a.venue, b.venue] : [b.venue, a.venue]
  let [shared, all] = [0, 0]
  for (const word of short) {
    const weight = ofMany.has(word) ? 0.2 : 1
    all += weight
    if (long.some(other => isOneWord(word, other))) shared += weight
  }
  if (shared >= 0.8 * all) return 'shared'
  if (shared >= 0.45 * all && shared >= 1.2) return 'partly'
  return shared >= 0.9 ? 'maybe' : 'others'
}

function isLatin(words: readonly string[]): boolean {
  return words.some(word => /[a-z]/.test(word))
}

/** Words that the names of many places have. */
const ofMany = new Set(
  `university universitat universite universidad universiteit museum museu museo musee library biblioteca bibliotheque biblioteka
  stadtbibliothek park parque parc plaza place platz square school college hotel cinema theatre theater teatro church press club
  house casa haus central main science national international headquarters city town campus institute auditorium stadium market
  treffpunkt parvis rathaus mairie ayuntamiento`.split(/\s+/),
)
