import { figureAt, isAtWord } from './clock-figures.ts'
import { type ClockFound, clock } from './clock-signs.ts'
import { closes } from './hour-closes.ts'
import { labelWords, untilWords } from './hour-words.ts'
import { areBetween } from './hours-with-endings.ts'
import { betweenWords, listWords, rangeWords } from './links.ts'
import { monthAt } from './months.ts'
import { isMark, isNumber, isWord, type Part } from './part.ts'
import { isDaily } from './phrase-words.ts'
import { zoneWordsAt } from './scan-zones.ts'
import type { Token } from './tokens.ts'

/** "12 Dec, 10-4", "Sat 12 Dec: 14-16": nothing else stands behind the day and behind the figures. */
export function isRangeBehindDay(tokens: Token[], at: number, before: Part | undefined): boolean {
  const gap = before ? at - before.to : 9
  const isBehindDay =
    before?.kind === 'date' && (gap === 0 || (gap === 1 && isMark(tokens[at - 1], ',', ':', '|')))
  const isSecond =
    before?.kind === 'clock' && before.bare && isMark(tokens[before.from - 1], '-') && gap === 1
  const isApart = isBehindDay || isWord(tokens[at - 1], ...openWords) || (isSecond && isJoin(tokens[at - 1]))
  const [sign, end] = [tokens[at + 1], tokens[at + 2]]
  if (!isApart || !isMark(sign, '-') || !isNumber(end) || end.raw.length > 2 || Number(end.text) > 24)
    return false
  const next = tokens[at + 3]
  return next === undefined || next.kind === 'line' || isJoin(next) || isMark(next, ')', '(')
}

/** "2-4" is of the afternoon, "7-9" of the morning or the evening; "3-1" is a score. */
export function wakingStart(tokens: Token[], at: number, hour: number): ClockFound {
  const end = Number(tokens[at + 2]?.text)
  if (hour < 7 && (hour === 0 || end <= hour)) return null
  const padded = tokens[at]?.text.startsWith('0') === true
  const isOpen = !padded && end <= 12 && (hour < 7 || (hour < 9 && end > hour && end < 12))
  return { part: clock({ hour, bare: true, padded, ...(isOpen && { spoken: true }) }), to: at + 1 }
}

/** "10-12 & 2-4", "9-13 / 14-18" */
function isJoin(token: Token | undefined): boolean {
  return (
    isMark(token, ',', '|', ';', '&', '/') ||
    isWord(token, 'and', 'und', 'et', 'y', 'e', 'en', 'og', 'och', 'i')
  )
}

const openWords =
  'open time anytime hours geoffnet offen ouvert abierto aberto aperto avoinna czynne otwarte apent'.split(
    ' ',
  )

/** "3 and 7pm", "2, 4 & 6 pm": the half of the day is told with the last of them; not "rooms 3 and 7pm". */
export function opensList(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  const isFirst =
    before === undefined || before.kind === 'line' || isMark(before, ',', ':', '|', '-', '(', ')', '@', ';')
  if (!isFirst && !isAtWord(before) && !isInList(tokens, at)) return false
  for (let here = at + 1; here < at + 12; here += 2) {
    const sign = tokens[here]
    if (!isMark(sign, ',', '&') && !isWord(sign, 'and', 'y', 'et', 'und', 'e')) return false
    const next = isMark(sign, ',') && isWord(tokens[here + 1], 'and') ? here + 2 : here + 1
    const hour = figureAt(tokens, next)
    if (!hour || monthAt(tokens, hour.to)) return false
    if (hour.part.half)
      return isWord(tokens[hour.to - 1], 'am', 'pm', 'm') || isMark(tokens[hour.to - 1], '.')
    if (!hour.part.bare) return false
    if (next > here + 1) return false
  }
  return false
}

/** Behind another such figure: "2, 4 and 6pm". */
function isInList(tokens: Token[], at: number): boolean {
  return isWord(tokens[at - 1], 'and') || isMark(tokens[at - 1], '&')
}

/** "15-17" */
export function opensBareRange(tokens: Token[], at: number): boolean {
  const end = tokens[at + 1]
  return isMark(tokens[at], '-', '~') && isNumber(end) && Number(end.text) <= 24 && closes(tokens, at + 2)
}

/** Behind the figure stands "-", "to", "and" and an hour that is told in full. */
export function opensRange(tokens: Token[], at: number): boolean {
  const sign = tokens[at]
  const early =
    isAtWord(tokens[at - 2]) ||
    betweenWords.has(tokens[at - 2]?.text ?? '-') ||
    isWord(tokens[at - 2], 'from', 'de', 'das', 'du')
  const isRange = isMark(sign, '-', '~') || (sign?.kind === 'word' && rangeWords.has(sign.text))
  const isList =
    (early || areBetween(tokens, at + 2) || untilWords.has(tokens[at + 2]?.text ?? '-')) &&
    (isMark(sign, '&', '/') || sign?.raw === 'és' || (sign?.kind === 'word' && listWords.has(sign.text)))
  if (!isRange && !isList) return false
  let here = at + 1
  if (isWord(tokens[here], 'as', 'les', 'las')) here++
  const token = tokens[here]
  if (isWord(token, 'noon', 'midday', 'midnight', 'midi', 'minuit')) return true
  if (token?.kind !== 'number') return false
  const end = figureAt(tokens, here)
  if (!end || monthAt(tokens, end.to)) return false
  if (
    areBetween(tokens, here + 1) ||
    (untilWords.has(tokens[here + 1]?.text ?? '-') && isNumber(tokens[at - 1]))
  )
    return true
  if (!end.part.bare) return !isMark(tokens[here + 1], '.') || end.part.half !== null || early || isRange
  if (isMark(tokens[here + 1], ':', '/', '%') || !isRange) return false
  if (isWord(tokens[at - 2], 'dalle', 'das') && isWord(sign, 'alle', 'as')) return true
  if (isWord(tokens[at - 2], 'kl', 'klo', 'um', 'pukul', 'ore', 'uhrzeit', 'godz')) return true
  if (
    isWord(tokens[end.to], 'and', 'et', 'y', 'und', 'e') &&
    isNumber(tokens[end.to + 1]) &&
    isMark(tokens[end.to + 2], '-') &&
    opensRange(tokens, end.to + 2)
  )
    return true
  // "10-4 both days"
  if (isDaily(tokens[end.to], tokens[end.to + 1], tokens[end.to + 2])) return true
  const zone = zoneWordsAt(tokens, end.to)?.part.sort
  return zone === 'abbreviation' || zone === 'offset' || zone === 'name'
}

export function isRangeOnly(tokens: Token[], from: number, to: number): boolean {
  if (from === to) return false
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    const known =
      isMark(token, '-', '~') ||
      (token?.kind === 'word' &&
        (rangeWords.has(token.text) ||
          labelWords.includes(token.text) ||
          isWord(token, 'ora', 'orele', 'τις', 'ne', 'la', 'si', 'and', 'und', 'et', 'y', 'as')))
    if (!known) return false
  }
  return true
}
