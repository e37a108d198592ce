import { foldName } from '../../fold-name.ts'
import { placeName } from '../places/place-names.ts'
import { romanised } from '../tongues/romanise.ts'
import { type Script, scriptOf } from '../tongues/script.ts'
import { tongueOf } from '../tongues/tongue.ts'
import { common, idle } from '../words/idle-words.ts'
import { numberOf } from '../words/number-words.ts'
import { withoutArticle } from '../words/without-article.ts'

/** The words of a title that tell it from another, and the numbers in it. */
export type TitleWords = {
  /** As it is told. */
  title: string
  folded: string
  all: readonly string[]
  words: string[]
  /** How much each word tells: 1, less where many titles have it. */
  weights: number[]
  numbers: string[]
  /** What it writes in capitals among other words: “VNRs”, “OA”. */
  shorts: readonly string[]
  /** The first letters of its words. */
  initials: string
  /** Without spaces: “MicroPython”, “MICROPYTHON”. */
  joined: string
  /** A bit for each few of the words that count, to see at once that two titles have none in common. */
  bits: number
  /** The beginnings of the words that count, as numbers in order. */
  stems: readonly number[]
  /** The two words that most likely no other title has. */
  telling: string[]
  script: Script
  tongue: string | null
}

export function titleWords(title: string, names: string[]): TitleWords {
  const isCut = /(?:…|\.{3})\s*$/.test(title)
  const plain = foldName(untangled(title))
  const script = scriptOf(plain)
  const whole = romanised(plain)
  const folded = isCut ? whole.replace(/ ?[^ ]+$/, '') : whole
  const own = names.flatMap(name => name.split(' ')).filter(word => word.length > 2)
  const words: string[] = []
  const numbers: string[] = []
  const all = folded.split(' ', 60)
  for (const word of new Set(all)) {
    const number = numberOf(word)
    if (number !== null) numbers.push(number)
    else if (!idle.has(word))
      words.push(...(unspaced.test(word) ? pairsOf(word) : [placeName(withoutArticle(word))]))
    if (words.length >= mostWords) break
  }
  numbers.push(...letteredBy(all))
  const weights = words.map(word =>
    common.has(word) || own.includes(word) ? 0.3 : word.length < 3 ? 0.5 : 1,
  )
  const counting = words.filter((_, at) => weights[at]! >= 0.5)
  return {
    title,
    folded,
    all,
    words,
    weights,
    bits: bitsOf(counting),
    stems: [...new Set(counting.map(stemOf))].sort((one, other) => one - other),
    telling: counting
      .sort((one, other) => other.length - one.length)
      .slice(0, 2)
      .map(word => word.slice(0, 8)),
    numbers,
    shorts: shortsOf(title),
    initials: words.map(([letter]) => letter).join(''),
    joined: folded.replaceAll(' ', ''),
    script,
    tongue: tongueOf(title, all, script),
  }
}

/** The same title beside others that have much in common: what many of them say tells little. */
export function weighedAmong(title: TitleWords, usual: ReadonlySet<string>): TitleWords {
  if (!title.words.some(word => usual.has(word))) return title
  const weights = title.words.map((word, at) => (usual.has(word) ? 0.3 : title.weights[at]!))
  return { ...title, weights }
}

/** Whether it says one of some words, folded or, in another script, in its own letters. */
export function isSaidIn({ title, folded, script }: TitleWords, words: RegExp): boolean {
  return words.test(folded) || (script !== 'latin' && words.test(title.toLowerCase()))
}

function shortsOf(title: string): readonly string[] {
  if (!/\p{Ll}{3}/u.test(title)) return none
  const shorts = title.match(/(?<![\p{L}\d])\p{Lu}{2,6}(?=s?(?![\p{L}\d]))/gu)
  return shorts ? shorts.map(short => short.toLowerCase()) : none
}

const none: readonly string[] = []

/** The letter of “Track A”, “Session B”. */
export function letteredBy(all: readonly string[]): string[] {
  return all.filter((word, at) => word.length === 1 && /[a-h]/.test(word) && lettered.has(all[at - 1] ?? ''))
}

const lettered = new Set(
  `track session part teil partie parte group gruppe groupe grupo room stage stream panel workshop atelier class course kurs
  level module block round cohort batch team section serie series`.split(/\s+/),
)

/** The first letters of a word, which it keeps when it is bent. */
export function stemOf(word: string): number {
  let stem = 0
  for (let at = 0; at < word.length && at < 4; at++) stem = (stem * 8191 + word.charCodeAt(at)) % stems
  return stem
}

/** A prime that leaves small numbers, which are compared fastest. Two stems of one number only have more looked at. */
const stems = 1_073_741_789

/** By the beginning of each word. */
export function bitsOf(words: readonly string[]): number {
  let bits = 0
  for (const word of words) {
    let sum = 7
    for (let at = 0; at < word.length && at < 4; at++) sum = (sum * 31 + word.charCodeAt(at)) | 0
    bits |= 1 << (sum & 31)
  }
  return bits
}

/** `#ReimaginingMobility` are two words; what HTML escaped is read. */
export function untangled(title: string): string {
  if (/^[A-Za-z ]*$/.test(title) && !/[a-z][A-Z]/.test(title)) return title
  return title
    .replace(/&(?:amp|#0?38);/g, '&')
    .replace(/&(?:quot|#0?39|rsquo|lsquo|ldquo|rdquo|ndash|#8211|#8217|nbsp);/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L}{2})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L}{3,})/gu, '$1 $2')
    .replace(/['’](s)\b/gu, '$1')
    .replace(/\b(\p{L})['’](?=\p{L})/gu, '$1 ')
}

const mostWords = 40
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]/u

function pairsOf(word: string): string[] {
  const letters = Array.from(word)
  return letters.length < 2 ? [word] : letters.slice(1).map((letter, at) => letters[at]! + letter)
}
