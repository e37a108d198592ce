import zoneAt from '@photostructure/tz-lookup'
import cityTable from 'city-timezones'
import { fold } from './fold.ts'
import { canonicalZone } from './zones.ts'

/** Degrees, north and east positive. */
export type City = {
  country: string
  province: string
  state: string
  zone: string
  people: number
  lat: number
  lon: number
}

/** Cities of a folded name, the most populous first. */
export function citiesNamed(name: string): readonly City[] {
  return table().byName.get(name) ?? []
}

/** All folded names with their cities. */
export function allCities(): ReadonlyMap<string, readonly City[]> {
  return table().byName
}

/** Zones of a folded name of a state or province, or of its postal abbreviation in capitals, by their people. */
export function zonesOfProvince(name: string, country?: string): string[] {
  const rows = table().byProvince.get(name) ?? []
  return byPeople(country ? rows.filter(city => city.country === country) : rows)
}

/** Zones of a country (ISO alpha-2) that have a city in the table, by their people. */
export function zonesOfCities(country: string): readonly string[] {
  let zones = ofCountry.get(country)
  if (!zones) {
    zones = byPeople(table().byCountry.get(country) ?? [])
    ofCountry.set(country, zones)
  }
  return zones
}

const ofCountry = new Map<string, string[]>()

type Table = { byName: Map<string, City[]>; byProvince: Map<string, City[]>; byCountry: Map<string, City[]> }
let loaded: Table | undefined

/** Made at the first question: it costs some 15 MB and 100 ms, which whoever reads no places never pays. */
function table(): Table {
  loaded ??= load()
  return loaded
}

function load(): Table {
  const fresh: Table = { byName: new Map(), byProvince: new Map(), byCountry: new Map() }
  for (const row of [...cityTable.cityMapping].sort((a, b) => b.pop - a.pop)) {
    const country = /^[A-Z]{2}$/.test(String(row.iso2)) ? row.iso2 : (unlisted[row.country] ?? '')
    const province = fold(row.province ?? '')
    const state = row.state_ansi ?? postal[country]?.[province] ?? ''
    const named = row.timezone ?? zoneAt(row.lat, row.lng)
    const city: City = {
      country,
      province,
      state,
      zone: canonicalZone(named) ?? named,
      people: row.pop,
      lat: row.lat,
      lon: row.lng,
    }
    const name = fold(row.city)
    const ascii = fold(row.city_ascii)
    add(fresh.byName, name, city)
    if (ascii !== name) add(fresh.byName, ascii, city)
    if (province) add(fresh.byProvince, province, city)
    if (state) add(fresh.byProvince, state, city)
    if (country) add(fresh.byCountry, country, city)
  }
  return fresh
}

function add(index: Map<string, City[]>, key: string, city: City): void {
  const list = index.get(key)
  if (list) list.push(city)
  else index.set(key, [city])
}

function byPeople(cities: readonly City[]): string[] {
  const people = new Map<string, number>()
  for (const city of cities) people.set(city.zone, (people.get(city.zone) ?? 0) + city.people)
  return [...people].sort((a, b) => b[1] - a[1]).map(([zone]) => zone)
}

/** Countries the table gives no code for. */
const unlisted: Record<string, string> = { Kosovo: 'XK', Somaliland: 'SO', Aland: 'AX' }

/** Postal abbreviations; those of the United States come with the table. */
const postal: Record<string, Record<string, string>> = {
  AU: {
    'new south wales': 'NSW',
    queensland: 'QLD',
    'south australia': 'SA',
    tasmania: 'TAS',
    victoria: 'VIC',
    'western australia': 'WA',
    'australian capital territory': 'ACT',
    'northern territory': 'NT',
  },
  CA: {
    alberta: 'AB',
    'british columbia': 'BC',
    manitoba: 'MB',
    'new brunswick': 'NB',
    'newfoundland and labrador': 'NL',
    'nova scotia': 'NS',
    'northwest territories': 'NT',
    nunavut: 'NU',
    ontario: 'ON',
    'prince edward island': 'PE',
    quebec: 'QC',
    saskatchewan: 'SK',
    yukon: 'YT',
  },
}
