import { linkBetween } from './links-between.ts'
import { type Clock, isMark, type Part, type ZoneWords } from './part.ts'
import type { SaidClock, SaidMoment } from './said.ts'
import { secondsOf } from './settle-hours.ts'
import type { Token } from './tokens.ts'

/** Hours that are one moment told for several zones, put together; a zone told once is that of the hours beside it. */
export function momentsOf(tokens: Token[], parts: Part[], clocks: SaidClock[]): SaidMoment[] {
  const moments: SaidMoment[] = []
  for (const clock of clocks) {
    const last = moments.at(-1)
    if (last && isAgain(tokens, parts, last, clock)) {
      last.clocks.push(clock)
      last.to = clock.to
    } else moments.push({ clocks: [clock], from: clock.from, to: clock.to })
  }
  shareZones(moments)
  for (const moment of moments) shareHalf(moment)
  return moments
}

/** The same moment in another zone, not another session. */
function isAgain(tokens: Token[], parts: Part[], last: SaidMoment, clock: SaidClock): boolean {
  if (!clock.zones.length) return false
  const link = linkBetween(tokens, parts, last.to, clock.from)
  const zones = last.clocks.flatMap(one => one.zones)
  const first = last.clocks[0]
  const same = first !== undefined && isSameMoment(first, clock)
  const bracket = tokens.slice(last.to, clock.from).some(token => isMark(token, '('))
  // "11 pm EST on December 17 (that’s 4 am GMT on the 18th)"
  if (parts.some(part => isDay(part) && part.from >= last.to && part.to <= clock.from))
    return same && (link.words === 0 || (bracket && link.words <= 3))
  if (!zones.length) return bracket && link.words <= 1 && last.clocks.length === 1
  if (clock.zones.some(zone => zones.some(other => other.said === zone.said))) return false
  return same || link.again || !(link.and || link.comma) || (!link.and && link.words === 0)
}

export function isDay(part: Part): boolean {
  return part.kind === 'date' || part.kind === 'relative' || part.kind === 'weekday'
}

type ZonedClock = Pick<SaidClock, 'start' | 'zones'>

/** Both hours tell one moment for two zones, an hour of season given or taken. */
export function isSameMoment(one: ZonedClock, other: ZonedClock): boolean {
  const [zone, second] = [one.zones[0], other.zones[0]]
  if (!zone || !second || zone.said === second.said) return false
  const away = Math.abs(minutesOf(one.start, zone) - minutesOf(other.start, second)) % 1440
  return away <= 60 || away >= 1380
}

/** Minutes of the day in UTC, near enough to tell one moment from two. */
function minutesOf(clock: Clock, zone: ZoneWords): number {
  const choice = zone.choices[0]
  const offset = choice ? (choice.literal ?? winterOffset(choice.zone)) : 0
  return secondsOf(clock) / 60 - offset + 2880
}

function winterOffset(zone: string): number {
  return Temporal.PlainDateTime.from('2020-01-15').toZonedDateTime(zone).offsetNanoseconds / 6e10
}

/** "7pm ET / 4 PT", "7 ET / 4 PT": a bare hour lies in the half that makes both one moment, or in the one people are awake in. */
function shareHalf(moment: SaidMoment): void {
  const [first, ...others] = moment.clocks
  if (!first || !others.length || moment.clocks.some(clock => clock.end)) return
  const hours = moment.clocks.map(clock => clock.start)
  if (hours.every(hour => hour.bare && !hour.half && !hour.padded && hour.hour < 12)) {
    if (hours.some(hour => hour.hour < 6))
      for (const clock of moment.clocks) clock.start = { ...clock.start, half: 'pm' }
    return
  }
  for (const clock of others) {
    const isExact =
      clock.start.padded || clock.start.hour > 11 || (!clock.start.bare && clock.zones.length === 0)
    if (!first.start.half || isExact || clock.start.half || isSameMoment(first, clock)) continue
    const half = { ...clock, start: { ...clock.start, half: 'pm' as const } }
    if (isSameMoment(first, half)) clock.start = half.start
  }
}

/** "15:00 and 23:00 UTC": a zone told once holds for the hours before it, else for those behind it. */
function shareZones(moments: SaidMoment[]): void {
  for (const order of [moments.toReversed(), moments]) {
    let known: ZoneWords[] = []
    for (const moment of order) {
      const first = moment.clocks[0]
      // "9 am, Nairobi 12 pm": a place that leads its hour says nothing of the hour before.
      const isOwn = order !== moments && first?.isLed === true && first.zones[0]?.sort === 'place'
      if (first && moment.clocks.length === 1 && !first.zones.length) first.zones = known.slice(0, 1)
      else known = isOwn ? [] : (first?.zones ?? known)
    }
  }
}
