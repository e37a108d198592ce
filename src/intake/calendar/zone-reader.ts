import { findIana, findWindows } from 'windows-iana'
import { meaningsOf } from '../../time/abbreviations.ts'
import { epochOfWall, offsetAt } from '../../time/days.ts'
import type { Doubt } from '../../time/doubt.ts'
import { allZones, canonicalZone } from '../../time/zones.ts'
import { choicesIn } from '../zoned-time.ts'
import type { RawComponent } from './content-lines.ts'
import { readProperties } from './property.ts'
import { offsetByRules, readZoneRules, type ZoneRules } from './vtimezone.ts'
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
  return (tzid, wallMs) => {
    let known = told.get(tzid)
    if (!known) {
      known = tell(tzid, rulesOf.get(tzid.trim()) ?? rulesOf.get(tzid.trim().replace(/^"|"$/g, '')))
      if (!known.zone && !known.rules && only) known.rules = only
      if (told.size < 2000) told.set(tzid, known)
    }
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
    const says = `the calendar's own rules for "${tzid.slice(0, 80)}" say ${fixed(offset)}, but ${zone} has ${fixed(other)} then`
    return { zone, doubts: [{ code: 'zones-disagree', says, ...choicesIn(wallMs, [zone, fixed(offset)]) }] }
  }
  const year = new Date(wallMs).getUTCFullYear()
  let match = alike.get(year)
  if (match === undefined) {
    match = zone && clocksAlike(rules, zone, year) ? zone : zoneAlike(rules, year)
    if (alike.size < 200) alike.set(year, match)
  }
  return { zone: match ?? fixed(offset), doubts: none }
}

const none: Doubt[] = []

function zoneAlike(rules: ZoneRules, year: number): string | null {
  const changes = rules.some(rule => new Date(rule.at).getUTCFullYear() === year && rule.from !== rule.to)
  return changes ? (likeliestFirst().find(zone => clocksAlike(rules, zone, year)) ?? null) : null
}

/** The zones of most people first, then those that stand for a Windows zone, then the rest. */
function likeliestFirst(): string[] {
  if (!ordered) {
    const common =
      'Europe/Berlin Europe/London Europe/Kyiv America/New_York America/Chicago America/Denver America/Los_Angeles Australia/Sydney Pacific/Auckland America/Halifax America/Sao_Paulo America/Santiago'
    const standing = allZones().filter(zone => {
      const windows = findWindows(zone)[0]
      const first = windows ? findIana(windows)[0] : undefined
      return first !== undefined && (canonicalZone(first) ?? first) === zone
    })
    ordered = [...new Set([...common.split(' '), ...standing, ...allZones()])]
  }
  return ordered
}
let ordered: string[] | undefined

function clocksAlike(rules: ZoneRules, zone: string, year: number): boolean {
  const end = Date.UTC(year + 1, 0, 1)
  for (let wall = Date.UTC(year, 0, 1, 12); wall < end; wall += 3 * 86_400_000) {
    const offset = offsetByRules(rules, wall)
    if (offsetAt(wall - offset, zone) !== offset) return false
  }
  return true
}

function fixed(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000)
  return `${offsetMs < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
