import { getAllTimezones } from 'countries-and-timezones'

/**
 * The zones of this runtime by the names tzdb prefers today (`Asia/Kolkata`, not `Asia/Calcutta`), sorted,
 * `UTC` last. A country keeps its own zone where tzdb has merged it with a neighbour's (`Europe/Zagreb`).
 */
export function allZones(): readonly string[] {
  zones ??= [...new Set(Intl.supportedValuesOf('timeZone').map(modernName))]
    .filter(zone => zone !== 'UTC')
    .sort()
    .concat('UTC')
  return zones
}

/** Whether the runtime can calculate with it: IANA names and links in any case, fixed offsets (`+08:00`). */
export function isZone(name: string): boolean {
  return canonicalZone(name) !== null
}

/**
 * The preferred name of a zone: links are resolved (`US/Eastern`), case is put right, an offset is written
 * `+08:00` (`+00:00` stays an offset). Null where the runtime does not know it.
 */
export function canonicalZone(name: string): string | null {
  const known = canonical.get(name)
  if (known !== undefined) return known
  const found = resolve(name)
  if (canonical.size < 2000) canonical.set(name, found)
  return found
}

/** ISO 3166 alpha-2 code of the country a zone belongs to, or null (`UTC`, offsets, zones of the sea). */
export function countryOfZone(zone: string): string | null {
  return timezones()[zone]?.countries[0] ?? null
}

let zones: string[] | undefined
const canonical = new Map<string, string | null>()

function resolve(name: string): string | null {
  const offset = /^([+-])(\d\d):?(\d\d)?$/.exec(name.replace('−', '-'))
  try {
    const resolved = new Intl.DateTimeFormat('en', {
      timeZone: offset ? `${offset[1]}${offset[2]}:${offset[3] ?? '00'}` : name,
    }).resolvedOptions().timeZone
    return offset ? resolved : modernName(resolved)
  } catch {
    return null
  }
}

/** The CLDR name that JavaScript calls canonical may be one that tzdb gave up decades ago. */
function modernName(zone: string): string {
  const newer = timezones()[zone]?.aliasOf
  return newer && !supported().has(newer) ? newer : zone
}

let supportedNames: Set<string> | undefined
function supported(): Set<string> {
  supportedNames ??= new Set(Intl.supportedValuesOf('timeZone'))
  return supportedNames
}

let table: Record<string, { countries: string[]; aliasOf: string | null }> | undefined
function timezones() {
  table ??= getAllTimezones({ deprecated: true }) as unknown as NonNullable<typeof table>
  return table
}
