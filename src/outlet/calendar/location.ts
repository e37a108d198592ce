import type { Place } from '../../domain/entry.ts'
import { withoutPasscodes } from '../../domain/secret-link.ts'
import { contentLine, textOf } from './content-line.ts'
import { doorsOf } from './description.ts'
import type { CalendarItem, CalendarReader } from './item.ts'

/**
 * Where it is held: the place with its address, or, for what is online alone, the door, because that is where most
 * programs let one in.
 */
export function locationOf(item: CalendarItem, reader: CalendarReader): string {
  const { attendance, place } = item.entry
  if (attendance === 'online') {
    const [door] = doorsOf(item, reader.now)
    return contentLine('LOCATION', textOf(door?.url ?? reader.say('where.online')))
  }
  if (!place) return ''
  const { lat, lon } = place
  const where = placeIn(place, reader.locale)
  return (
    (where ? contentLine('LOCATION', textOf(withoutPasscodes(where))) : '') +
    (lat !== null && lon !== null ? contentLine('GEO', `${degrees(lat)};${degrees(lon)}`) : '')
  )
}

/** The name on a line of its own: programs that know maps look for the rest. */
function placeIn({ name, address, country }: Place, locale: string): string {
  const land = country && /^[A-Z]{2}$/.test(country) ? nameOfCountry(country, locale) : country
  const told = [name, address].filter(Boolean).join('\n')
  if (!land || told.toLowerCase().includes(land.toLowerCase())) return told
  return address ? `${told}, ${land}` : [name, land].filter(Boolean).join('\n')
}

const countries = new Map<string, Intl.DisplayNames>()

function nameOfCountry(code: string, locale: string): string {
  let names = countries.get(locale)
  if (!names) {
    names = new Intl.DisplayNames(locale, { type: 'region' })
    if (countries.size < 50) countries.set(locale, names)
  }
  return names.of(code) ?? code
}

/** To a tenth of a metre. */
function degrees(value: number): string {
  return String(Number(value.toFixed(6)))
}
