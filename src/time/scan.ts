import { beltIn } from './belts.ts'
import { looksLikeClock } from './clock-signs.ts'
import { homeAt } from './home-times.ts'
import { areBetween } from './hours-with-endings.ts'
import { isMark, isWord, type Part } from './part.ts'
import { longestPlace, placeOfHourAt, placeWithCountry } from './place-zones.ts'
import { againAt } from './same-time.ts'
import { clockAt } from './scan-clocks.ts'
import { dateAt } from './scan-dates.ts'
import { allDayAt, durationAt, shiftAt, shortDurationAt } from './scan-lengths.ts'
import { relativeAt, weekdayAt } from './scan-weekdays.ts'
import { zoneWordsAt } from './scan-zones.ts'
import type { Token } from './tokens.ts'

/** Everything in a text that may tell a time, in order; what belongs together is for the reader to say. */
export function partsOf(tokens: Token[]): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < tokens.length; ) {
    const found = partAt(tokens, at, parts.at(-1))
    if (found) parts.push(found)
    at = found ? found.to : at + 1
  }
  return parts
}

function partAt(tokens: Token[], at: number, before: Part | undefined): Part | null {
  const token = tokens[at]
  if (!token || token.kind === 'line' || token.kind === 'skip') return null
  const found =
    (token.kind === 'mark' ? null : dateAt(tokens, at, before)) ??
    (areBetween(tokens, at + 1) ? null : durationAt(tokens, at, before)) ??
    shortDurationAt(tokens, at, before) ??
    allDayAt(tokens, at) ??
    againAt(tokens, at, before) ??
    shiftAt(tokens, at) ??
    weekdayAt(tokens, at) ??
    clockAt(tokens, at, before) ??
    relativeAt(tokens, at) ??
    zoneAt(tokens, at, before)
  return found ? { ...found.part, from: at, to: found.to } : null
}

function zoneAt(tokens: Token[], at: number, before: Part | undefined) {
  const gap = before ? at - before.to : 99
  const behind = before !== undefined && (before.kind === 'clock' || before.kind === 'zone') && gap <= 2
  const found = zoneWordsAt(tokens, at, behind)
  if (found) return found
  const labelled = labelledZoneAt(tokens, at)
  if (labelled) return labelled
  const inBrackets = isMark(tokens[at - 1], '(')
  const afterClock = before?.kind === 'clock' && gap === (inBrackets || isWithin(tokens, at) ? 1 : 0)
  // "(Cape Town / Johannesburg)": a second place of the same hour.
  const beside =
    before?.kind === 'zone' && before.sort === 'place' && gap === 1 && isMark(tokens[at - 1], '/', '&')
  // "8 pm, Paris", "midday on Saturday 5 December, Kampala"
  const ends = before?.kind === 'clock' || before?.kind === 'date'
  const last =
    ends && (gap === 1 || (gap === 2 && isMark(tokens[at - 2], '.'))) && isMark(tokens[at - 1], ',')
  // "Central Time (Mexico)", "Mountain Time, Arizona"
  const ofBelt =
    before?.kind === 'zone' && gap === 1 && (inBrackets || isMark(tokens[at - 1], ',')) && beltIn(before.said)
  const behindDay = inBrackets && before?.kind === 'date' && gap === 1
  const ofHour = before?.kind === 'clock' && gap <= 1 ? placeOfHourAt(tokens, at) : null
  if (ofHour) return ofHour
  const between = placeBetween(tokens, at, before)
  if (between) return between
  const leads = placeBeforeHour(tokens, at, before)
  if (leads) return leads
  if (!(afterClock || beside || last || behindDay || ofBelt) || tokens[at]?.kind !== 'word') return null
  const place = longestPlace(tokens, at) ?? ((inBrackets && afterClock) || last ? homeAt(tokens, at) : null)
  if (!place || (!inBrackets && !last && isWord(tokens[at], ...alsoEvents))) return null
  const next = tokens[place.to]
  if (last) return endsLine(tokens, place.to) ? place : null
  const isLast = inBrackets ? isMark(next, ')', ',', '/', '&', ';', '|') : endsPlace(tokens, place.to)
  return isLast ? place : null
}

/** "Time zone: Pacific (Canada)", "all times Nairobi", "Zeitzone: Wien": what stands there is a zone whatever it is. */
function labelledZoneAt(tokens: Token[], at: number) {
  if (tokens[at]?.kind !== 'word') return null
  const words = tokens
    .slice(Math.max(0, at - 4), at)
    .map(token => token.text)
    .join(' ')
  if (!zoneLabel.test(words)) return null
  return zoneWordsAt(tokens, at, true) ?? longestPlace(tokens, at)
}

const zoneLabel =
  /(?:^|\s)(?:(?:time ?zone|zeitzone|fuseau(?: horaire)?|zona horaria|fuso(?: orario| horario)?|tijdzone|tidszon|tidszone|strefa czasowa|часовои пояс|saat dilimi|zona waktu)(?: :)?|all times(?: are)?(?: in)?|alle zeiten(?: in)?|toutes les heures(?: sont)?(?: a)?)$/

function isDay(part: Part | undefined): boolean {
  return part?.kind === 'date' || part?.kind === 'weekday' || part?.kind === 'relative'
}

/** Behind "8 pm, Paris" stands nothing more, or a sign that begins another thing. */
function endsLine(tokens: Token[], at: number): boolean {
  const next = tokens[at]
  if (!next || next.kind === 'line' || isMark(next, ')', '|')) return true
  const then = tokens[at + 1]
  if (isMark(next, '.')) return !then || then.spaced || then.kind === 'line'
  return isMark(next, '-') && next.spaced && then?.spaced === true
}

/** "20:00 hrs, Abuja, 30 July", "30 July | Abuja | 20:00": set off by signs between an hour and its day. */
function placeBetween(tokens: Token[], at: number, before: Part | undefined) {
  if (!before || at - before.to > 2 || tokens[at]?.kind !== 'word') return null
  const day = before.kind === 'date' || before.kind === 'weekday'
  if (!(day || before.kind === 'clock') || !isMark(tokens[at - 1], ',', '|', '-', ';')) return null
  if (at - before.to === 2 && !isMark(tokens[at - 2], '.')) return null
  const place = placeWithCountry(tokens, at)
  if (!place || !isMark(tokens[place.to], ',', '|', '-', ';')) return null
  const next = place.to + 1
  if (day) return looksLikeClock(tokens, next) ? place : null
  return dateAt(tokens, next) || weekdayAt(tokens, next) ? place : null
}

/** "18h30 Réunion", "Essen: 19 Uhr": places that are called like what happens at an hour. */
const alsoEvents = 'essen tours marche reunion derby sale natal hof messe'.split(' ')

/** "London 14:00", "New York: 9 am", "Geneva (15:00)": a place at the beginning or behind a sign, and its hour. */
function placeBeforeHour(tokens: Token[], at: number, before: Part | undefined) {
  if (tokens[at]?.kind !== 'word') return null
  const opens =
    at === 0 ||
    (isDay(before) && before?.to === at) ||
    tokens[at - 1]?.kind === 'line' ||
    isMark(tokens[at - 1], ',', ':', '/', ';', '|', '-', '=', '(')
  if (!opens || !/^\p{Lu}/u.test(tokens[at]?.raw ?? '') || isWord(tokens[at], ...alsoEvents)) return null
  for (let here = at + 1; here < at + 5; here++) {
    const clock = isMark(tokens[here], ':', '(', '-') ? here + 1 : here
    if (tokens[clock]?.kind !== 'number') continue
    if (!looksLikeClock(tokens, clock)) return null
    const place = longestPlace(tokens, at)
    return place?.to === here ? place : null
  }
  return null
}

/** "9am in Nairobi", "17 hs. Argentina". */
function isWithin(tokens: Token[], at: number): boolean {
  return (
    isWord(tokens[at - 1], 'in', 'en', 'em', 'a', 'à') ||
    (isMark(tokens[at - 1], '.') && isWord(tokens[at - 2], 'hs', 'hrs', 'h', 'hr', 'uhr'))
  )
}

/** Behind a place that tells a zone stands an end, a sign or the day; "10:00 Paris Agreement" is no place. */
function endsPlace(tokens: Token[], at: number): boolean {
  const next = tokens[at]
  // "Itä-Euroopan aika" is not of Itá.
  if (isMark(next, '-') && !next?.spaced && tokens[at + 1]?.kind === 'word' && !tokens[at + 1]?.spaced)
    return false
  if (next === undefined || next.kind === 'line' || isMark(next, '/', ';', '|', ')', ',', '=', '.', '-', '('))
    return true
  if (isWord(next, 'on', 'le', 'el', 'am', 'em', 'il', 'and', 'et', 'y', 'und')) return true
  return dateAt(tokens, at) !== null || looksLikeClock(tokens, at)
}
