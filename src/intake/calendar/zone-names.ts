import { findIana } from 'windows-iana'
import { zonesOfPlaceName } from '../../time/places.ts'
import { canonicalZone } from '../../time/zones.ts'

export type NamedZone = {
  zone: string
  /** `name`: the name is a zone's own; `words`: it was read from cities or regions in it, or from bare letters. */
  by: 'name' | 'words'
}

/**
 * The zone that a TZID names: an IANA zone in any of the wrappings calendar programs put around it
 * (`/freeassociation.sourceforge.net/Europe/Berlin`, `custom_Pacific/Fiji`, `America-Chicago`), a Windows zone, an
 * offset, or cities and regions ("(UTC-03:00) Brasília", "Pacific Time (US & Canada), Tijuana").
 */
export function zoneOfName(tzid: string): NamedZone | null {
  const name = tzid
    .trim()
    .replace(/^["']+|["']+$/g, '')
    .replace(/^TZID=/i, '')
    .slice(0, 200)
  if (name === '') return null
  return ofIana(name) ?? ofWindows(name) ?? ofOffset(name) ?? ofWords(name)
}

const areas =
  /(?:^|[^A-Za-z])((?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US)[/-][A-Za-z_]+(?:[/-][A-Za-z0-9_+-]+)?)\s*$/i

function ofIana(name: string): NamedZone | null {
  if (name.includes('/')) {
    const segments = name.split('/')
    for (let from = 0; from < segments.length - 1; from++) {
      const zone = canonicalZone(segments.slice(from).join('/'))
      if (zone) return { zone, by: 'name' }
    }
  }
  const within = areas.exec(name)?.[1]
  if (within) {
    const slashed = within.includes('/') ? within : within.replace('-', '/')
    const zone = canonicalZone(slashed) ?? canonicalZone(slashed.replace(/(?<=^[^/]*\/[^/]*)-/, '/'))
    if (zone) return { zone, by: 'name' }
  }
  if (/(?:^|\/)(?:UTC|Z|Zulu|Universal)$/i.test(name)) return { zone: 'UTC', by: 'name' }
  // "Japan" and "Singapore" are zones; "EST" and "GMT" are too, but are written for places that change their clocks.
  const whole = /^[A-Za-z][\w-]+$/.test(name) ? canonicalZone(name) : null
  return whole ? { zone: whole, by: /^[A-Z]{2,4}$/.test(name) ? 'words' : 'name' } : null
}

function ofWindows(name: string): NamedZone | null {
  const plain = name
    .replace(/^\(?(?:UTC|GMT)[^)]*\)\s*/i, '')
    .replace(/\b(?:Daylight|Summer) Time\b/i, 'Standard Time')
  for (const candidate of [plain, `${plain} Standard Time`, titleCase(plain)]) {
    const zone = findIana(candidate)[0]
    if (zone) return { zone: canonicalZone(zone) ?? zone, by: 'name' }
  }
  return null
}

/** `UTC+11`, `GMT-0330`; not "(UTC-05:00) Eastern Time", whose clocks change. */
function ofOffset(name: string): NamedZone | null {
  const told = /^(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d\d))?$/i.exec(name)
  const zone = told ? canonicalZone(`${told[1]}${told[2]!.padStart(2, '0')}:${told[3] ?? '00'}`) : null
  return zone ? { zone: zone === '+00:00' ? 'UTC' : zone, by: 'name' } : null
}

const regions: [RegExp, string][] = [
  [/^(?:US\W?)?Eastern\b(?! Europe)|\bEastern (?:Standard )?Time \(US/i, 'America/New_York'],
  [/^(?:US\W?)?Central(?:$| Time| Standard)|\bCentral Time \(US/i, 'America/Chicago'],
  [/^(?:US\W?)?Mountain(?:$| Time| Standard)|\bMountain Time \(US/i, 'America/Denver'],
  [/^(?:US\W?)?Pacific(?:$| Time| Standard)|\bPacific Time \(US/i, 'America/Los_Angeles'],
  [/^Atlantic(?:$| Time| Standard)/i, 'America/Halifax'],
  [/\b(?:Western\/)?Central Europe\b|^CET$|^MEZ$/i, 'Europe/Berlin'],
  [/\bMitteleurop[äa]ische |\bEurope centrale\b|\bEuropa Centrale?\b/i, 'Europe/Berlin'],
  [/\bCentral European\b|\bWest(?:ern)?\/Central Europe/i, 'Europe/Berlin'],
]

function ofWords(name: string): NamedZone | null {
  const told = /\(?(?:UTC|GMT)\s*([+-]\d\d?:?\d\d)?[^)]*\)?\s*/i.exec(name)
  const offset = told?.[1] ? minutesOf(told[1]) : null
  const words = name.replace(/^\(?(?:UTC|GMT)[^)]*\)\s*/i, '').trim()
  const region = regions.find(([pattern]) => pattern.test(words))?.[1]
  if (region && (offset === null || standardMinutes(region) === offset)) return { zone: region, by: 'words' }
  for (const place of words.split(/[,;&/()]|\band\b/)) {
    const city = place.replace(/\b(?:standard|daylight|time|zone|us|custom\w*)\b/gi, ' ').trim()
    if (city.length < 4 || /\d/.test(city)) continue
    const zone = zonesOfPlaceName(city).find(zone => offset === null || standardMinutes(zone) === offset)
    if (zone) return { zone, by: 'words' }
  }
  return null
}

/** The smaller offset of a year's two, which is the one that such names tell. */
function standardMinutes(zone: string): number {
  const at = (month: number) =>
    Temporal.ZonedDateTime.from({ year: 2020, month, day: 1, timeZone: zone }).offsetNanoseconds / 6e10
  return Math.min(at(1), at(7))
}

function minutesOf(offset: string): number {
  const told = /^([+-])(\d\d?):?(\d\d)$/.exec(offset)!
  return (told[1] === '-' ? -1 : 1) * (Number(told[2]) * 60 + Number(told[3]))
}

function titleCase(words: string): string {
  return words.toLowerCase().replace(/(^|[\s(])[a-z]/g, letter => letter.toUpperCase())
}
