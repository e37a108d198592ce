import { weekdayOf } from './calendar-words.ts'
import { looksLikeClock, opensHours } from './clock-signs.ts'
import { dayOf, dayWords } from './day-words.ts'
import { eastAsianDateAt, vietnameseDateAt } from './east-asian-dates.ts'
import { betweenWords } from './links.ts'
import { monthAt } from './months.ts'
import { nthWeekdayAt } from './nth-weekdays.ts'
import { numericDateAt } from './numeric-dates.ts'
import { isEnglishOrdinal, ordinalDayAt } from './ordinal-days.ts'
import { type DatePart, type Found, isGlued, isMark, isNumber, isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'
import { isYear, yearAt } from './year-words.ts'

/** A day, a list or a range of days that begins at token `at`. */
export function dateAt(tokens: Token[], at: number, before?: Part): Found<DatePart> {
  return (
    nthWeekdayAt(tokens, at) ??
    numericDateAt(tokens, at, before) ??
    eastAsianDateAt(tokens, at) ??
    vietnameseDateAt(tokens, at) ??
    dayFirstAt(tokens, at) ??
    monthFirstAt(tokens, at) ??
    yearFirstAt(tokens, at) ??
    weekdaysDayAt(tokens, at, before)
  )
}

type Day = { day: number; to: number; ordinal: boolean; weekday?: number }

const ordinals = new Set('st nd rd th er ro re do to vo o a e eme ieme го ого мая te de ste º ª'.split(' '))

/** A day's number with what makes it an ordinal: "9", "9th", "1ro", "18.", "18-го". */
export function dayAt(tokens: Token[], at: number): Day | null {
  const token = tokens[at]
  const worded = token?.kind === 'word' ? ordinalDayAt(tokens, at) : null
  if (worded) return { ...worded, ordinal: true }
  if (token?.kind !== 'number' || token.raw.length > 2) return null
  const day = Number(token.text)
  if (day < 1 || day > 31) return null
  const before = tokens[at - 1]
  if (before && isGlued(token) && isMark(before, ':', '$', '€', '£', '#')) return null
  if (isGlued(token) && isMark(before, '.') && tokens[at - 2]?.kind === 'number') return null
  const next = tokens[at + 1]
  if (
    next?.kind === 'word' &&
    ordinals.has(next.text) &&
    (isGlued(next) || /^(st|nd|rd|th)$/.test(next.text))
  ) {
    return { day, to: at + 2, ordinal: true }
  }
  if (isMark(next, '°') && isGlued(next)) return { day, to: at + 2, ordinal: true }
  if (isMark(next, '-') && isWord(tokens[at + 2], 'го', 'ого')) return { day, to: at + 3, ordinal: true }
  return { day, to: at + 1, ordinal: false }
}

const between = new Set('of de del du da di d the dello van ng sa من ב'.split(' '))

/** "18 December 2020", "19-22 November", "8., 9. und 10. März", "Friday 18 to Sunday 20 December". */
function dayFirstAt(tokens: Token[], at: number): Found<DatePart> {
  const days: Day[] = []
  let link: DatePart['link'] = 'one'
  let here = at
  let comma = false
  let isBetween = false
  let month: ReturnType<typeof monthAt> = null
  while (days.length < 16) {
    const day = days.length ? dayAfterWeekday(tokens, here) : dayAt(tokens, here)
    if (!day) return null
    days.push(day)
    here = day.to
    if (isMark(tokens[here], '.') && isGlued(tokens[here])) here++
    month = monthAfterDay(tokens, here)
    if (month) break
    const next: Join | null = joinAt(tokens, here)
    if (!next || looksLikeClock(tokens, next.to)) return null
    comma = isMark(tokens[here], ',') && next.to === here + 1 && !isFirstDay(tokens[at - 1])
    isBetween ||= betweenWords.has(tokens[at - 1]?.text ?? '-')
    const goesOn = link === 'range' && days.length === 2 && next.link === 'list'
    if (link !== 'one' && link !== next.link && !goesOn) return null
    if (link === 'range' && !goesOn) return null
    if (goesOn) fillRange(days)
    link = next.link
    here = next.to
  }
  const first = days[0]
  // "the tenth of December", not "the second May Day".
  if (isEnglishOrdinal(tokens[at]) && !isWord(tokens[first?.to ?? at], 'of')) return null
  // "Day 1, 18 December", "Part 3 - 18 December": a count, and a day behind it.
  if (comma || (days.length > 1 && isCounter(tokens[at - 1]))) return null
  if (!month || !first || !isLikely(tokens, at, month, first.ordinal)) return null
  if (days.some((day, index) => index > 0 && day.day <= (days[index - 1]?.day ?? 0))) return null
  const { calendar } = month.word
  const { year, to } = yearAt(tokens, month.to, calendar)
  const value = month.month
  if (calendar && year === undefined && isAlsoAName(month.raw)) return null
  const parts = days.flatMap(
    ({ day, weekday }) => dayOf(calendar, { day, month: value, year, weekday }) ?? [],
  )
  if (parts.length < days.length) return null
  if (isBetween && days.length === 2) link = 'range'
  return { part: { kind: 'date', days: parts, link, languages: month.word.languages }, to }
}

const counters = new Set(
  'day part session webinar episode week module lecture no nr number vol volume issue chapter seminar meeting workshop round group room series event panel tag teil jour partie sesion dia parte'.split(
    ' ',
  ),
)

/** "12, 13 October" begins a list where nothing stands before that could be counted. */
function isFirstDay(before: Token | undefined): boolean {
  return before?.kind !== 'word' || isWord(before, 'on', 'le', 'les', 'el', 'los', 'am', 'the')
}

function isCounter(before: Token | undefined): boolean {
  return isMark(before, '#', '№') || (before?.kind === 'word' && counters.has(before.text))
}

function monthAfterDay(tokens: Token[], at: number): ReturnType<typeof monthAt> {
  let here = at
  for (let words = 0; words < 2 && between.has(tokens[here]?.text ?? '-'); words++) here++
  if (isMark(tokens[here], "'")) here++
  // "18-Dec-2020", "18/Dec/2020"
  if (isMark(tokens[here], '-', '/') && isGlued(tokens[here]) && isGlued(tokens[here + 1])) here++
  return monthAt(tokens, here)
}

function dayAfterWeekday(tokens: Token[], at: number): Day | null {
  let here = at
  if (isWord(tokens[here], 'the', 'le', 'el', 'den', 'dem')) here++
  const weekday = weekdayOf(tokens[here]?.text ?? '')
  if (weekday) here++
  if (weekday && isMark(tokens[here], '.', ',')) here++
  const day = dayAt(tokens, here)
  return day && weekday ? { ...day, weekday: weekday.value } : day
}

const rangeJoins = new Set(
  '- ~ 부터 から تا to until till through thru au bis al a ao até ate по до الى إلى حتى fino sampai hingga hanggang tot t/m'.split(
    ' ',
  ),
)

const listJoins = new Set('and & y et e und i и o og en و dan 和 + ,'.split(' '))

const afterRange = 'the le el zum einschliesslich inklusive einschl inkl including'.split(' ')

type Join = { link: 'range' | 'list'; to: number }

function joinAt(tokens: Token[], at: number): Join | null {
  const token = tokens[at]
  if (!token || (token.kind !== 'mark' && token.kind !== 'word')) return null
  if (rangeJoins.has(token.text)) {
    let to = at + 1
    while (isWord(tokens[to], ...afterRange) || (to > at + 1 && isMark(tokens[to], '.'))) to++
    return { link: 'range', to }
  }
  if (token.text === ',' && isWord(tokens[at + 1], 'and', 'y', 'et', 'und', 'e')) {
    return { link: 'list', to: at + 2 }
  }
  return listJoins.has(token.text) || token.text === '/' ? { link: 'list', to: at + 1 } : null
}

/** "July the 9th", "November 26-30, 2012", "March 8 and 9". */
function monthFirstAt(tokens: Token[], at: number): Found<DatePart> {
  const month = monthAt(tokens, at)
  if (!month) return null
  let here = month.to
  if (isWord(tokens[here], 'the')) here++
  if (isMark(tokens[here], '-') && isGlued(tokens[here]) && isGlued(tokens[here + 1])) here++
  const first = dayAt(tokens, here)
  if (tokens[here]?.kind === 'word' && first && !endsOrdinal(tokens, first.to)) return null
  // "mar. 12 janv." is a Tuesday.
  if (first && weekdayOf(tokens[at]?.text ?? '') && monthAfterDay(tokens, first.to)) return null
  if (!first || looksLikeClock(tokens, here) || !isLikely(tokens, at, month, first.ordinal, first.to))
    return null
  const days: Day[] = [first]
  let link: DatePart['link'] = 'one'
  here = first.to
  for (let next = joinAt(tokens, here); next && days.length < 16; next = joinAt(tokens, here)) {
    if (isMark(tokens[here], ',') && next.to === here + 1 && !endsInAnd(tokens, next.to)) break
    const day = dayAfterWeekday(tokens, next.to)
    const last = days.at(-1)?.day ?? 0
    const goesOn = link === 'range' && days.length === 2 && next.link === 'list'
    if (!day || day.day <= last || (link !== 'one' && link !== next.link && !goesOn)) break
    const figure = day.to - (day.ordinal ? 2 : 1)
    if (looksLikeClock(tokens, figure) || opensHours(tokens, figure) || monthAfterDay(tokens, day.to)) break
    if (isWord(tokens[next.to - 1], 'a', 'e', 'o', 'as') || zoneFollows(tokens[day.to])) break
    if (goesOn) fillRange(days)
    days.push(day)
    link = next.link
    here = day.to
  }
  const { calendar } = month.word
  const { year, to } = yearAt(tokens, here, calendar)
  const value = month.month
  if (calendar && year === undefined && isAlsoAName(month.raw)) return null
  const parts = days.flatMap(
    ({ day, weekday }) => dayOf(calendar, { day, month: value, year, weekday }) ?? [],
  )
  if (parts.length < days.length) return null
  return { part: { kind: 'date', days: parts, link, languages: month.word.languages }, to }
}

/** "December tenth, 2021": not "in December first results". */
function endsOrdinal(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  return token?.kind !== 'word' || isWord(token, 'at', 'from')
}

function zoneFollows(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^(utc|gmt|[A-Z]{2,4}T)$/.test(token.raw)
}

/** "1-3 and 5": days of a range that a list goes on with are days of that list. */
function fillRange(days: Day[]): void {
  const [first, last] = days
  if (!first || !last) return
  for (let day = first.day + 1; day < last.day; day++)
    days.splice(days.length - 1, 0, { day, to: first.to, ordinal: false })
}

/** "8, 9 and 10": a list with commas is believed only when it ends with "and". */
function endsInAnd(tokens: Token[], at: number): boolean {
  for (let here = at; here < at + 12; here++) {
    const token = tokens[here]
    if (isWord(token, 'and', 'y', 'et', 'und', 'e')) return !looksLikeClock(tokens, here + 1)
    if (token?.kind !== 'number' && !isMark(token, ',') && !(token && ordinals.has(token.text))) return false
  }
  return false
}

/** "2020 December 18", "2020. december 18." */
function yearFirstAt(tokens: Token[], at: number): Found<DatePart> {
  const token = tokens[at]
  if (!isNumber(token, 4) || !isYear(token)) return null
  const here = isMark(tokens[at + 1], '.', ',', '-', '/') ? at + 2 : at + 1
  const month = monthAt(tokens, here)
  if (!month) return null
  const glued = isMark(tokens[month.to], '-', '/') && isGlued(tokens[month.to]) ? 1 : 0
  const day = dayAt(tokens, month.to + glued)
  if (!day || looksLikeClock(tokens, month.to + glued)) return null
  const days = [dayWords({ day: day.day, month: month.month, year: Number(token.text) })]
  return { part: { kind: 'date', days, link: 'one', languages: month.word.languages }, to: day.to }
}

/** "Friday 18th", "Friday the 18th": no month is told. */
function weekdaysDayAt(tokens: Token[], at: number, before: Part | undefined): Found<DatePart> {
  if (before?.kind !== 'weekday' || at - before.to > 2) return null
  // Brazilian papers: "sexta-feira (18)".
  const inBrackets = isMark(tokens[at - 1], '(') && isMark(tokens[at + 1], ')')
  const joins = isWord(tokens[at - 1], 'the', 'le', 'el', 'den') || isMark(tokens[at - 1], ',') || inBrackets
  if (at > before.to && !joins) return null
  const day = dayAt(tokens, at)
  const isDay = day && (day.ordinal || inBrackets || leadsHour(tokens, day.to, before.languages))
  if (!day || !isDay || looksLikeClock(tokens, at)) return null
  return { part: { kind: 'date', days: [{ day: day.day }], link: 'one', languages: [] }, to: day.to }
}

/** "lundi 11 à 20 heures", "lunedì 11 alle 20.30", "jueves 17 a las 19:00": the word of an hour behind the figure. French "à" is Spanish for "to". */
function leadsHour(tokens: Token[], at: number, languages: string[]): boolean {
  const word = tokens[at]
  const isLed =
    isWord(word, 'at', 'um', 'alle', 'om', 'kl', 'klo') || (isWord(word, 'a') && languages.includes('fr'))
  // A range would say "de las 17 a las 19".
  const isSpanish = isWord(word, 'a') && isWord(tokens[at + 1], 'las', 'la', 'les')
  if (isSpanish && (languages.includes('es') || languages.includes('ca'))) return isNumber(tokens[at + 2])
  return isLed && looksLikeClock(tokens, at + 1)
}

/** "Recep", "Azar", "صفر" (nought): believed as a month with its year, or it may be somebody's name. */
function isAlsoAName(month: string): boolean {
  return month === 'صفر' || (/^\p{Script=Latin}/u.test(month) && !/^rama[dz]/i.test(month))
}

/** Abbreviations that are ordinary words elsewhere: "8 out of 10", "12 des participants", "5 may not". */
const ordinary = new Set('out ago set des gen ene may mai mag lug ott mei dis nob a an'.split(' '))

function isLikely(
  tokens: Token[],
  at: number,
  month: NonNullable<ReturnType<typeof monthAt>>,
  ordinal: boolean,
  after = month.to,
): boolean {
  // Malay March, with its year; else a computer.
  if (tokens[month.to - 1]?.text === 'mac') return yearAt(tokens, after).year !== undefined
  if (!ordinary.has(tokens[month.to - 1]?.text ?? '') && !ordinary.has(month.raw.toLowerCase())) return true
  if (ordinal || /^\p{Lu}/u.test(month.raw)) return true
  if (month.word.short === false && month.raw.toLowerCase() !== 'may') return true
  const joined =
    between.has(tokens[month.to - 2]?.text ?? '-') ||
    (isMark(tokens[month.to - 1], '.') && isNumber(tokens[month.to]))
  const before = weekdayOf(tokens[at - 1]?.text ?? tokens[at - 2]?.text ?? '')
  return joined || before !== undefined || yearAt(tokens, after).year !== undefined
}
