import { beltIn, zoneOfBelt } from './belts.ts'
import { withoutDoors } from './doors.ts'
import { areBetween, beginsRange, endsRange } from './ended-hours.ts'
import { isEndBehind, tellsEnd, tellsUntil } from './ending-hours.ts'
import { isDay, isSameMoment } from './gather-moments.ts'
import { betweenWords } from './links.ts'
import { linkBetween } from './links-between.ts'
import { type Clock, isMark, isWord, type Part, type ZoneWords } from './part.ts'
import type { SaidClock } from './said.ts'
import { secondsOf } from './settle-hours.ts'
import { halfBefore, halfBehind } from './shared-halves.ts'
import type { Token } from './tokens.ts'
import { unknownZoneAt } from './unknown-zone.ts'

export function clocksOf(tokens: Token[], all: Part[]): SaidClock[] {
  const parts = withoutDoors(tokens, all)
  const clocks: SaidClock[] = []
  const zoned = new Set<SaidClock>()
  const inherited = new Set<SaidClock>()
  let pending: ZoneWords[] = []
  let dated = false
  for (const [index, part] of parts.entries()) {
    const last = clocks.at(-1)
    if (part.kind === 'date' || part.kind === 'relative' || part.kind === 'weekday') dated = true
    else if (part.kind === 'shift' && last) last.shift = part.days
    else if (part.kind === 'zone') {
      const near = last && part.from - last.to <= 3
      if (part.sort === 'local' || part.sort === 'floating') {
        if (near) last.local = part.sort
        continue
      }
      if (!part.choices.length) continue
      const exact = last && near ? withinBelt(last.zones, part) : null
      if (last && exact) {
        last.zones = exact
        last.to = part.to
        continue
      }
      // "London 14:00 / Brussels 15:00": the place leads its hour.
      const behind = parts.slice(index + 1, index + 3)
      const opens = opensBracket(tokens, part, behind)
      if (
        last &&
        (opens || leadsHour(tokens, part, last, behind) || (inherited.has(last) && isOfRow(part, behind)))
      ) {
        pending.push(part)
        continue
      }
      if (last && (!last.zones.length || near)) {
        const ownEnd =
          last.end && zoned.has(last) && part.from - last.to <= 1 && last.zones[0]?.said !== part.said
        const iso = part.sort === 'offset' && part.from === last.to && inherited.has(last)
        if (ownEnd) last.endZone = part
        // "Europe/Berlin 2021-03-06T13:00Z": what is glued to the hour is its own.
        else if (iso) last.zones = [part]
        else if (
          !last.zones.length ||
          part.sort !== 'place' ||
          last.zones.every(zone => zone.sort === 'place') ||
          isOfOtherBelt(last, part)
        )
          last.zones.push(part)
        last.to = part.to
      } else pending = withinBelt(pending, part) ?? [...pending, part]
    } else if (part.kind === 'clock') {
      // "6:30 for 7pm": guests come, then it begins.
      if (last && !last.end && isForLater(tokens, last, part)) clocks.pop()
      // "9.00-12.30 (lunch until 13.30)": what goes on behind the end.
      if (last?.end && !dated && tellsUntil(tokens, last.to, part.from)) continue
      if (last?.zones.length && parts[index + 1]?.kind !== 'zone' && isElsewhere(tokens, part)) continue
      const next = parts[index + 1]
      const own = next?.kind === 'zone' && next.from - part.to <= 1 ? [next] : []
      const again = last && isSameMoment(last, { start: part, zones: own })
      const closes =
        last && !again && (dated ? endsBehindDay(tokens, parts, index) : endsIn(tokens, parts, last, part))
      if (last && !last.end && closes) {
        last.end = part
        last.to = part.to
        if (last.zones.length) zoned.add(last)
      } else {
        const isLed = pending.length > 0
        const clock = {
          start: part,
          end: null,
          zones: pending,
          shift: 0,
          from: part.from,
          to: part.to,
          isLed,
        }
        clocks.push(clock)
        if (isLed) inherited.add(clock)
        pending = []
      }
      dated = false
    }
  }
  shareHalves(parts, clocks)
  for (const clock of clocks) {
    const strange = clock.zones.length ? null : unknownZoneAt(tokens, clock.to)
    if (strange) clock.strange = strange
  }
  return clocks
}

/** Of hours of one day and zone, first those before one whose half is told, then those behind it. */
function shareHalves(parts: Part[], clocks: SaidClock[]): void {
  const areNeighbours = (one: SaidClock, other: SaidClock) =>
    (!one.zones.length || !other.zones.length || one.zones[0]?.said === other.zones[0]?.said) &&
    !parts.some(part => isDay(part) && part.from >= one.to && part.to <= other.from)
  for (const [at, clock] of [...clocks.entries()].toReversed()) {
    const next = clocks[at + 1]
    if (!next || clock.end || !areNeighbours(clock, next)) continue
    const half = halfBefore(clock.start, { ...next.start, half: next.start.half ?? next.end?.half ?? null })
    if (half) clock.start = { ...clock.start, half }
  }
  for (const [at, clock] of clocks.entries()) {
    const last = clocks[at - 1]
    if (!last || clock.end?.half || !areNeighbours(last, clock)) continue
    const half = halfBehind(clock.start, last.end ?? last.start)
    if (half) clock.start = { ...clock.start, half }
  }
}

/** "Central Time (Mexico)", "Mountain Time, Arizona": the place tells which clocks of that belt are meant. */
function withinBelt([belt, ...others]: ZoneWords[], place: ZoneWords): ZoneWords[] | null {
  if (belt?.sort !== 'name' || others.length || place.sort !== 'place') return null
  const zone = zoneOfBelt(belt.said, place.said)
  return zone === null
    ? null
    : [{ ...belt, said: `${belt.said} (${place.said})`, choices: [{ ...belt.choices[0], zone }] }]
}

/** "Eastern (Brazil)": a place that does not have that belt of time speaks against it. */
function isOfOtherBelt({ zones: [belt, ...others], to }: SaidClock, place: Part): boolean {
  return belt?.sort === 'name' && !others.length && beltIn(belt.said) !== null && place.from - to <= 1
}

function leadsHour(tokens: Token[], place: ZoneWords & Part, last: SaidClock, behind: Part[]): boolean {
  const [next, own] = behind[0]?.kind === 'date' ? behind.slice(1) : behind
  if (behind[0]?.kind === 'date' && next?.kind === 'clock') return isLedByPlace(last, place, tokens)
  const named = place.sort === 'place' || /\p{Script=Han}/u.test(place.said)
  if (!named || next?.kind !== 'clock' || next.from - place.to > 1) return false
  // "18 h, heure de Dakar (20 h à Paris)": the bracket opens behind the hour and its place.
  if (isMark(tokens[place.to], '(', '[')) return false
  if (hasOwnZone(next, own)) return false
  return place.from > last.to && isMark(tokens[place.from - 1], ',', ';', '/', '|', '-', '=', ':')
}

/** A zone stands right behind the hour; behind a sign a place leads the next one. */
function hasOwnZone(hour: Part, own: Part | undefined): boolean {
  const gap = own ? own.from - hour.to : 9
  return own?.kind === 'zone' && (gap === 0 || (gap === 1 && own.sort !== 'place'))
}

/** "13–14.30 (CET 12–13.30)": it leads the hour within its bracket. */
function opensBracket(tokens: Token[], { from, to }: Part, [next, own]: Part[]): boolean {
  return (
    isMark(tokens[from - 1], '(') && next?.kind === 'clock' && next.from - to <= 1 && !hasOwnZone(next, own)
  )
}

/** "London 9am Nairobi 12pm Tokyo 6pm": where a place led the hour before, the next one leads its own. */
function isOfRow(place: ZoneWords & Part, [next, own]: Part[]): boolean {
  const hasOwn = own?.kind === 'zone' && own.sort !== 'place' && own.from - (next?.to ?? 0) <= 1
  return place.sort === 'place' && next?.kind === 'clock' && next.from - place.to <= 1 && !hasOwn
}

/** "New York: 9 December 20:00 / Beijing: 10 December 09:00": a place led the first hour too. */
function isLedByPlace(last: SaidClock, place: Part, tokens: Token[]): boolean {
  const own = last.zones[0]
  return (
    own !== undefined &&
    own.sort !== 'abbreviation' &&
    last.to < place.from &&
    isMark(tokens[place.from - 1], '/', ';', '|', '=')
  )
}

function isForLater(tokens: Token[], last: SaidClock, part: Clock & Part): boolean {
  const article = isWord(tokens[last.to + 1], 'a', 'an') ? 2 : 1
  if (part.from !== last.to + article || !isWord(tokens[last.to], 'for')) return false
  const half = part.half ?? last.start.half
  const later = secondsOf({ ...part, half }) - secondsOf({ ...last.start, half })
  return later > 0 && later <= 5400
}

function isRange(tokens: Token[], parts: Part[], last: SaidClock, part: Part): boolean {
  const to = part.from
  // "2026-12-18T14:00/15:30" (ISO 8601), Italian "ore 15.00/18.00"
  const isIso = isWord(tokens[last.from - 1], 't') && to === last.to + 1
  const isLed = isIso || (isWord(tokens[last.from - 1], 'ore', 'orario', 'h') && to === last.to + 1)
  if (isLed && isMark(tokens[last.to], '/') && !tokens[last.to]?.spaced) return true
  const link = linkBetween(tokens, parts, last.to, to)
  const ended = beginsRange(tokens, last.to) || endsRange(tokens, part.to) || isFromTo(tokens, last, to)
  if (ended && link.words === 0 && !link.ends) return true
  const between =
    betweenWords.has(tokens[last.from - 1]?.text ?? '-') ||
    betweenWords.has(tokens[last.from - 2]?.text ?? '-') ||
    areBetween(tokens, part.to)
  if (between && to === last.to) return /^و/u.test(tokens[to]?.text ?? '')
  return link.words === 0 && (between ? link.and || link.range : link.range && !link.and)
}

/** Romanian "de la ora 17 la ora 19". */
function isFromTo(tokens: Token[], last: SaidClock, to: number): boolean {
  const open = isWord(tokens[last.from - 1], 'ora', 'orele') ? last.from - 2 : last.from - 1
  return (
    isWord(tokens[open], 'la') &&
    isWord(tokens[open - 1], 'de') &&
    to > last.to &&
    isWord(tokens[last.to], 'la')
  )
}

/** "18:00 czasu warszawskiego (17:00 w Londynie)": the same for a place that is not understood. */
function isElsewhere(tokens: Token[], { from, to }: Part): boolean {
  const isPlaced = isWord(
    tokens[to],
    'w',
    'we',
    'v',
    've',
    'in',
    'en',
    'em',
    'a',
    'i',
    'u',
    'στο',
    'στη',
    'στην',
  )
  const isName = /^\p{Lu}/u.test(tokens[to + 1]?.raw ?? '')
  return isMark(tokens[from - 1], '(') && isPlaced && isName && isMark(tokens[to + 2], ')')
}

/** It is the end of the hour before it. */
function endsIn(tokens: Token[], parts: Part[], last: SaidClock, part: Clock & Part): boolean {
  if (isRange(tokens, parts, last, part) || tellsEnd(tokens, last.to, part.from)) return true
  const isLater = secondsOf(part) > secondsOf(last.start)
  return isLater && (tellsUntil(tokens, last.to, part.from) || isEndBehind(tokens, part.to))
}

/** "Starts 9.30am on Saturday 16 January, ends 4pm"; not "ends 4pm on Sunday". */
function endsBehindDay(tokens: Token[], parts: Part[], at: number): boolean {
  const [before, part, next] = [parts[at - 1], parts[at], parts[at + 1]]
  const isOfNext = next !== undefined && isDay(next) && next.from - (part?.to ?? 0) <= 2
  return before !== undefined && part !== undefined && !isOfNext && tellsEnd(tokens, before.to, part.from)
}
