import { findIana, findWindows } from 'windows-iana'
import { offsetAt } from '../../time/days.ts'
import { allZones, canonicalZone } from '../../time/zones.ts'
import { offsetByRules, type ZoneRules } from './vtimezone.ts'

/** The zone whose clocks change in a year as these rules say; null where they do not change then, or none is like them. */
export function zoneAlike(rules: ZoneRules, year: number): string | null {
  const changes = rules.some(rule => new Date(rule.at).getUTCFullYear() === year && rule.from !== rule.to)
  return changes ? (likeliestFirst().find(zone => clocksAlike(rules, zone, year)) ?? null) : null
}

/** The zones of most people first, then those that stand for a Windows zone, then the rest. */
export function likeliestFirst(): string[] {
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

export function clocksAlike(rules: ZoneRules, zone: string, year: number): boolean {
  const end = Date.UTC(year + 1, 0, 1)
  for (let wall = Date.UTC(year, 0, 1, 12); wall < end; wall += 3 * 86_400_000) {
    const offset = offsetByRules(rules, wall)
    if (offsetAt(wall - offset, zone) !== offset) return false
  }
  return true
}

/** `-03:30` */
export function fixedOffset(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000)
  return `${offsetMs < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
