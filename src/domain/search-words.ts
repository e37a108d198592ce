import { plainLatin } from '../time/fold.ts'
import { toldAddresses } from './told-addresses.ts'
import { withoutEnding } from './word-endings.ts'

/** A piece of a text as it is found: its token, and where in the text it stands. */
export type Piece = {
  token: string
  /** The token before an ending was taken from it. */
  whole: string
  at: number
  length: number
  /**
   * The last sign of a run without spaces, by itself: it is there to be found alone. Whoever looks for the run leaves
   * it out.
   */
  isTail: boolean
}

/** Raised whenever other tokens come of the same text: what was indexed with another is indexed again. */
export const searchWordsVersion = 3

/**
 * The words of a text as they are indexed and looked for, in any script: case, diacritics, width, Arabic and Hebrew
 * vowel signs, kinds of digits, endings of plurals and of cases do not count. Scripts that are written without spaces (Chinese,
 * Japanese, Thai …) and Korean, whose words carry endings, are taken two signs at a time. The only place where this is
 * decided, for every store and for the marks in what was found.
 */
export function* piecesOf(text: string): Generator<Piece> {
  for (const match of text.matchAll(words)) {
    const [told] = match
    if (match.groups!.run === undefined) {
      const whole = foldedWord(told)
      if (whole === '') continue
      const token = plainLine(whole) ?? withoutEnding(whole)
      yield { token, whole, at: match.index, length: told.length, isTail: false }
    } else yield* piecesOfRun(told, match.index)
  }
}

/** The tokens alone, in their order. */
export function tokensOf(text: string): string[] {
  const told = tokenLine(text)
  return told === '' ? [] : told.split(' ')
}

/** The same in one line, with spaces between: as the index takes them. Addresses are no words. */
export function tokenLine(text: string): string {
  const plain = text.includes('://') ? text.replace(toldAddresses, ' ') : text
  return plainLine(plain) ?? Array.from(piecesOf(plain), ({ token }) => token).join(' ')
}

/**
 * Most texts of an import are plain, and there are many: letters are looked at once and written into one place, so that
 * no word becomes a string of its own, which would have to be collected again. Null where any sign is not ASCII.
 */
function plainLine(text: string): string | null {
  if (letters.length < text.length + 1) letters = Buffer.alloc(2 * text.length)
  let end = 0
  let begin = -1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 127) return null
    const letter = small[code]!
    if (letter !== 0) {
      if (begin < 0) begin = end
      letters[end++] = letter
    } else if (begin >= 0) {
      end = endOfStem(begin, end)
      letters[end++] = space
      begin = -1
    }
  }
  if (begin >= 0) return letters.toString('latin1', 0, endOfStem(begin, end))
  return end === 0 ? '' : letters.toString('latin1', 0, end - 1)
}

/** Of each ASCII letter its small one, of each figure itself; 0 for what parts words. */
const small = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code).toLowerCase()
  return /[a-z0-9]/.test(sign) ? sign.charCodeAt(0) : 0
})

const space = 32
let letters = Buffer.alloc(4096)

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

const unspaced =
  '[[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}\\p{scx=Tibt}]&&[\\p{L}\\p{N}]]'
const words = new RegExp(`(?<run>(?:${unspaced}\\p{M}*)+)|(?:[[\\p{L}\\p{N}]--${unspaced}]\\p{M}*)+`, 'gv')
const sign = /[\p{L}\p{N}]\p{M}*/gu

function* piecesOfRun(run: string, start: number): Generator<Piece> {
  const plain = run.normalize('NFKC').toLowerCase()
  const signs = [...plain.matchAll(sign)]
  // Where signs were narrow or joined, what stands where cannot be told: then it is the whole run.
  const isAsWritten = plain === run
  for (const [index, { 0: first, index: at }] of signs.entries()) {
    const next = signs[index + 1]?.[0]
    const token = digits(first + (next ?? ''))
    yield isAsWritten
      ? {
          token,
          whole: token,
          at: start + at,
          length: first.length + (next?.length ?? 0),
          isTail: next === undefined,
        }
      : { token, whole: token, at: start, length: run.length, isTail: next === undefined }
  }
}

function foldedWord(told: string): string {
  if (isAscii(told)) return told.toLowerCase()
  const folded = digits(plainLatin(told).replace(/[^\p{L}\p{M}\p{N}]+/gu, ''))
  let word = folded.replaceAll('ё', 'е')
  if (/[\p{Script=Greek}\p{Script=Hebrew}]/u.test(word))
    word = word.normalize('NFD').replace(greekAndHebrewMarks, '$1').normalize('NFC').replaceAll('ς', 'σ')
  if (/\p{Script=Arabic}/u.test(word))
    word = withoutArticle(
      word
        .replace(arabicSigns, '')
        .replace(/[أإآٱؤئىةیک]/g, alike)
        .replace(/(?<=..)ء$/, ''),
    )
  return word
}

const greekAndHebrewMarks = /([\p{Script=Greek}\p{Script=Hebrew}])\p{M}+/gu
/** Vowel signs and the stroke that only stretches a word. */
const arabicSigns = /[\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED]/g
const sameLetter: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ؤ: 'و',
  ئ: 'ي',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ی: 'ي',
  ک: 'ك',
}
const alike = (letter: string) => sameLetter[letter]!

/** “The” is written together with its word, and so is what stands before it: `والهجرة`, and of, with, like the migration. */
function withoutArticle(word: string): string {
  return word.replace(/^(?:[وبكف]?ال|لل)(?=.{2})/u, '')
}

/**
 * Where a word of plain letters ends without the endings by which Latin words most often differ from themselves: plurals
 * in -s and -es, -y and -ies, a last -e. Languages are mixed within an entry and seldom told, so that no stemmer of one
 * language could be asked.
 */
function endOfStem(begin: number, end: number): number {
  if (end - begin < 4 || isFigure(letters[begin]!) || isFigure(letters[end - 1]!)) return end
  const before = letters[end - 2]
  let stem = end
  if (letters[end - 1] === s && before !== s && before !== u && before !== i) stem--
  if (stem - begin > 3 && letters[stem - 1] === e) stem--
  if (stem - begin > 3 && letters[stem - 1] === y) letters[stem - 1] = i
  return stem
}
const [e, i, s, u, y] = Array.from('eisuy', letter => letter.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
]

function isFigure(code: number): boolean {
  return code >= 48 && code <= 57
}

/** `٢٠٢٠` and `２０２０` are 2020. */
function digits(word: string): string {
  return word.replace(/[^\P{Nd}0-9]/gu, digit => String(figureOf(digit.codePointAt(0)!)))
}

/** Digits of a script stand in a row, beginning with its zero. */
function figureOf(code: number): number {
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return value
}
