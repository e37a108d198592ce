import { hostName } from '../hosts/host-name.ts'
import { placeName } from '../places/place-names.ts'
import type { Traits } from '../traits.ts'
import { common, idle } from '../words/idle-words.ts'
import { numberOf } from '../words/number-words.ts'
import { isOneWord } from '../words/one-word.ts'
import { formOf } from './title-form.ts'
import type { TitleWords } from './title-words.ts'

export type Likeness = {
  /** How much of what tells the shorter (the longer) title is in the other, 0…1. */
  short: number
  long: number
  /** What each of both has that the other has not, in words that count. */
  apartShort: number
  apartLong: number
  shared: number
}

export function likenessOf(a: TitleWords, b: TitleWords): Likeness {
  const [short, long] = shorterFirst(a, b)
  if (areOneTitle(a, b)) {
    const shared = Math.max(sum(short.weights), sum(long.weights))
    if (shared > 0) return { short: 1, long: 1, apartShort: 0, apartLong: 0, shared }
  }
  const [isSpelt, taken]: [boolean[], boolean[]] = [[], []]
  let shared = spellOut(short, isSpelt, long, taken) + spellOut(long, taken, short, isSpelt)
  let apartShort = 0
  for (const [at, word] of short.words.entries()) {
    if (isSpelt[at]) continue
    const found = long.words.findIndex((other, place) => !taken[place] && isOneWord(word, other))
    if (found < 0) apartShort += short.weights[at]!
    else {
      taken[found] = true
      shared += Math.max(short.weights[at]!, long.weights[found]!)
    }
  }
  let apartLong = 0
  for (const [at, weight] of long.weights.entries()) if (!taken[at]) apartLong += weight
  return {
    short: shared === 0 ? 0 : shared / (shared + apartShort),
    long: shared === 0 ? 0 : shared / (shared + apartLong),
    apartShort,
    apartLong,
    shared,
  }
}

/**
 * “OA journals”, “open access journals”: takes what is short in one title and the words it is short for in the other.
 *
 * @return how much of a title that is
 */
function spellOut(a: TitleWords, takenOfA: boolean[], b: TitleWords, takenOfB: boolean[]): number {
  let shared = 0
  for (const short of a.shorts) {
    const [at, from] = [a.words.findIndex(word => word.startsWith(short)), b.initials.indexOf(short)]
    if (at < 0 || from < 0 || takenOfA[at] || b.words.includes(a.words[at]!)) continue
    takenOfA[at] = true
    for (let place = from; place < from + short.length; place++) takenOfB[place] = true
    shared += Math.max(a.weights[at]!, 1)
  }
  return shared
}

/** Spaces apart: “MicroPython” is “MICROPYTHON”. */
export function areOneTitle({ folded: a }: TitleWords, { folded: b }: TitleWords): boolean {
  if (a === b) return a !== ''
  if (Math.abs(a.length - b.length) > 9 || a.at(0) !== b.at(0) || a.at(-1) !== b.at(-1)) return false
  return a.replaceAll(' ', '') === b.replaceAll(' ', '')
}

/** The same whichever of the two is asked about. */
function shorterFirst(a: TitleWords, b: TitleWords): [TitleWords, TitleWords] {
  const [one, other] = [sum(a.weights), sum(b.weights)]
  if (one === other) return a.folded <= b.folded ? [a, b] : [b, a]
  return one < other ? [a, b] : [b, a]
}

function sum(numbers: readonly number[]): number {
  let all = 0
  for (const each of numbers) all += each
  return all
}

/** “Workshop for teachers” and “Workshop for parents”: the same words, and in one place others. */
export function isFilledInOtherwise(its: Traits, others: Traits): boolean {
  const [{ title: a }, { title: b }] = [its, others]
  // What stands in brackets behind one of both is a remark.
  const [form, another] = [formOf(a), formOf(b)]
  const [one, other] =
    (form.remark === '') === (another.remark === '') ? [a.all, b.all] : [form.bare, another.bare]
  if (isRestOne(a, form.labelled, b, another.labelled)) return false
  const least = Math.min(one.length, other.length)
  let [start, end] = [0, 0]
  while (start < least && isOneWord(one[start]!, other[start]!)) start++
  while (end < least - start && isOneWord(one.at(-1 - end)!, other.at(-1 - end)!)) end++
  if (start === 0 && end === 0) return false
  // What is told of the other besides its title is no other.
  const words = one.slice(start, one.length - end).filter(word => !idle.has(word) && !isToldOf(word, others))
  const rest = other.slice(start, other.length - end).filter(word => !idle.has(word) && !isToldOf(word, its))
  const kept = [...one.slice(0, start), ...one.slice(one.length - end)]
  const [some, more] = [sumOf(words), sumOf(rest)]
  const [most, fewest] = [Math.max(some, more), Math.min(some, more)]
  if (fewest < 0.9 || sumOf(kept) < 0.9 || most > 2 * sumOf(kept) + 1 || most > 3 * fewest) return false
  if (isShortFor(words, rest) || isShortFor(rest, words)) return false
  return !words.some(word => rest.some(each => isOneWord(placeName(word), placeName(each))))
}

/** In its summary, or as the name of who holds it or of where it is. */
function isToldOf(word: string, { summaryWords, venue, organisations }: Traits): boolean {
  if (summaryWords.has(word)) return true
  if (word.length < 4) return false
  return (
    venue.some(other => isOneWord(word, other)) ||
    organisations.some(name => hostName(name).words.some(other => isOneWord(word, other)))
  )
}

/** “Community call: Navigating the ecosystem”, “Jeroen Ooms: Navigating the ecosystem”. */
function isRestOne(a: TitleWords, its: number, b: TitleWords, others: number): boolean {
  const [rest, other] = [a.all.slice(its), b.all.slice(others)]
  return its + others > 0 && rest.length >= 3 && rest.join('') === other.join('')
}

/** “RLOs”, “Refugee-led organisations”. */
function isShortFor([short]: readonly string[], words: readonly string[]): boolean {
  if (short === undefined || words.length < 3 || short.length < 3) return false
  const initials = words.map(([letter]) => letter).join('')
  return initials.startsWith(short) || initials.startsWith(short.replace(/s$/, ''))
}

function sumOf(words: readonly string[]): number {
  return words.reduce(
    (all, word) =>
      all + (word.length < 2 || idle.has(word) || numberOf(word) !== null ? 0 : common.has(word) ? 0.3 : 1),
    0,
  )
}
