import { getAllTimezones } from 'countries-and-timezones'
import { otherCountryNames } from './country-names.ts'
import { fold } from './fold.ts'
import { cityOf, plainCity } from './say-time.ts'

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
  if (canonical.size === 0) for (const zone of allZones()) canonical.set(zone, zone)
  if (name.length > longestName) return null
  const known = canonical.get(name)
  if (known !== undefined) return known
  const found = resolve(name)
  if (canonical.size < 2000) canonical.set(name, found)
  return found
}

/** In characters; what is longer is no zone, and need not be remembered as none. */
const longestName = 64

/** ISO 3166 alpha-2 code of the country a zone belongs to, or null (`UTC`, offsets, zones of the sea). */
export function countryOfZone(zone: string): string | null {
  return timezones()[zone]?.countries[0] ?? null
}

/**
 * Zones for what a reader typed into the zone chooser, the best first: the city of a zone or a country, in the
 * reader's language or English, an offset ("+8", "UTC-3:30") at the moment `at` (standard time without one).
 */
export function searchZones(words: string, locale: string, at?: number): string[] {
  const asked = words.trim().slice(0, 100)
  const minutes = offsetMinutesIn(asked)
  if (minutes !== null) return allZones().filter(zone => offsetMinutes(zone, at) === minutes)
  const key = fold(asked)
  if (!key) return []
  const exact = canonicalZone(asked)
  const country = otherCountryNames.get(key)
  const ranked: { zone: string; rank: number }[] = []
  for (const zone of allZones()) {
    const names = asked.includes('/')
      ? [fold(zone)]
      : [...cityNames(zone, locale), ...countryNames(zone, locale)]
    const meant = zone === exact || (country !== undefined && country === countryOfZone(zone))
    const rank = meant ? 0 : rankOf(key, names)
    if (rank !== null) ranked.push({ zone, rank })
  }
  return ranked
    .sort((a, b) => a.rank - b.rank || largestFirst(a.zone) - largestFirst(b.zone))
    .map(({ zone }) => zone)
}

/**
 * A zone in plain words with its offset at a moment: "Manila (UTC+8)". Where the locale writes in another script and
 * has no name for the city, the country stands before it in the reader's own words.
 */
export function labelOfZone(zone: string, locale: string, at: number): string {
  const offset = offsetWords(offsetMinutes(zone, at))
  if (zone === 'UTC' || /^[+-]/.test(zone)) return offset
  const country = countryName(countryOfZone(zone), locale)
  const city = cityOf(zone, locale) ?? zone
  const isForeign = country && !isLatin(country) && isLatin(city)
  return `${isForeign ? `${country} – ${city}` : city} (${offset})`
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
  if (/^(?:Etc\/)?(?:UTC|UCT|GMT|Zulu|Universal|Greenwich)$/.test(zone)) return 'UTC'
  const newer = timezones()[zone]?.aliasOf
  return newer && !supported().has(newer) ? newer : zone
}

let supportedNames: Set<string> | undefined
function supported(): Set<string> {
  supportedNames ??= new Set(Intl.supportedValuesOf('timeZone'))
  return supportedNames
}

let table: Record<string, { countries: string[]; aliasOf: string | null; utcOffset: number }> | undefined
function timezones() {
  table ??= getAllTimezones({ deprecated: true }) as unknown as NonNullable<typeof table>
  return table
}

function isLatin(words: string): boolean {
  return /\p{Script=Latin}/u.test(words)
}

/** Where a country has many zones, its readers mostly live in these. */
const largest =
  'America/New_York America/Chicago America/Denver America/Los_Angeles America/Toronto America/Vancouver America/Mexico_City America/Sao_Paulo America/Argentina/Buenos_Aires America/Santiago Australia/Sydney Australia/Brisbane Australia/Perth Asia/Jakarta Asia/Shanghai Asia/Almaty Europe/Moscow Europe/Madrid Europe/Lisbon Europe/Berlin Europe/Kyiv Pacific/Auckland'.split(
    ' ',
  )
function largestFirst(zone: string): number {
  const at = largest.indexOf(zone)
  return at === -1 ? largest.length : at
}

function rankOf(key: string, names: string[]): number | null {
  let best: number | null = null
  for (const [at, name] of names.entries()) {
    const found = name === key ? 1 : name.startsWith(key) ? 2 : name.includes(` ${key}`) ? 3 : null
    const rank = found && found * names.length + at
    if (rank !== null && (best === null || rank < best)) best = rank
  }
  return best
}

/** In the reader's language, in English and as tzdb writes it, the first of which may be the others. */
function cityNames(zone: string, locale: string): string[] {
  const names = [cityOf(zone, locale), cityOf(zone, 'en'), plainCity(zone)]
  return names.map(name => fold(name ?? zone))
}

function countryNames(zone: string, locale: string): string[] {
  const code = countryOfZone(zone)
  return [countryName(code, locale), countryName(code, 'en')].map(name => fold(name ?? ''))
}

const displays = new Map<string, Intl.DisplayNames>()
function countryName(code: string | null, locale: string): string | undefined {
  if (!code) return undefined
  let display = displays.get(locale)
  if (!display) {
    display = new Intl.DisplayNames([locale, 'en'], { type: 'region' })
    if (displays.size < 100) displays.set(locale, display)
  }
  return display.of(code)
}

/** "+8", "UTC+05:30", "GMT −3": minutes ahead of UTC; null for other words. */
function offsetMinutesIn(words: string): number | null {
  const told = /^(?:utc|gmt)?\s*([+\-−–])\s*(\d{1,2})(?:[:.]?([0-5]\d))?(?:\s*h)?$/i.exec(words)
  if (!told) return /^(?:utc|gmt|z)$/i.test(words) ? 0 : null
  const size = Number(told[2]) * 60 + Number(told[3] ?? 0)
  return told[1] === '+' ? size : -size
}

function offsetMinutes(zone: string, at: number | undefined): number {
  if (at === undefined) return timezones()[zone]?.utcOffset ?? 0
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 6e10
}

/** `UTC+8`, `UTC−3:30`, `UTC`. */
function offsetWords(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const size = Math.abs(minutes)
  const rest = size % 60 ? `:${String(size % 60).padStart(2, '0')}` : ''
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`
}
