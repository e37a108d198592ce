import { type ClockFound, clock } from './clock-signs.ts'
import { halfAt } from './halves.ts'
import { atEndings, exactHourWords, fromWords, twelveHourWords, untilWords } from './hour-words.ts'
import { isGlued, isMark, isNumber, isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'

/** "10:00-tól", "13:00-dək", "7'de": the ending that has grown onto an hour belongs to it. */
export function withEnding(tokens: Token[], found: ClockFound): ClockFound {
  if (!found) return null
  const ending = endingAt(tokens, found.to)
  const isEnding = fromWords.has(ending) || untilWords.has(ending) || atEndings.has(ending)
  return isEnding ? { part: { ...found.part, bare: false }, to: found.to + 2 } : found
}

/** The letters that have grown onto a figure behind "-" or "'"; "" none. */
function endingAt(tokens: Token[], at: number): string {
  const ending = tokens[at + 1]
  const isGrown = isMark(tokens[at], '-', "'") && isGlued(tokens[at]) && ending?.kind === 'word' && isGlued(ending)
  return isGrown ? ending.text : ''
}

/** "3-tól 5-ig", "об 11-й ранку": a bare figure whose ending says that it is an hour. */
export function endedHourAt(tokens: Token[], at: number, before: Part | undefined): ClockFound {
  const token = tokens[at]
  const ending = endingAt(tokens, at + 1)
  if (!isNumber(token) || token.raw.length > 2 || Number(token.text) > 24 || !ending) return null
  const goesOn = isNumber(tokens[at + 3]) && untilWords.has(endingAt(tokens, at + 4))
  const isHour =
    (fromWords.has(ending) && goesOn) ||
    (untilWords.has(ending) && before?.kind === 'clock' && before.to === at) ||
    (isWord(tokens[at - 1], 'о', 'об') && atEndings.has(ending) && closes(tokens, at + 3))
  if (!isHour) return null
  const half = halfAt(tokens, at + 3)
  const part = clock({ hour: Number(token.text), half: half?.half === 'am' ? 'am' : half ? 'pm' : null })
  return { part, to: half?.to ?? at + 3 }
}

function closes(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  return token?.kind !== 'word' || halfAt(tokens, at) !== null || isWord(token, 'годині', 'год')
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

/** An ending behind its sign, or a word for the hour that holds it. */
function isAttached(tokens: Token[], to: number): boolean {
  const text = tokens[to - 1]?.text ?? ''
  return isMark(tokens[to - 2], '-', "'") || exactHourWords.includes(text) || twelveHourWords.includes(text)
}
