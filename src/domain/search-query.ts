import { piecesOf, tokensOf } from './search-words.ts'

/** Tokens that stand one after the other. `isPrefix`: the last of them may go on. */
export type Wording = { tokens: string[]; isPrefix: boolean }

/** What is looked for, and in which other ways it may be written. */
export type Term = Wording & { or?: Wording[] }

export function wordingsOf({ or = [], ...first }: Term): Wording[] {
  return [first, ...or]
}

/** The beginning of a word is looked for from so many letters on: two begin thousands. */
const leastLetters = 3

/** What somebody looks for: all of these terms, and none of those. */
export type SearchQuery = {
  /** As it was typed, tidied: the same for what means the same. */
  words: string
  all: Term[]
  none: Term[]
  /** Whether the last of `all` is so short that more of it may be to come: where nothing has it, it is left out. */
  isBegun: boolean
}

export const longestQuery = 200
const mostTerms = 10
const mostTokens = 12

/**
 * Reads what was typed: words all of which are to be there, "words in a row", -without. The last word may be
 * unfinished. Never fails; what has no letter or digit means nothing.
 */
export function readSearch(told: string): SearchQuery {
  const words = tidy(told)
  const query: SearchQuery = { words, all: [], none: [], isBegun: false }
  const chunks = [...words.matchAll(/((?<=^|\s)-)?(?:"([^"]*)(?:"|$)|([^\s"]+))/g)]
  for (const [, minus, quoted, bare] of chunks) {
    const term = termOf(quoted ?? bare!)
    if (!term) continue
    const list = minus ? query.none : query.all
    const other = otherUmlaut(quoted ?? bare!)
    if (other) term.or = [{ tokens: other, isPrefix: false }]
    if (query.all.length + query.none.length < mostTerms) list.push(term)
  }
  const last = chunks.at(-1)
  if (last && !last[1] && last[2] === undefined) beginOnly(query, last[3]!)
  return query
}

export function isEmptySearch({ all, none }: SearchQuery): boolean {
  return all.length === 0 && none.length === 0
}

function tidy(told: string): string {
  return Array.from(
    told
      .toWellFormed()
      .replace(/[“”„‟«»「」『』＂]/g, '"')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  )
    .slice(0, longestQuery)
    .join('')
    .trim()
}

function termOf(text: string): Term | null {
  const pieces = [...piecesOf(text)]
  const tail = pieces.at(-1)
  // A sign by itself is the beginning of a pair, or the last of a run.
  if (tail?.isTail && pieces.length > 1 && !isAlone(pieces)) pieces.pop()
  const tokens = pieces.slice(0, mostTokens).map(({ token }) => token)
  if (tokens.length === 0) return null
  return { tokens, isPrefix: tail?.isTail === true && isAlone(pieces) }
}

/** Whether the run that ends the pieces is of one sign. */
function isAlone(pieces: { at: number; length: number; isTail: boolean }[]): boolean {
  const tail = pieces.at(-1)!
  const before = pieces.at(-2)
  return tail.isTail && (before === undefined || before.at + before.length <= tail.at)
}

/** The last word may be unfinished. */
function beginOnly(query: SearchQuery, text: string): void {
  const term = query.all.at(-1)
  if (!term || term.isPrefix || termOf(text)?.tokens.join() !== term.tokens.join()) return
  const last = [...piecesOf(text)].at(-1)!
  if (last.isTail) return
  const letters = Array.from(last.whole).length
  if (letters < leastLetters) query.isBegun = term.tokens.length === 1 && query.all.length > 1
  else if (/^\d{4,}$/.test(last.token) || wholeWords.has(last.whole)) return
  else if (last.token === last.whole || /^[a-z0-9]+$/.test(last.whole)) beginEach(term)
  // What has an ending is a word, or the beginning of a longer one: that begins with what was typed, not with its stem.
  else term.or = [{ tokens: [...term.tokens.slice(0, -1), last.whole], isPrefix: true }]
}

function beginEach(term: Term): void {
  term.isPrefix = true
  for (const other of term.or ?? []) other.isPrefix = true
}

/**
 * `Mueller` is Müller where a keyboard has no ü, and the other way round. Of letters alone nobody knows whether `ae` is
 * one, so both are looked for; in a short word it seldom is.
 */
function otherUmlaut(word: string): string[] | null {
  const other = /[äöü]/iu.test(word)
    ? word.normalize('NFC').replace(/[äöü]/giu, letter => `${letter.normalize('NFD')[0]}e`)
    : word.replace(/(?<![aeoquAEOQU])([aou])e/gi, '$1')
  if (other === word || Math.max(word.length, other.length) < 5 || !/^\p{Script=Latin}+$/u.test(other))
    return null
  return tokensOf(other)
}

/** Little words that stand everywhere and are whole: nobody means what begins with them. */
const wholeWords = new Set(
  'the and for from with los las des les del der die das und von une que por para dos das uma как для что'.split(
    ' ',
  ),
)

/** The same without a last word that has only been begun. */
export function withoutBegun(query: SearchQuery): SearchQuery {
  return query.isBegun ? { ...query, all: query.all.slice(0, -1), isBegun: false } : query
}
