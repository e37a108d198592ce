import { withoutDoors } from './doors.ts'
import { isDay, isSameMoment } from './gather-moments.ts'
import { isElsewhere, isOfOtherBelt, isOfRow, leadsHour, opensBracket, withinBelt } from './hour-zones.ts'
import { areBetween, beginsRange, endsRange } from './hours-with-endings.ts'
import { betweenWords } from './links.ts'
import { linkBetween } from './links-between.ts'
import { type Clock, isMark, isWord, type Part, type ZoneWords } from './part.ts'
import type { SaidClock } from './said.ts'
import { secondsOf } from './settle-hours.ts'
import { halfBefore, halfBehind } from './shared-halves.ts'
import type { Token } from './tokens.ts'
import { isEndBehind, tellsEnd, tellsUntil } from './told-ends.ts'
import { unknownZoneAt } from './unknown-zone.ts'

/** Hours as they are gathered; `zoned`: their zone stood before their end; `inherited`: it stood before them. */
type Row = {
  tokens: Token[]
  parts: Part[]
  clocks: SaidClock[]
  zoned: Set<SaidClock>
  inherited: Set<SaidClock>
  /** Zones that stand before the hour they belong to. */
  pending: ZoneWords[]
  /** A day stands between the last hour and what follows. */
  dated: boolean
}

/** Hours with their ends and zones, in the order in which they stand. */
export function clocksOf(tokens: Token[], all: Part[]): SaidClock[] {
  const parts = withoutDoors(tokens, all)
  const clocks: SaidClock[] = []
  const row: Row = {
    tokens,
    parts,
    clocks,
    zoned: new Set(),
    inherited: new Set(),
    pending: [],
    dated: false,
  }
  for (const [index, part] of parts.entries()) {
    const last = clocks.at(-1)
    if (isDay(part)) row.dated = true
    else if (part.kind === 'shift' && last) last.shift = part.days
    else if (part.kind === 'zone') takeZone(row, part, parts.slice(index + 1, index + 3))
    else if (part.kind === 'clock') takeClock(row, part, index)
  }
  shareHalves(parts, clocks)
  for (const clock of clocks) {
    const strange = clock.zones.length ? null : unknownZoneAt(tokens, clock.to)
    if (strange) clock.strange = strange
  }
  return clocks
}

/** A zone is of the hour before it, or of the one behind. */
function takeZone(row: Row, part: ZoneWords & Part, behind: Part[]): void {
  const last = row.clocks.at(-1)
  const near = last && part.from - last.to <= 3
  if (part.sort === 'local' || part.sort === 'floating') {
    if (near) last.local = part.sort
    return
  }
  if (!part.choices.length) return
  const exact = last && near ? withinBelt(last.zones, part) : null
  if (last && exact) {
    last.zones = exact
    last.to = part.to
    return
  }
  // "London 14:00 / Brussels 15:00": the place leads its hour.
  const isOfNext =
    opensBracket(row.tokens, part, behind) ||
    (last && leadsHour(row.tokens, part, last, behind)) ||
    (last && row.inherited.has(last) && isOfRow(part, behind))
  if (last && isOfNext) row.pending.push(part)
  else if (last && (!last.zones.length || near)) addZone(row, last, part)
  else row.pending = withinBelt(row.pending, part) ?? [...row.pending, part]
}

function addZone({ zoned, inherited }: Row, last: SaidClock, part: ZoneWords & Part): void {
  const ownEnd = last.end && zoned.has(last) && part.from - last.to <= 1 && last.zones[0]?.said !== part.said
  const isIso = part.sort === 'offset' && part.from === last.to && inherited.has(last)
  if (ownEnd) last.endZone = part
  // "Europe/Berlin 2021-03-06T13:00Z": what is glued to the hour is its own.
  else if (isIso) last.zones = [part]
  else if (
    !last.zones.length ||
    part.sort !== 'place' ||
    last.zones.every(zone => zone.sort === 'place') ||
    isOfOtherBelt(last, part)
  )
    last.zones.push(part)
  last.to = part.to
}

/** An hour is the end of the one before it, or begins another. */
function takeClock(row: Row, part: Clock & Part & { kind: 'clock' }, index: number): void {
  const { tokens, parts, clocks, dated } = row
  const last = clocks.at(-1)
  // "6:30 for 7pm": guests come, then it begins.
  if (last && !last.end && isForLater(tokens, last, part)) clocks.pop()
  // "9.00-12.30 (lunch until 13.30)": what goes on behind the end.
  if (last?.end && !dated && tellsUntil(tokens, last.to, part.from)) return
  const next = parts[index + 1]
  if (last?.zones.length && next?.kind !== 'zone' && isElsewhere(tokens, part)) return
  const own = next?.kind === 'zone' && next.from - part.to <= 1 ? [next] : []
  const again = last && isSameMoment(last, { start: part, zones: own })
  const closes =
    last && !again && (dated ? endsBehindDay(tokens, parts, index) : endsIn(tokens, parts, last, part))
  if (last && !last.end && closes) {
    last.end = part
    last.to = part.to
    if (last.zones.length) row.zoned.add(last)
  } else beginClock(row, part)
  row.dated = false
}

function beginClock(row: Row, part: Clock & Part): void {
  const zones = row.pending
  const { from, to } = part
  const clock = { start: part, end: null, zones, shift: 0, from, to, isLed: zones.length > 0 }
  row.clocks.push(clock)
  if (clock.isLed) row.inherited.add(clock)
  row.pending = []
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
