import { isBroadcastHour } from './broadcast-hours.ts'
import { figureAt, isAtWord } from './clock-figures.ts'
import { type ClockFound, clock } from './clock-signs.ts'
import { isFromTo } from './from-to-hours.ts'
import { exactHourWords, labelWords, untilWords } from './hour-words.ts'
import { areBetween } from './hours-with-endings.ts'
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
  if (isBroadcastHour(tokens, at)) return { part: { ...found.part, half: 'pm', bare: false }, to: at + 1 }
  const next = tokens[at + 1]
  if (
    isMark(next, '%', '$', '€', ':') ||
    (isMark(next, '.', ',') && isGlued(tokens[at + 2]) && isNumber(tokens[at + 2]))
  )
    return null
  if (monthAt(tokens, at + 1)) return null
  if (opensRange(tokens, at + 1) || opensList(tokens, at) || (before && isFromTo(tokens, at)))
    // Slovene "10. do 12. ure"
    return isMark(next, '.') && tokens[at + 2]?.kind === 'word' ? { ...found, to: at + 2 } : found
  if (isSignedHour(tokens, at)) return found
  if (isRangeBehindDay(tokens, at, before)) return wakingStart(tokens, at, hour)
  const endsRange = before?.kind === 'clock' && isRangeOnly(tokens, before.to, at)
  if (endsRange && (closes(tokens, at + 1) || (before.bare && isWordBehind(tokens, at)))) return found
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

/** "12 Dec, 10-4", "Sat 12 Dec: 14-16": nothing else stands behind the day and behind the figures. */
function isRangeBehindDay(tokens: Token[], at: number, before: Part | undefined): boolean {
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
function wakingStart(tokens: Token[], at: number, hour: number): ClockFound {
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

/** Signs that nothing but an hour follows. */
const surely = 'kl klo klockan klokken kello klukkan godz plkst godzinie ore orele'.split(' ')

/** "ore 15-18 presso …": the first figure is an hour, so is the second, glued to it. */
function isWordBehind(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1]
  return isGlued(tokens[at]) && isGlued(tokens[at - 1]) && next?.kind === 'word' && next.spaced
}

/** "kl. 18 på biblioteket", "klo 18–20 kirjastossa", "godz. 10-14 w sali 3": words that stand behind it are no hindrance. */
function isSignedHour(tokens: Token[], at: number): boolean {
  const label = isMark(tokens[at - 1], '.', ':') ? at - 2 : at - 1
  if (!isWord(tokens[label], ...surely)) return false
  const next = tokens[at + 1]
  const isFree = next === undefined || next.kind === 'word' || next.kind === 'line'
  return isFree || (isMark(next, '-', '~') && isNumber(tokens[at + 2]) && Number(tokens[at + 2]?.text) <= 24)
}

/** "3 and 7pm", "2, 4 & 6 pm": the half of the day is told with the last of them; not "rooms 3 and 7pm". */
function opensList(tokens: Token[], at: number): boolean {
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

/** Words before a place: "a las 18 en la biblioteca", "à 18 dans la salle". */
const places =
  'en na no nel nella nello presso dans au aux chez im ins bei beim hos w via op bij con avec mit med com z ze'.split(
    ' ',
  )

/** What stands behind lets the figure be an hour: an end, a sign, a zone, a day; not the name of a thing counted. */
export function closes(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.kind === 'line' || token.kind === 'skip') return true
  if (token.kind === 'mark')
    return (
      !isMark(token, '%', '$', '€', '°', ':') &&
      !(isMark(token, '/') && !token.spaced) &&
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
      ...places,
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
