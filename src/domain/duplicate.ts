import { candidatesFor } from './identity/candidates.ts'
import { isFaint, type Judgement, judge, strengths } from './identity/judge.ts'
import { type Item, itemOf, type KnownEntries } from './identity/known-entries.ts'
import { weighedAmong } from './identity/titles/title-words.ts'
import { type KnownBy, type Told, traitsOf } from './identity/traits.ts'

export { strengths } from './identity/judge.ts'
export { type KnownEntries, knowEntries } from './identity/known-entries.ts'
export type { Told } from './identity/traits.ts'

/** Something that an entry may be, how sure that is, and why. */
export type Duplicate = { id: string } & Omit<Judgement, 'odds'>

/** Two that may be one, and the log odds that they are. */
export type Pair = { id: string; other: string } & Judgement

/**
 * Which of the known entries something may be, the surest first.
 *
 * @param knownBy by what sources know it, where it is an entry itself
 */
export function duplicatesOf(known: KnownEntries, told: Told, knownBy?: KnownBy): Duplicate[] {
  const traits = traitsOf(told, knownBy)
  traits.title = weighedAmong(traits.title, known.usual)
  // A page that tells of several leads to none of them.
  for (const key of traits.deep) if ((known.by.get(key)?.length ?? 0) >= 2) traits.deep.delete(key)
  return nearest(found(known, itemOf(traits, { id: '', place: -1, event: '' })))
    .sort((a, b) => strengths.indexOf(b.strength) - strengths.indexOf(a.strength) || b.odds - a.odds)
    .slice(0, mostShown)
    .map(({ id, strength, reasons }) => ({ id, strength, reasons }))
}

/** Pairs among the known entries that look like one, each pair once; which of them to ask about, `nearest` says. */
export function duplicatesWithin(known: KnownEntries): Pair[] {
  return known.items.flatMap(item => found(known, item))
}

/** What is faint is worth a question where nothing nearer to either of the two is one; otherwise it is only possible. */
export function nearest(all: readonly Pair[]): Pair[] {
  const asked = new Set<string>()
  const silenced = new Set<Pair>()
  for (const pair of all.toSorted((a, b) => b.odds - a.odds)) {
    if (pair.strength === 'possible') continue
    if (pair.strength === 'likely' && isFaint(pair) && (asked.has(pair.id) || asked.has(pair.other)))
      silenced.add(pair)
    else asked.add(pair.id).add(pair.other)
  }
  return all.map(each => (silenced.has(each) ? { ...each, strength: 'possible' } : each))
}

const mostShown = 5

function found(known: KnownEntries, item: Item): Pair[] {
  const all: Pair[] = []
  for (const { id, traits } of candidatesFor(known, item)) {
    const judged = judge(item.traits, traits, known.usual)
    if (judged) all.push({ id, other: item.id, ...judged })
  }
  return all
}
