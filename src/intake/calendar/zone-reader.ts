import { meaningsOf } from '../../time/abbreviations.ts'
import { epochOfWall, offsetAt } from '../../time/days.ts'
import type { Doubt } from '../../time/doubt.ts'
import { choicesIn } from '../zoned-time.ts'
import type { RawComponent } from './content-lines.ts'
import { readProperties } from './property.ts'
import { offsetByRules, readZoneRules, type ZoneRules } from './vtimezone.ts'
import { clocksAlike, fixedOffset, zoneAlike } from './zone-alike.ts'
import { zoneOfName } from './zone-names.ts'

/** `zone` is an IANA name, `UTC` or a fixed offset; null where nothing tells it. */
type ZoneAnswer = { zone: string | null; doubts: Doubt[] }

/** Answers which zone a TZID means at a wall time (given as the milliseconds it would have in UTC). */
export type ZoneReader = (tzid: string, wallMs: number) => ZoneAnswer

/**
 * A TZID is read by its name; where the name tells none, by the rules of its VTIMEZONE: an IANA zone whose clocks
 * change alike in that year, else the fixed offset at that moment. Where a name and the rules beside it disagree
 * about a moment, the name is followed and the time is doubted.
 */
export function zoneReader(timezones: RawComponent[], fallback: string | undefined): ZoneReader {
  const rulesOf = new Map<string, ZoneRules>()
  const read = new Map<string, ZoneRules | null>()
  for (const component of timezones) {
    const tzid =
      readProperties(component, new Set(['TZID']), () => {})
        .get('TZID')?.[0]
        ?.value.trim() ?? ''
    // Calendars put together from many others define the same zone over and over.
    const words = [component, ...component.parts].map(part => part.lines.join('\n')).join('\n')
    const rules = read.get(words) ?? (read.size < 300 ? readZoneRules(component) : null)
    read.set(words, rules)
    if (rules && rules.length > (rulesOf.get(tzid)?.length ?? 0)) rulesOf.set(tzid, rules)
  }
  const only = rulesOf.size === 1 ? [...rulesOf.values()][0] : undefined
  const told = new Map<string, Told>()
  let last: { tzid: string; known: Told } | undefined
  return (tzid, wallMs) => {
    // An event ends where it begins.
    let known = last?.tzid === tzid ? last.known : told.get(tzid)
    if (!known) {
      known = tell(tzid, rulesOf.get(tzid.trim()) ?? rulesOf.get(tzid.trim().replace(/^"|"$/g, '')))
      if (!known.zone && !known.rules && only) known.rules = only
      if (told.size < 2000) told.set(tzid, known)
    }
    last = { tzid, known }
    return answer(tzid, known, wallMs, fallback)
  }
}

type Told = {
  zone?: string
  /** What letters may mean besides. */
  others: string[]
  firm: boolean
  doubts: Doubt[]
  rules?: ZoneRules | undefined
  alike: Map<number, string | null>
}

function tell(tzid: string, rules: ZoneRules | undefined): Told {
  const letters = /^[A-Z]{2,5}$/.test(tzid.trim()) ? meaningsOf(tzid.trim()) : []
  const [first, second] = letters
  if (first) {
    const says = `"${tzid}" may mean ${first.zone}${second ? ` or ${second.zone}` : ''}`
    const doubts: Doubt[] = second && second.zone !== first.zone ? [{ code: 'zone-ambiguous', says }] : []
    const others = letters.filter(one => !one.onlyHinted).map(one => one.zone)
    return { zone: first.zone, others, firm: false, doubts, rules, alike: new Map() }
  }
  const named = zoneOfName(tzid)
  return {
    ...(named ? { zone: named.zone } : {}),
    others: [],
    firm: named?.by === 'name',
    doubts: [],
    rules,
    alike: new Map(),
  }
}

function answer(
  tzid: string,
  { zone, others, firm, doubts, rules, alike }: Told,
  wallMs: number,
  fallback?: string,
): ZoneAnswer {
  if (!rules) {
    if (zone)
      return { zone, doubts: doubts.map(one => ({ ...one, ...choicesIn(wallMs, [zone, ...others]) })) }
    const says = `nothing tells which zone "${tzid.slice(0, 80)}" is${fallback ? `; taken in ${fallback}` : ''}`
    return { zone: fallback ?? null, doubts: [{ code: 'zone-missing', says }] }
  }
  const offset = offsetByRules(rules, wallMs)
  if (zone && firm) {
    const epoch = epochOfWall(wallMs, zone)
    const other = offsetAt(epoch, zone)
    if (
      other === offset ||
      offsetByRules(rules, wallMs + 7_200_000) !== offsetByRules(rules, wallMs - 7_200_000)
    ) {
      return { zone, doubts: none }
    }
    const says = `the calendar's own rules for "${tzid.slice(0, 80)}" say ${fixedOffset(offset)}, but ${zone} has ${fixedOffset(other)} then`
    return {
      zone,
      doubts: [{ code: 'zones-disagree', says, ...choicesIn(wallMs, [zone, fixedOffset(offset)]) }],
    }
  }
  const year = new Date(wallMs).getUTCFullYear()
  let match = alike.get(year)
  if (match === undefined) {
    match = zone && clocksAlike(rules, zone, year) ? zone : zoneAlike(rules, year)
    if (alike.size < 200) alike.set(year, match)
  }
  return { zone: match ?? fixedOffset(offset), doubts: none }
}

const none: Doubt[] = []
