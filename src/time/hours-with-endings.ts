import { withHalf } from './clock-figures.ts'
import { type ClockFound, clock } from './clock-signs.ts'
import { halfAt } from './halves.ts'
import {
  atEndings,
  betweenBehind,
  exactHourWords,
  fromWords,
  twelveHourWords,
  untilWords,
} from './hour-words.ts'
import { isGlued, isMark, isNumber, isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'

/** "10:00-tól", "13:00-dək", "7'de": the ending that has grown onto an hour belongs to it. */
export function withEnding(tokens: Token[], found: ClockFound): ClockFound {
  if (!found) return null
  // "к 7-ми вечера": the part of the day may follow.
  if (endingAt(tokens, found.to)) {
    const told = { ...found.part, bare: false }
    return told.half ? { part: told, to: found.to + 2 } : withHalf(tokens, found.to + 2, told)
  }
  // Kyrgyz "14:00дө"
  const grown = tokens[found.to]
  const isGrown =
    isNumber(tokens[found.to - 1]) &&
    isGlued(grown) &&
    /^(?:\p{Script=Cyrillic}|e?tatik|e?tara|ean|etan)/u.test(grown?.raw ?? '')
  return isGrown && isEnding(grown?.text ?? '')
    ? { part: { ...found.part, bare: false }, to: found.to + 1 }
    : found
}

function isEnding(text: string): boolean {
  return fromWords.has(text) || untilWords.has(text) || atEndings.has(text)
}

/** The ending that has grown onto the figure of an hour behind "-" or "'"; "" none. */
export function endingAt(tokens: Token[], at: number): string {
  const ending = tokens[at + 1]
  const isGrown =
    isMark(tokens[at], '-', "'") && isGlued(tokens[at]) && ending?.kind === 'word' && isGlued(ending)
  const isTurkish = isMark(tokens[at], "'") && isWord(ending, 'e', 'a')
  return isGrown && (isTurkish || isEnding(ending.text)) ? ending.text : ''
}

/** "3-tól 5-ig", "об 11-й ранку": a bare figure whose ending says that it is an hour. */
export function endedHourAt(tokens: Token[], at: number, before: Part | undefined): ClockFound {
  const token = tokens[at]
  const grown = tokens[at + 1]
  const isGrown =
    isGlued(grown) && /^\p{Script=Cyrillic}/u.test(grown?.raw ?? '') && isEnding(grown?.text ?? '')
  const ending = endingAt(tokens, at + 1) || (isGrown ? (grown?.text ?? '') : '')
  if (!isNumber(token) || token.raw.length > 2 || Number(token.text) > 24 || !ending) return null
  const to = isGrown ? at + 2 : at + 3
  // "7'den 70'e" is everybody, from seven to seventy.
  const goesOn =
    isNumber(tokens[to]) &&
    Number(tokens[to].text) <= 24 &&
    (endingAt(tokens, to + 1) !== '' || isEnding(tokens[to + 1]?.text ?? '-'))
  const isHour =
    (fromWords.has(ending) && goesOn) ||
    ((untilWords.has(ending) || beginsRange(tokens, before?.to ?? 0)) &&
      before?.kind === 'clock' &&
      before.to === at) ||
    (isWord(tokens[at - 1], 'о', 'об', 'а') && atEndings.has(ending) && closes(tokens, at + 3)) ||
    // "з 15-ї до 17-ї"
    (isWord(tokens[at - 1], 'з', 'із', 'с', 'від', 'от') &&
      isWord(tokens[at + 3], 'до') &&
      isNumber(tokens[at + 4])) ||
    (isWord(tokens[at - 1], 'до') &&
      before?.kind === 'clock' &&
      before.to === at - 1 &&
      atEndings.has(ending))
  if (!isHour) return null
  return withHalf(tokens, to, clock({ hour: Number(token.text) }))
}

function closes(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  return token?.kind !== 'word' || halfAt(tokens, at) !== null || isWord(token, 'годині', 'год', 'гадзіне')
}

/** What stands right behind an hour says that it begins a range, or within its last word. */
export function beginsRange(tokens: Token[], to: number): boolean {
  return fromWords.has(tokens[to - 1]?.text ?? '-') && isAttached(tokens, to)
}

/** The same for the end of one: "16 óráig", "13:00 gacha", "12'ye kadar". */
export function endsRange(tokens: Token[], to: number): boolean {
  const next = tokens[to]
  if (next?.kind === 'word' && untilWords.has(next.text) && next.text.length > 2) return true
  return untilWords.has(tokens[to - 1]?.text ?? '-') && isAttached(tokens, to)
}

/** "18 és 20 óra között", "10 ile 12 arasında", "10 और 12 बजे के बीच": "between" stands behind both hours. */
export function areBetween(tokens: Token[], to: number): boolean {
  for (const token of tokens.slice(to, to + 3)) {
    if (betweenBehind.has(token.text)) return true
    if (token.kind === 'word' && !isHourWord(token.text) && !isWord(token, 'ora', 'के', 'ਦੇ')) return false
  }
  return false
}

function isHourWord(text: string): boolean {
  return exactHourWords.includes(text) || twelveHourWords.includes(text)
}

/** An ending behind its sign, or a word for the hour that holds it. */
function isAttached(tokens: Token[], to: number): boolean {
  const text = tokens[to - 1]?.text ?? ''
  const isGrown = isNumber(tokens[to - 2]) && isGlued(tokens[to - 1])
  return isGrown || isMark(tokens[to - 2], '-', "'") || isHourWord(text)
}
