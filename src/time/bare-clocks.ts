import {
  isRangeBehindDay,
  isRangeOnly,
  opensBareRange,
  opensList,
  opensRange,
  wakingStart,
} from './bare-ranges.ts'
import { isBroadcastHour } from './broadcast-hours.ts'
import { isAtWord } from './clock-figures.ts'
import { type ClockFound, clock } from './clock-signs.ts'
import { isFromTo } from './from-to-hours.ts'
import { closes } from './hour-closes.ts'
import { labelWords, surelyHours, untilWords } from './hour-words.ts'
import { areBetween } from './hours-with-endings.ts'
import { listWords, rangeWords } from './links.ts'
import { monthAt } from './months.ts'
import { isGlued, isMark, isNumber, isWord, type Part } from './part.ts'
import { isPriceOrChain } from './price-or-chain.ts'
import { zoneWordsAt } from './scan-zones.ts'
import type { Token } from './tokens.ts'

/** "4" of "4-6pm", "9" of "from 9 to 11 am", "10 UTC", "at 10". */
export function bareClockAt(tokens: Token[], at: number, before: Part | undefined): ClockFound {
  const token = tokens[at]
  if (token?.kind !== 'number' || token.raw.length > 2 || isPriceOrChain(tokens, at)) return null
  const hour = Number(token.text)
  if (hour > 24) return null
  const padded = token.text.length === 2 && token.text.startsWith('0')
  const found = { part: clock({ hour, bare: true, padded }), to: at + 1 }
  if (isBroadcastHour(tokens, at)) return { part: { ...found.part, half: 'pm', bare: false }, to: at + 1 }
  const next = tokens[at + 1]
  const isFraction = isMark(next, '.', ',') && isGlued(tokens[at + 2]) && isNumber(tokens[at + 2])
  if (isFraction || isMark(next, '%', '$', '€', ':') || monthAt(tokens, at + 1)) return null
  if (opensRange(tokens, at + 1) || opensList(tokens, at) || (before && isFromTo(tokens, at)))
    // Slovene "10. do 12. ure"
    return isMark(next, '.') && tokens[at + 2]?.kind === 'word' ? { ...found, to: at + 2 } : found
  if (isSignedHour(tokens, at)) return found
  if (isRangeBehindDay(tokens, at, before)) return wakingStart(tokens, at, hour)
  const isHour =
    goesOnFrom(tokens, at, before) || isLabelled(tokens, at, before) || hasLetters(tokens, at + 1)
  return isHour || (isLed(tokens[at - 1]) && closes(tokens, at + 1)) ? found : null
}

/** It is the second of two hours: "9–11", "10 and 12 between", "until", or behind the zone of the first. */
function goesOnFrom(tokens: Token[], at: number, before: Part | undefined): boolean {
  if (before?.kind !== 'clock' && before?.kind !== 'zone') return false
  const isEnd = isRangeOnly(tokens, before.to, at) && closes(tokens, at + 1)
  if (before.kind === 'zone') return isEnd
  if (isEnd || (before.bare && isRangeOnly(tokens, before.to, at) && isWordBehind(tokens, at))) return true
  const next = tokens[at + 1]?.text ?? '-'
  const isUntil = untilWords.has(next) && next.length > 2
  const isAmong = areBetween(tokens, at + 1) && listWords.has(tokens[at - 1]?.text ?? '-')
  return before.to === at - 1 && (isUntil || isAmong)
}

/** "10 UTC", "7 ET": capital letters of a zone that are no word. */
function hasLetters(tokens: Token[], at: number): boolean {
  const raw = tokens[at]?.raw ?? ''
  const isZone = zoneWordsAt(tokens, at)?.part.sort === 'abbreviation' || /^(?:ET|PT)$/.test(raw)
  return isZone && /^[A-Z]/.test(raw) && !/^(AM|MT|CT|ART|EAT|CAT|MET)$/.test(raw)
}

/** "at 10", "um 10": not behind words that lead many other things too. */
function isLed(before: Token | undefined): boolean {
  return isAtWord(before) && !isWord(before, ...otherLeads)
}

const otherLeads = 'a as from de von в с la hour ora about since times time start when'.split(' ')

const hourLabels =
  'h hs hrs kl klo kello kell godz g hod ore orele ora saat pukul jam uhrzeit hora horas heure um час plkst klukkan ساعت saa pkl'
    .split(' ')
    .concat(labelWords)

/** "h 15", "h. 15-17", "kl. 15", "godz. 15", "ora: 15": the sign of the hour stands before it, behind a day or first of all. */
function isLabelled(tokens: Token[], at: number, before: Part | undefined): boolean {
  const isEnded =
    closes(tokens, at + 1) || opensBareRange(tokens, at + 1) || isWord(tokens[at + 1], ...rangeWords)
  return isEnded && hasLabel(tokens, at, before)
}

function hasLabel(tokens: Token[], at: number, before: Part | undefined): boolean {
  const label = isMark(tokens[at - 1], '.', ':') ? at - 2 : at - 1
  if (!isWord(tokens[label], ...hourLabels)) return false
  if (label === 0 || tokens[label - 1]?.kind === 'line') return true
  if (isWord(tokens[label - 1], 'dalle', 'alle', 'od', 'do', 'de', 'a', 'la', 'van', 'tot')) return true
  return before !== undefined && label - before.to <= 1
}

/** "ore 15-18 presso …": the first figure is an hour, so is the second, glued to it. */
function isWordBehind(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1]
  return isGlued(tokens[at]) && isGlued(tokens[at - 1]) && next?.kind === 'word' && next.spaced
}

/** "kl. 18 på biblioteket", "klo 18–20 kirjastossa", "godz. 10-14 w sali 3": words that stand behind it are no hindrance. */
function isSignedHour(tokens: Token[], at: number): boolean {
  const label = isMark(tokens[at - 1], '.', ':') ? at - 2 : at - 1
  if (!isWord(tokens[label], ...surelyHours)) return false
  const next = tokens[at + 1]
  const isFree = next === undefined || next.kind === 'word' || next.kind === 'line'
  return isFree || (isMark(next, '-', '~') && isNumber(tokens[at + 2]) && Number(tokens[at + 2]?.text) <= 24)
}
