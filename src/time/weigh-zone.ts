import { type AbbreviationMeaning, isSeasonFree } from './abbreviations.ts'
import { offsetAt } from './days.ts'
import type { Choice, Doubt, DoubtCode } from './doubt.ts'
import { fold } from './fold.ts'
import { offsetName } from './offset-name.ts'
import { isCountryItself, type PlaceWords, zoneOfPlace, zonesOfCountry, zonesOfPlaceName } from './places.ts'
import { readWrittenZone } from './written-zone.ts'
import { zonedWall } from './zoned-wall.ts'
import { canonicalZone, countryOfZone } from './zones.ts'

/**
 * - `wall`: the local time, `2021-03-06T10:00`, in no zone yet;
 * - `abbreviation`: what is written in a zone's place: `CET`, `UTC+1`, `Europe/Berlin`, `Romance Standard Time`;
 * - `place`: where it is held, or where its organiser is;
 * - `contextZone`: the zone to take where nothing else tells one.
 */
export type ToldZone = { wall: string; abbreviation?: string; place?: PlaceWords; contextZone?: string }
export type WeighedZone = { zone: string | null; doubts: Doubt[] }

/**
 * The zone of one wall time, out of what was told about it. Letters are believed where they fit the place at that
 * time of the year; where they do not, the place is believed, because people know where they are better than what
 * their clock is called, and the zone carries a doubt. A zone's full name, UTC and an offset are believed as written.
 * `zone` is an IANA name or an offset; null where nothing tells one (`zone-missing`).
 */
export function weighZone(told: ToldZone): WeighedZone {
  const written = told.abbreviation?.trim() ? readWrittenZone(told.abbreviation) : null
  if (written && 'zone' in written) return sure(written.zone)
  const places = placesOf(told)
  if (written && 'offset' in written) return weighOffset(told, written.offset, places)
  if (!written) return places ? weighPlace(told, places) : (contextOf(told) ?? missing())
  if (places) return weighBoth(told, written.letters, written.meanings, places)
  return weighLetters(told, written.letters, written.meanings)
}

/**
 * Zones of the place, likeliest first, what they were found by, and `wider`: the zones of its country where the place
 * is told no closer than that, or its coordinates lie elsewhere (either may be the slip of a pen).
 */
type Places = { zones: string[]; wider: string[]; by: 'coordinates' | 'city' | 'country'; words: string }

function placesOf({ place }: ToldZone): Places | null {
  if (!place) return null
  const key = `${place.name}\n${place.address}\n${place.country}\n${place.lat}\n${place.lon}`
  let places = known.get(key)
  if (places === undefined) {
    places = findPlaces(place)
    if (known.size >= 5000) known.clear()
    known.set(key, places)
  }
  return places
}

/** The rows of a table name the same few places again and again. */
const known = new Map<string, Places | null>()

function findPlaces(place: PlaceWords): Places | null {
  const found = zoneOfPlace(place)
  if (!found) return null
  const { by } = found
  const words = place.name ?? place.address ?? place.country ?? found.zone
  const named = place.name ? zonesOfPlaceName(place.name, place.country) : []
  const ofCountry = place.country ? zonesOfCountry(place.country) : []
  if (by === 'city') return { zones: [...new Set([found.zone, ...named])], wider: [], by, words }
  if (by === 'country') return { zones: [found.zone], wider: ofCountry.length ? ofCountry : named, by, words }
  if (isWithin(found.zone, ofCountry)) {
    const isCity = named.length > 0 && !isCountryItself(place.name ?? '', place.country)
    return { zones: [found.zone], wider: isCity ? [] : ofCountry, by, words }
  }
  const isConfirmed = named.length > 0 && !isCountryItself(place.name ?? '', place.country)
  return { zones: isConfirmed ? named : [found.zone], wider: [found.zone, ...ofCountry], by, words }
}

function isWithin(zone: string, zonesOfCountry: string[]): boolean {
  const country = countryOfZone(zone)
  return (
    country === null ||
    zonesOfCountry.length === 0 ||
    zonesOfCountry.some(one => one === zone || countryOfZone(one) === country)
  )
}

function weighBoth(
  told: ToldZone,
  letters: string,
  meanings: AbbreviationMeaning[],
  places: Places,
): WeighedZone {
  const first = places.zones[0]!
  const literal =
    places.zones.find(zone => isLiterally(zone, letters, meanings, told)) ??
    withinCountry(places.wider, meanings).find(zone => isLiterally(zone, letters, meanings, told))
  if (literal) return sure(minutesAt(told, literal) === minutesAt(told, first) ? first : literal)
  const season = [...places.zones, ...withinCountry(places.wider, meanings)].find(zone =>
    meanings.some(one => minutesAt(told, one.zone) === minutesAt(told, zone)),
  )
  if (season) {
    const meant = meanings.find(one => minutesAt(told, one.zone) === minutesAt(told, season))!
    return doubted(
      told,
      [season, offsetName(meant.offsetMinutes)],
      'zone-season',
      `“${letters}” is not what clocks in ${places.words} show on that day; local time was taken.`,
    )
  }
  if (isCoined(letters, told, places)) return weighPlace(told, places)
  if (meanings.length === 0) {
    return doubted(
      told,
      [first],
      'zone-ambiguous',
      `What “${letters}” stands for is not known; the local time of ${places.words} was taken.`,
    )
  }
  return doubted(
    told,
    [first, ...likely(meanings).map(one => placed(one, letters, told))],
    'zones-disagree',
    `“${letters}” is not the time of ${places.words}, whose local time was taken.`,
  )
}

function isLiterally(
  zone: string,
  letters: string,
  meanings: AbbreviationMeaning[],
  told: ToldZone,
): boolean {
  return meanings.some(one => minutesOf(one, letters, told) === minutesAt(told, zone))
}

/**
 * Colombia's letters are not to pick the one corner of Brazil that keeps the same time: of a country's zones those
 * are believed that the letters are made for, and the few that most of its people live in.
 */
function withinCountry(zones: string[], meanings: AbbreviationMeaning[]): string[] {
  return zones.filter(
    (zone, at) => at < 5 || meanings.some(one => countryOfZone(one.zone) === countryOfZone(zone)),
  )
}

/** UTC and offsets are written with intent, so they stand; the place can only confirm them or raise a doubt. */
function weighOffset(told: ToldZone, offset: string, places: Places | null): WeighedZone {
  if (!places) return sure(offset)
  const minutes = minutesAt(told, offset)
  const possible = [...places.zones, ...places.wider]
  const same = possible.find(zone => minutesAt(told, zone) === minutes)
  if (same) return sure(same)
  const shifted = places.zones.find(zone => offsetsOfYear(told, zone).includes(minutes))
  if (shifted) {
    return doubted(
      told,
      [shifted, offset],
      'zone-season',
      `${told.abbreviation} is not what clocks in ${places.words} show on that day; local time was taken.`,
    )
  }
  return doubted(
    told,
    [offset, ...places.zones],
    'zones-disagree',
    `${told.abbreviation} is not the time of ${places.words}: perhaps its local time was meant.`,
  )
}

function weighPlace(told: ToldZone, places: Places): WeighedZone {
  const context = told.contextZone ? canonicalZone(told.contextZone) : null
  const all = [...places.zones, ...places.wider]
  const zone = context && all.includes(context) ? context : places.zones[0]!
  const others = all.some(one => minutesAt(told, one) !== minutesAt(told, zone))
  if (!others || zone === context) return sure(zone)
  if (places.by === 'city') {
    return doubted(
      told,
      [zone, ...all],
      'zone-ambiguous',
      `There are several places named ${places.words}; ${zone} was taken.`,
    )
  }
  if (places.by === 'country') {
    const says = `${places.words} has several time zones; ${zone} was taken.`
    return doubted(told, [zone, ...all], 'zone-ambiguous', says)
  }
  if (isWithin(places.wider[0]!, places.zones)) return sure(zone)
  return doubted(
    told,
    [zone, ...places.wider],
    'zones-disagree',
    `The coordinates lie outside of ${told.place?.country}; ${zone} was taken.`,
  )
}

function weighLetters(told: ToldZone, letters: string, meanings: AbbreviationMeaning[]): WeighedZone {
  const context = contextOf(told)
  if (context?.zone && meanings.some(one => minutesOf(one, letters, told) === minutesAt(told, context.zone!)))
    return context
  const [first, ...others] = likely(meanings)
  if (!first) {
    const says = `What “${letters}” stands for is not known.`
    return context?.zone
      ? doubted(told, [context.zone], 'zone-ambiguous', says)
      : { zone: null, doubts: [{ code: 'zone-missing', says }] }
  }
  if (others.some(one => minutesOf(one, letters, told) !== minutesOf(first, letters, told))) {
    return doubted(
      told,
      [first.zone, ...others.filter(one => !isLateSummer(one, told)).map(one => placed(one, letters, told))],
      'zone-ambiguous',
      `“${letters}” stands for several time zones; ${first.zone} was taken.`,
    )
  }
  if (minutesAt(told, first.zone) !== minutesOf(first, letters, told)) {
    return doubted(
      told,
      [first.zone, offsetName(first.offsetMinutes)],
      'zone-season',
      `“${letters}” is not in use on that day; the local time of ${first.zone} was taken.`,
    )
  }
  return sure(first.zone)
}

function contextOf(told: ToldZone): WeighedZone | null {
  const zone = told.contextZone ? canonicalZone(told.contextZone) : null
  return zone ? sure(zone) : null
}

function missing(): WeighedZone {
  return { zone: null, doubts: [{ code: 'zone-missing', says: 'No time zone is told.' }] }
}

function likely(meanings: AbbreviationMeaning[]): AbbreviationMeaning[] {
  return meanings.filter(one => !one.onlyHinted)
}

/** The zone where its clocks show what the letters say on that day, else the letters literally. */
function placed(one: AbbreviationMeaning, letters: string, told: ToldZone): string {
  const minutes = minutesOf(one, letters, told)
  return minutes === minutesAt(told, one.zone) ? one.zone : offsetName(minutes)
}

function isLateSummer(one: AbbreviationMeaning, told: ToldZone): boolean {
  return one.summer && minutesAt(told, one.zone) !== one.offsetMinutes
}

/** "BST" of Brazil, "UST" of Uruguay, "MST" of Kirov on Moscow time: letters made up from a name, + (S)T. */
function isCoined(letters: string, told: ToldZone, places: Places): boolean {
  const initial = /^(\p{Lu})[SDL]?T$/u.exec(letters)?.[1]?.toLowerCase()
  if (!initial) return false
  const country = told.place?.country ?? ''
  const main =
    zonesOfCountry(country).find(zone => minutesAt(told, zone) === minutesAt(told, places.zones[0]!)) ?? ''
  return [country, places.words, lastOf(places.zones[0]!), lastOf(main)].some(name =>
    fold(name).startsWith(initial),
  )
}

function lastOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1)
}

function minutesOf(one: AbbreviationMeaning, letters: string, told: ToldZone): number {
  return isSeasonFree(letters) ? minutesAt(told, one.zone) : one.offsetMinutes
}

/** Minutes ahead of UTC. Near a clock change the wall time itself decides, which an hour's error does not move. */
function minutesAt({ wall }: ToldZone, zone: string): number {
  const utc = Date.parse(wall.length === 10 ? `${wall}T12:00Z` : `${wall.slice(0, 16)}Z`)
  const guess = offsetAt(utc, zone)
  return offsetAt(utc - guess, zone) / 60_000
}

function offsetsOfYear(told: ToldZone, zone: string): number[] {
  const year = told.wall.slice(0, 4)
  return [`${year}-01-15T12:00`, `${year}-07-15T12:00`].map(wall => minutesAt({ wall }, zone))
}

function sure(zone: string): WeighedZone {
  return { zone, doubts: [] }
}

/** The first zone is taken; the others are choices where they tell another moment. */
function doubted(told: ToldZone, zones: string[], code: DoubtCode, says: string): WeighedZone {
  const [zone = null] = zones
  const choices = choicesOf(told, zones)
  return { zone, doubts: [{ code, says, ...(choices.length > 1 && { choices }) }] }
}

const mostChoices = 6

function choicesOf(told: ToldZone, zones: string[]): Choice[] {
  if (told.wall.length === 10) return []
  const moments = new Set<number>()
  const differing = zones.filter(zone => moments.size < moments.add(minutesAt(told, zone)).size)
  return differing.slice(0, mostChoices).map(zone => ({ start: zonedWall(told.wall, zone).time }))
}
