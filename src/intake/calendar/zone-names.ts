import { isCountryItself, zonesOfPlaceName } from '../../time/places.ts'
import { zoneOfWindows } from '../../time/windows-zones.ts'
import { canonicalZone } from '../../time/zones.ts'
import { zoneOfRegion } from './zone-regions.ts'

export type NamedZone = {
  zone: string
  /** `name`: the name is a zone's own; `words`: it was read from an offset, cities, regions, or bare letters in it. */
  by: 'name' | 'words'
}

/**
 * The zone that a TZID names: an IANA zone in any of the wrappings calendar programs put around it
 * (`/freeassociation.sourceforge.net/Europe/Berlin`, `custom_Pacific/Fiji`, `America-Chicago`), a Windows zone, an
 * offset, or cities and regions ("(UTC-03:00) Brasília", "Pacific Time (US & Canada), Tijuana"). Null where nothing
 * does, or where a country is named whose clocks differ.
 */
export function zoneOfName(tzid: string): NamedZone | null {
  const name = tzid
    .trim()
    .replace(/^["']+|["']+$/g, '')
    .replace(/^TZID=/i, '')
    .replace(/[−–](?=\d)/g, '-')
    .slice(0, 200)
  if (name === '') return null
  const [, offset, words = name] =
    /^\(?(?:UTC|GMT)\s*([+-]\d\d?(?:[:.]?\d\d)?)?[^)]*\)\s*(.*)$/i.exec(name) ?? []
  const minutes = offset ? minutesOf(offset) : null
  return ofIana(name) ?? ofOffset(name) ?? ofWindows(words, minutes) ?? ofWords(words, minutes)
}

const areas =
  /(?:^|[^A-Za-z])((?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US)[/-][A-Za-z_]+(?:[/-][A-Za-z0-9_+-]+|(?: [A-Za-z]+)*)?)/i

function ofIana(name: string): NamedZone | null {
  if (name.includes('/')) {
    const segments = name.split('/')
    for (let from = 0; from < segments.length - 1; from++) {
      const zone = canonicalZone(segments.slice(from).join('/'))
      if (zone) return { zone, by: 'name' }
    }
  }
  const zone = zoneWithin(areas.exec(name)?.[1] ?? '')
  if (zone) return { zone, by: 'name' }
  if (/(?:^|\/)(?:UTC|Z|Zulu|Universal)$|\bCoordinated Universal Time$/i.test(name))
    return { zone: 'UTC', by: 'name' }
  // "Japan" and "Singapore" are zones; "EST" and "GMT" are too, but are written for places that change their clocks.
  const whole = /^[A-Za-z][\w-]+$/.test(name) ? canonicalZone(name) : null
  return whole ? { zone: whole, by: /^[A-Z]{2,4}$/.test(name) ? 'words' : 'name' } : null
}

/** `America-New York`, `America/Sao_Paulo_Custom`, `Europe/Berlin custom`: as much of it as is a zone. */
function zoneWithin(words: string): string | null {
  const slashed = (words.includes('/') ? words : words.replace('-', '/')).replaceAll(' ', '_')
  for (let told = slashed; told.includes('/'); told = told.replace(/(?:_[^_/]*|[^_/]+|\/)$/, '')) {
    const zone = canonicalZone(told) ?? canonicalZone(told.replace(/(?<=^[^/]*\/[^/]*)-/, '/'))
    if (zone) return zone
  }
  return null
}

function ofWindows(words: string, minutes: number | null): NamedZone | null {
  const plain = words.trim().replace(/\b(?:Daylight|Summer) Time\b/i, 'Standard Time')
  for (const candidate of [plain, `${plain} Standard Time`, titleCase(plain)]) {
    const zone = zoneOfWindows(candidate)
    if (zone && hasStandard(zone, minutes)) return { zone, by: 'name' }
  }
  return null
}

/** `UTC+11`, `GMT-0330`; not "(UTC-05:00) Eastern Time", whose clocks change. */
function ofOffset(name: string): NamedZone | null {
  const told = /^(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d\d))?$/i.exec(name)
  const zone = told ? canonicalZone(`${told[1]}${told[2]!.padStart(2, '0')}:${told[3] ?? '00'}`) : null
  return zone ? { zone: zone === '+00:00' ? 'UTC' : zone, by: 'words' } : null
}

function ofWords(words: string, minutes: number | null): NamedZone | null {
  const region = zoneOfRegion(words)
  if (region && hasStandard(region, minutes)) return { zone: region, by: 'words' }
  for (const part of words.split(/[,;&/()]|\band\b/)) {
    const place = part.replace(/\b(?:standard|daylight|time|zone|us|custom\w*)\b/gi, ' ').trim()
    if (place.length < 4 || /\d/.test(place) || noPlace.test(place)) continue
    const zones = zonesOfPlaceName(place).filter(zone => hasStandard(zone, minutes))
    const zone = isCountryItself(place) && !areAlike(zones) ? undefined : zones[0]
    if (zone) return { zone, by: 'words' }
  }
  return null
}

/** What programs call a zone of their own, and parts of the world with many. */
const noPlace =
  /^(?:local|default|system|home|office|work|personal|floating|africa|america|asia|australia|europe|(?:north|south|central|latin|east(?:ern)?|west(?:ern)?|northern|southern) ?(?:africa|america|asia|europe)?)$/i

/** Names tell the smaller offset of a year's two; some countries have moved theirs since the name was given. */
function hasStandard(zone: string, minutes: number | null): boolean {
  if (minutes === null) return true
  return [2012, 2020, 2026].some(year => standardMinutes(zone, year) === minutes)
}

function areAlike([first, ...others]: string[]): boolean {
  return others.every(zone =>
    [1, 7].every(month => minutesAt(zone, 2026, month) === minutesAt(first!, 2026, month)),
  )
}

function standardMinutes(zone: string, year: number): number {
  return Math.min(minutesAt(zone, year, 1), minutesAt(zone, year, 7))
}

function minutesAt(timeZone: string, year: number, month: number): number {
  return Temporal.ZonedDateTime.from({ year, month, day: 1, timeZone }).offsetNanoseconds / 6e10
}

function minutesOf(offset: string): number {
  const told = /^([+-])(\d\d?)(?:[:.]?(\d\d))?$/.exec(offset)!
  return (told[1] === '-' ? -1 : 1) * (Number(told[2]) * 60 + Number(told[3] ?? 0))
}

function titleCase(words: string): string {
  return words.toLowerCase().replace(/(^|[\s(])[a-z]/g, letter => letter.toUpperCase())
}
