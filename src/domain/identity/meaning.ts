import { foldName } from '../fold-name.ts'
import { kinds, places, subjects, themes } from './meanings.ts'
import { romanised } from './romanise.ts'
import type { TitleWords } from './title-words.ts'

/** What a title speaks of, in whatever tongue: of what kind the event is, and of what it is about. */
export type Meaning = { kinds: ReadonlySet<number>; themes: ReadonlySet<number> }

export function meaningOf(title: Said): Meaning {
  const known = meanings.get(title)
  if (known) return known
  const meaning = meant(title)
  meanings.set(title, meaning)
  return meaning
}

/** Whether many speak of it: a word of the lexicon tells less than a name. */
export function isOfMany(word: string): boolean {
  return lookUp(lexicon().words, word).length > 0
}

/** A bit for each kind of event that a title names. */
export function kindBits(title: Said): number {
  let bits = 0
  if (unspaced.test(title.folded)) for (const kind of meaningOf(title).kinds) bits |= 1 << kind
  else
    for (const word of title.all)
      for (const each of lookUp(lexicon().words, word)) if (each < 32) bits |= 1 << each
  return bits
}

type Said = Pick<TitleWords, 'all' | 'folded'>

const meanings = new WeakMap<object, Meaning>()

function meant({ all, folded }: Said): Meaning {
  const found = new Set<number>()
  const { words, phrases, signs } = lexicon()
  for (const word of new Set(all)) for (const each of lookUp(words, word)) found.add(each)
  for (const [phrase, each] of phrases) if (folded.includes(phrase)) found.add(each)
  if (unspaced.test(folded)) for (const [sign, each] of signs) if (folded.includes(sign)) found.add(each)
  const isKind = (each: number) => each < firstTheme
  return {
    kinds: new Set([...found].filter(isKind)),
    themes: new Set([...found].filter(each => !isKind(each))),
  }
}

/** By the longest beginning that the lexicon has, in Arabic without “and”, “to”, “the” before it. */
function lookUp(words: Lexicon['words'], word: string): readonly number[] {
  let found = seen.get(word)
  if (!found) {
    found = beginningOf(words, word)
    if (seen.size >= 20_000) seen.clear()
    seen.set(word, found)
  }
  return found
}

const seen = new Map<string, readonly number[]>()

function beginningOf(words: Lexicon['words'], word: string): readonly number[] {
  for (const bare of /\p{Script=Arabic}/u.test(word) ? [word, word.replace(article, '')] : [word])
    for (let length = Math.min(bare.length, longest); length >= 2; length--) {
      const found = words.get(bare.slice(0, length))
      if (found && (length > 3 || length === bare.length || !latin.test(bare))) return found
    }
  return []
}

type Lexicon = { words: Map<string, number[]>; phrases: [string, number][]; signs: [string, number][] }

let made: Lexicon | undefined
const firstTheme = 1000

/** Made when two tongues first meet. */
function lexicon(): Lexicon {
  if (made) return made
  made = { words: new Map(), phrases: [], signs: [] }
  for (const [list, first] of [
    [kinds, 0],
    [themes, firstTheme],
    [subjects, 2 * firstTheme],
    [places, 3 * firstTheme],
  ] as const)
    for (const [at, line] of list.trim().split('\n').entries())
      for (const each of line.slice(line.indexOf(':') + 1).split(' ')) if (each) learn(made, each, first + at)
  return made
}

function learn({ words, phrases, signs }: Lexicon, each: string, meaning: number): void {
  const folded = romanised(foldName(each))
  if (unspaced.test(folded)) signs.push([folded, meaning])
  else if (folded.includes(' ')) phrases.push([folded, meaning])
  else {
    const known = words.get(folded)
    if (known && !known.includes(meaning)) known.push(meaning)
    else if (!known) words.set(folded, [meaning])
  }
}

const longest = 16
const latin = /^[a-z]/
const article = /^[وفبلك]?(?:ال|لل)|^[وبل](?=.{3})/u
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Khmer}]/u
