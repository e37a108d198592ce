import { beltIn, zoneOfBelt } from './belts.ts'
import { betweenWords } from './links.ts'
import { linkBetween } from './links-between.ts'
import { type Clock, isMark, isWord, type Part, type ZoneWords } from './part.ts'
import type { SaidClock, SaidMoment } from './said.ts'
import { secondsOf } from './settle-hours.ts'
import type { Token } from './tokens.ts'
import { unknownZoneAt } from './unknown-zone.ts'

export function clocksOf(tokens: Token[], parts: Part[]): SaidClock[] {
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
      if (last && leadsHour(tokens, part, last, parts.slice(index + 1, index + 3))) {
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
      if (opensDoors(tokens, part.from) && parts.some(one => one.kind === 'clock' && one !== part)) continue
      // "6:30 for 7pm": guests come, then it begins.
      if (last && !last.end && isForLater(tokens, last, part)) clocks.pop()
      const next = parts[index + 1]
      const own = next?.kind === 'zone' && next.from - part.to <= 1 ? [next] : []
      const again = last && isSameMoment(last, { start: part, zones: own })
      if (last && !last.end && !dated && !again && isRange(tokens, parts, last, part.from)) {
        last.end = part
        last.to = part.to
        if (last.zones.length) zoned.add(last)
      } else {
        const clock = { start: part, end: null, zones: pending, shift: 0, from: part.from, to: part.to }
        clocks.push(clock)
        if (pending.length) inherited.add(clock)
        pending = []
      }
      dated = false
    }
  }
  for (const clock of clocks) {
    const strange = clock.zones.length ? null : unknownZoneAt(tokens, clock.to)
    if (strange) clock.strange = strange
  }
  return clocks
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

const doors =
  'doors door einlass portes puertas portas porte registration login check einchecken zaal anmeldung accreditation inloop deuren dorene dorrarna dverr ovet dorar kapilar accueil ingresso acolhimento acreditacion 场'.split(
    ' ',
  )

function leadsHour(tokens: Token[], place: ZoneWords & Part, last: SaidClock, behind: Part[]): boolean {
  const [next, own] = behind[0]?.kind === 'date' ? behind.slice(1) : behind
  if (behind[0]?.kind === 'date' && next?.kind === 'clock') return isLedByPlace(last, place, tokens)
  if (place.sort !== 'place' || next?.kind !== 'clock' || next.from - place.to > 1) return false
  // "18 h, heure de Dakar (20 h à Paris)": the bracket opens behind the hour and its place.
  if (isMark(tokens[place.to], '(', '[')) return false
  const gap = own ? own.from - next.to : 9
  if (own?.kind === 'zone' && (gap === 0 || (gap === 1 && own.sort !== 'place'))) return false
  return place.from > last.to && isMark(tokens[place.from - 1], ',', ';', '/', '|', '-', '=', ':')
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

/** "Doors open at 18:30, start 19:00": when one may come is not when it begins. */
function opensDoors(tokens: Token[], at: number): boolean {
  for (let here = at - 1; here >= at - 4; here--) {
    const token = tokens[here]
    if (isWord(token, ...doors) || (isWord(token, '場') && isWord(tokens[here - 1], '開'))) return true
    if (token?.kind !== 'word' && !isMark(token, ':')) return false
  }
  return false
}

function isForLater(tokens: Token[], last: SaidClock, part: Clock & Part): boolean {
  const article = isWord(tokens[last.to + 1], 'a', 'an') ? 2 : 1
  if (part.from !== last.to + article || !isWord(tokens[last.to], 'for')) return false
  const half = part.half ?? last.start.half
  const later = secondsOf({ ...part, half }) - secondsOf({ ...last.start, half })
  return later > 0 && later <= 5400
}

function isRange(tokens: Token[], parts: Part[], last: SaidClock, to: number): boolean {
  const link = linkBetween(tokens, parts, last.to, to)
  const between =
    betweenWords.has(tokens[last.from - 1]?.text ?? '-') ||
    betweenWords.has(tokens[last.from - 2]?.text ?? '-')
  return link.words === 0 && (between ? link.and || link.range : link.range && !link.and)
}

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
  if (parts.some(part => isDay(part) && part.from >= last.to && part.to <= clock.from))
    return same && link.words === 0
  const bracket = tokens.slice(last.to, clock.from).some(token => isMark(token, '('))
  if (!zones.length) return bracket && link.words <= 1 && last.clocks.length === 1
  if (clock.zones.some(zone => zones.some(other => other.said === zone.said))) return false
  return same || link.again || !(link.and || link.comma) || (!link.and && link.words === 0)
}

function isDay(part: Part): boolean {
  return part.kind === 'date' || part.kind === 'relative' || part.kind === 'weekday'
}

type ZonedClock = Pick<SaidClock, 'start' | 'zones'>

/** Both hours tell one moment for two zones, an hour of season given or taken. */
function isSameMoment(one: ZonedClock, other: ZonedClock): boolean {
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
    if (!first.start.half || !clock.start.bare || clock.start.half || isSameMoment(first, clock)) continue
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
      if (first && moment.clocks.length === 1 && !first.zones.length) first.zones = known.slice(0, 1)
      else known = first?.zones ?? known
    }
  }
}
