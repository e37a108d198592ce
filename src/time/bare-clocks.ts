import { figureAt, isAtWord } from './clock-figures.ts'
import { type ClockFound, clock } from './clock-signs.ts'
import { areBetween } from './ended-hours.ts'
import { isFromTo } from './from-to-hours.ts'
import { exactHourWords, labelWords, untilWords } from './hour-words.ts'
import { betweenWords, listWords, rangeWords } from './links.ts'
import { monthAt } from './months.ts'
import { isGlued, isMark, isNumber, isWord, type Part } from './part.ts'
import { isDaily } from './phrase-words.ts'
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
  const next = tokens[at + 1]
  if (
    isMark(next, '%', '$', '€', ':') ||
    (isMark(next, '.', ',') && isGlued(tokens[at + 2]) && isNumber(tokens[at + 2]))
  )
    return null
  if (monthAt(tokens, at + 1)) return null
  if (opensRange(tokens, at + 1) || (before && isFromTo(tokens, at)))
    // Slovene "10. do 12. ure"
    return isMark(next, '.') && tokens[at + 2]?.kind === 'word' ? { ...found, to: at + 2 } : found
  if (before?.kind === 'clock' && isRangeOnly(tokens, before.to, at) && closes(tokens, at + 1)) return found
  const isAmong = before?.kind === 'clock' && before.to === at - 1 && areBetween(tokens, at + 1)
  if (
    before?.kind === 'clock' &&
    before.to === at - 1 &&
    untilWords.has(next?.text ?? '-') &&
    (next?.text.length ?? 0) > 2
  )
    return found
  if (isAmong && listWords.has(tokens[at - 1]?.text ?? '-')) return found
  if (before?.kind === 'zone' && isRangeOnly(tokens, before.to, at) && closes(tokens, at + 1)) return found
  if (
    isLabelled(tokens, at, before) &&
    (closes(tokens, at + 1) || opensBareRange(tokens, at + 1) || isWord(tokens[at + 1], ...rangeWords))
  )
    return found
  const zone = zoneWordsAt(tokens, at + 1)
  if (
    (zone?.part.sort === 'abbreviation' || /^(?:ET|PT)$/.test(tokens[at + 1]?.raw ?? '')) &&
    /^[A-Z]/.test(tokens[at + 1]?.raw ?? '') &&
    !/^(AM|MT|CT|ART|EAT|CAT|MET)$/.test(tokens[at + 1]?.raw ?? '')
  ) {
    return found
  }
  if (
    !isAtWord(tokens[at - 1]) ||
    isWord(
      tokens[at - 1],
      'a',
      'as',
      'from',
      'de',
      'von',
      'в',
      'с',
      'la',
      'hour',
      'ora',
      'about',
      'since',
      'times',
      'time',
      'start',
      'when',
    )
  )
    return null
  return closes(tokens, at + 1) ? found : null
}

const hourLabels =
  'h hs hrs kl klo kello kell godz g hod ore orele ora saat pukul jam uhrzeit hora horas heure um час plkst klukkan ساعت saa pkl'
    .split(' ')
    .concat(labelWords)

/** "h 15", "h. 15-17", "kl. 15", "godz. 15", "ora: 15": the sign of the hour stands before it, behind a day or first of all. */
function isLabelled(tokens: Token[], at: number, before: Part | undefined): boolean {
  const label = isMark(tokens[at - 1], '.', ':') ? at - 2 : at - 1
  if (!isWord(tokens[label], ...hourLabels)) return false
  if (label === 0 || tokens[label - 1]?.kind === 'line') return true
  if (isWord(tokens[label - 1], 'dalle', 'alle', 'od', 'do', 'de', 'a', 'la', 'van', 'tot')) return true
  return before !== undefined && label - before.to <= 1
}

/** "15-17" */
function opensBareRange(tokens: Token[], at: number): boolean {
  const end = tokens[at + 1]
  return isMark(tokens[at], '-', '~') && isNumber(end) && Number(end.text) <= 24 && closes(tokens, at + 2)
}

/** Behind the figure stands "-", "to", "and" and an hour that is told in full. */
function opensRange(tokens: Token[], at: number): boolean {
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

function isRangeOnly(tokens: Token[], from: number, to: number): boolean {
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

/** What stands behind lets the figure be an hour: an end, a sign, a zone, a day; not the name of a thing counted. */
function closes(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.kind === 'line' || token.kind === 'skip') return true
  if (token.kind === 'mark')
    return (
      !isMark(token, '%', '$', '€', '°', ':', '/') &&
      !(isMark(token, '.', '-') && isGlued(tokens[at + 1]) && isNumber(tokens[at + 1]) && isGlued(token))
    )
  if (token.kind === 'number') return false
  return (
    zoneWordsAt(tokens, at) !== null ||
    untilWords.has(token.text) ||
    exactHourWords.includes(token.text) ||
    areBetween(tokens, at) ||
    isDaily(token, tokens[at + 1], tokens[at + 2]) ||
    isWord(
      token,
      'on',
      'and',
      'am',
      'le',
      'el',
      'at',
      'in',
      'the',
      'monday',
      'tuesday',
      'wednesday',
      'thursday',
      'friday',
      'saturday',
      'sunday',
    )
  )
}
