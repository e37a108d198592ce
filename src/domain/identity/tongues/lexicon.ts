import { plainLatin } from '../../../time/fold.ts'
import { furtherMeanings } from './further-meanings.ts'
import { kinds, places, subjects, themes } from './meanings.ts'
import { moreTongues } from './more-tongues.ts'
import { otherTongues } from './other-tongues.ts'
import { romanised } from './romanise.ts'

/** What each meaning is called, as it is looked up. A number below `firstTheme` is of a kind of event. */
export type Lexicon = {
  /** The number of the first meaning that few titles speak of. */
  further: number
  numbers: Map<string, number>
  /** Beginnings of words, and whole words of three letters or fewer. */
  words: Map<string, number[]>
  /** Beginnings of some words in a row, by the first letters of the first. */
  phrases: Map<string, Phrase[]>
  /** What stands in titles of scripts without spaces, by its first letter. */
  signs: Map<string, Phrase[]>
}

type Phrase = [said: string, meaning: number]

export const firstTheme = 1000

let made: Lexicon | undefined

/** Made when two tongues first meet. */
export function lexicon(): Lexicon {
  if (made) return made
  made = { further: 0, numbers: new Map(), words: new Map(), phrases: new Map(), signs: new Map() }
  let next = 0
  for (const list of [kinds, themes, subjects, places, furtherMeanings, moreTongues, otherTongues]) {
    for (const line of asCompared(list).trim().split('\n')) {
      const colon = line.indexOf(':')
      const key = line.slice(0, colon)
      let meaning = made.numbers.get(key)
      if (meaning === undefined) made.numbers.set(key, (meaning = next++))
      for (const each of line.slice(colon + 2).split(' ')) learn(made, each, meaning)
    }
    if (list === kinds) next = firstTheme
    if (list === places) made.further = next
  }
  return made
}

/** A whole list at once, as `foldName` and `romanised` do it name by name. */
export function asCompared(list: string): string {
  return romanised(plainLatin(list).replace(/['’ʼ.]/g, ''))
}

function learn({ words, phrases, signs }: Lexicon, each: string, meaning: number): void {
  const isWord = !each.includes('-') && !each.includes('\u200d')
  if (each.charCodeAt(0) >= 0xe00 && isUnspaced(each))
    push(signs, each[0]!, [each.replaceAll('-', ''), meaning])
  else if (!isWord) push(phrases, each.slice(0, 2), [each.replace(/[-\u200d]/g, ' '), meaning])
  else if (!words.get(each)?.includes(meaning)) push(words, each, meaning)
}

function push<Each>(map: Map<string, Each[]>, key: string, each: Each): void {
  const known = map.get(key)
  if (known) known.push(each)
  else map.set(key, [each])
}

/** What one word means: by the longest beginning that the lexicon has, and by what follows that in a word of two. */
export function lookUp(word: string): readonly number[] {
  let found = seen.get(word)
  if (!found) {
    found = meaningsOf(word)
    if (seen.size >= 20_000) seen.clear()
    seen.set(word, found)
  }
  return found
}

const seen = new Map<string, readonly number[]>()

function meaningsOf(word: string): readonly number[] {
  // In Arabic also without “and”, “to”, “the” before it.
  for (const bare of arabic.test(word) ? [word, word.replace(article, '')] : [word]) {
    const [found, length] = beginningOf(bare)
    if (found.length > 0) return length > 3 && latin.test(bare) ? [...found, ...lastOf(bare, length)] : found
  }
  return []
}

function beginningOf(word: string, least = 2): [readonly number[], number] {
  const { words } = lexicon()
  for (let length = Math.min(word.length, longest); length >= least; length--) {
    const found = words.get(word.slice(0, length))
    if (found && (length > 3 || length === word.length || (length > 2 && !latin.test(word))))
      return [found, length]
  }
  return [[], 0]
}

/** “Klimastreik”, “Menschenrechtsarbeit”: what stands behind, after no more than two letters that join them. */
function lastOf(word: string, from: number): readonly number[] {
  for (let at = from; at <= from + 2 && word.length - at >= 4; at++) {
    const [found, length] = beginningOf(word.slice(at), 4)
    if (found.length > 0) return [...found, ...lastOf(word, at + length)]
  }
  return []
}

/** Calls back for each phrase that stands in the words. */
export function eachPhrase(
  all: readonly string[],
  found: (meaning: number, at: number, words: number) => void,
) {
  const { phrases } = lexicon()
  for (const [at, word] of all.entries())
    for (const [phrase, meaning] of phrases.get(word.slice(0, 2)) ?? []) {
      const said = phrase.split(' ')
      if (said.every((each, next) => isBegun(all[at + next], each))) found(meaning, at, said.length)
    }
}

function isBegun(word: string | undefined, by: string): boolean {
  return word !== undefined && (by.length > 3 ? word.startsWith(by) : word === by)
}

/** Calls back for each sign that stands in a title of a script without spaces. */
export function eachSign(text: string, found: (meaning: number, at: number, length: number) => void): void {
  const { signs } = lexicon()
  for (let at = 0; at < text.length; at++)
    for (const [sign, meaning] of signs.get(text[at]!) ?? [])
      if (text.startsWith(sign, at)) found(meaning, at, sign.length)
}

export function isUnspaced(text: string): boolean {
  return unspaced.test(text)
}

const longest = 16
const latin = /^[a-z]/
const arabic = /\p{Script=Arabic}/u
const article = /^[وفبلك]?(?:ال|لل)|^[وبل](?=.{3})/u
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
