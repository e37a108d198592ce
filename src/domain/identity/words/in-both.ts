import { placeName } from '../places/place-names.ts'
import { isOfMany } from '../tongues/meaning.ts'
import { romanised } from '../tongues/romanise.ts'
import type { Traits } from '../traits.ts'
import { common, idle } from './idle-words.ts'
import { numberOf } from './number-words.ts'
import { isOneWord } from './one-word.ts'
import { withoutArticle } from './without-article.ts'

/** How many words, and how many names among them. */
export type InBoth = { words: number; names: number }

/**
 * What is told of both, wherever it stands: the host of the one may be in the title of the other, its title in what is
 * told of it, its town in the name of a house.
 *
 * @param usual words that many of the same programme have, and that count for nothing: its day, its cause
 */
export function inBoth(a: Traits, b: Traits, usual: ReadonlySet<string> = none): InBoth {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  const [few, many] = isFewer(one, other) ? [one, other] : [other, one]
  let [words, names] = [0, 0]
  for (const word of few) {
    if (usual.has(word) || !isAmong(word, many)) continue
    words++
    if (!isOfMany(word)) names++
  }
  return { words, names }
}

/** The same whichever of the two is asked about. */
function isFewer(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length ? one.join(' ') < other.join(' ') : one.length < other.length
}

/** Whether a word is told of both: as `inBoth`, but no further than the first. */
export function isAnyInBoth(a: Traits, b: Traits, usual: ReadonlySet<string>): boolean {
  const others = wordsOf(b)
  return wordsOf(a).some(word => !usual.has(word) && isAmong(word, others))
}

/** The words that more than one in twenty of a programme have, where it is long enough to tell. */
export function usualWords(all: Iterable<Traits>): ReadonlySet<string> {
  const counts = new Map<string, number>()
  let entries = 0
  for (const traits of all) {
    entries++
    for (const word of wordsOf(traits)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const most = Math.max(8, entries / 20)
  return new Set([...counts].flatMap(([word, count]) => (count > most ? [word] : [])))
}

const none: ReadonlySet<string> = new Set()

function isAmong(word: string, others: readonly string[]): boolean {
  return others.some(other => isOneWord(word, other))
}

/** Made when it is first compared. */
function wordsOf(traits: Traits): readonly string[] {
  const known = made.get(traits)
  if (known) return known
  const { title, organisations, people, venue, summaryWords } = traits
  const names = [...organisations, ...people].flatMap(name => romanised(name).split(' ').map(placeName))
  const all = [...title.words, ...names, ...venue, ...summaryWords].map(withoutArticle)
  const words = [...new Set(all)].filter(isTelling)
  made.set(traits, words)
  return words
}

const made = new WeakMap<Traits, readonly string[]>()

function isTelling(word: string): boolean {
  return word.length > 1 && !idle.has(word) && !common.has(word) && numberOf(word) === null
}
