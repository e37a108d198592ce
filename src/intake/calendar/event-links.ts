import type { Attendance, FoundLink, FoundPlace } from '../../domain/finding.ts'
import { linkRole, linksIn } from '../link-role.ts'
import { isOnline } from '../online-words.ts'
import { plainText } from '../plain-text.ts'
import { passcodesIn } from './meeting-lines.ts'
import type { Properties, Property } from './property.ts'
import { textOf } from './property.ts'

export type Whereabouts = {
  place?: FoundPlace
  links: FoundLink[]
  attendance?: Attendance
  /** The event's own page. */
  url?: string
  image?: string
}

/**
 * Where an event is held and how one takes part: LOCATION (a place, a join link or both), GEO, CONFERENCE
 * (RFC 7986) and its forerunners, URL, ATTACH, IMAGE and the links within the description.
 */
export function whereaboutsOf(
  properties: Properties,
  description: string | undefined,
  places: Properties[] = [],
): Whereabouts {
  const links: FoundLink[] = []
  const add = (link: FoundLink) => {
    if (links.length < 60 && !links.some(({ url }) => url === link.url)) links.push(link)
  }
  const result: Whereabouts = { links: [] }
  for (const name of meetingProperties) {
    const told = properties.get(name)
    if (told) for (const property of told) addConference(property, add)
  }
  const told = plainText(textOf(properties.get('LOCATION')?.[0]))
  const location = told ? readLocation(told) : undefined
  for (const link of location?.links ?? []) add(link)
  const url = addressOf(properties.get('URL')?.[0]?.value) ?? addressOf(properties.get('X-URL')?.[0]?.value)
  if (url) {
    const role = linkRole(url)
    if (role && role !== 'source') add({ role, url })
    if (role && role !== 'join') result.url = url
  }
  for (const property of properties.get('IMAGE') ?? []) result.image ??= addressOf(property.value)
  for (const property of properties.get('ATTACH') ?? []) addAttachment(property, add, result)
  for (const link of linksIn(description ?? ''))
    if (link.url !== result.url || link.role !== 'source') add(link)
  result.links = links
  if (result.image === undefined) delete result.image
  const place = placeOf(location, properties) ?? placeApart(places)
  if (place) result.place = place
  const attendance = attendanceOf(place, location, result.links)
  if (attendance) result.attendance = attendance
  return result
}

const meetingProperties = [
  'CONFERENCE',
  'X-GOOGLE-CONFERENCE',
  'X-GOOGLE-HANGOUT',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
  'X-MICROSOFT-ONLINEMEETINGCONFLINK',
  'X-ZOOM-LINK',
  'X-JITSI-URL',
  'X-CONFERENCE-URL',
  'X-PM-CONFERENCE-URL',
]

/** A conference is a door unless its address or its label says otherwise; phone numbers are left out. */
function addConference({ value, params }: Property, add: (link: FoundLink) => void): void {
  const url = addressOf(value)
  // The door of those who hold it is nobody else's.
  if (!url || /\bMODERATOR\b/i.test(params.feature ?? '')) return
  const title = params.label
  const told = linkRole(url, title ? { title } : {})
  const role = /\bFEED\b/i.test(params.feature ?? '') ? 'livestream' : told === 'source' ? 'join' : told
  if (role) add({ role, url, ...(title ? { title } : {}) })
}

function addAttachment(
  { value, params }: Property,
  add: (link: FoundLink) => void,
  result: Whereabouts,
): void {
  const url = addressOf(value)
  if (!url || /^BINARY$/i.test(params.value ?? '')) return
  if (/^image\//i.test(params.fmttype ?? '') || /\.(?:png|jpe?g|webp|gif|svg)(?:\?|$)/i.test(url)) {
    result.image ??= url
    return
  }
  const title = params.filename ?? params['x-filename'] ?? params.label
  const role = linkRole(url, title ? { title } : {})
  if (role) add({ role, url, ...(title ? { title } : {}) })
}

function addressOf(value: string | undefined): string | undefined {
  const told = value?.trim()
  const plain = told?.includes('\\') ? told.replace(/\\([,;\\])/g, '$1') : told
  // Some plugins write it as in the query of another.
  const trimmed = plain && /^https?%3A%2F%2F/i.test(plain) ? decoded(plain) : plain
  return trimmed && /^https?:\/\/[^\s/]/i.test(trimmed) && URL.canParse(trimmed) ? trimmed : undefined
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

const addresses = /<?\bhttps?:\/\/[^\s<>"]+>?/gi
const inPersonWords =
  /^(?:in[- ]person|on[- ]?site|face[- ]to[- ]face|offline|presencial|präsenz|en présentiel)\b/i

/** "Online & in person; workshop" names no place. */
const bothWays =
  /^(?:hybrid|online (?:and|&|\+) in[- ]person|in[- ]person (?:and|&|\+) online)(?:[;,] ?[\p{L} ]{2,30})?$/iu

const nowhere =
  /^(?:tb[adc]|to be (?:announced|confirmed|determined)|n\/?a|none|null|unknown|various|-+|\?+|see (?:description|website|below).*)$/i

/** What a LOCATION says: links, a place, or that one meets over the net. */
type Location = { links: FoundLink[]; place: FoundPlace; online: boolean; hybrid: boolean; inPerson: boolean }

/** What is left of “Town hall and online at https://…” without its address. */
const leadsOn =
  /[\s,;:–-]+(?:and |und |et |y |e |& |\+ |or )?(?:also )?(?:online|zoom|via zoom|livestream)?(?: at| via| on| via zoom| on zoom| über| sur| en)?[\s:]*$/i

/** A calendar names the same few rooms again and again. */
const locations = new Map<string, Location>()

function readLocation(text: string): Location {
  const known = locations.get(text)
  if (known) return known
  const bared = text.replace(addresses, ' ')
  const { without, passcode } = text.includes('://') ? passcodesIn(bared) : { without: bared }
  const lines = without
    // Rooms are kept as mailboxes: `"Hall 2" <hall2@example.org>`.
    .replace(/"?([^"<>\n]{2,200}?)"? ?<(?:mailto:)?[^\s<>@]+@[^\s<>]+>/gi, '$1')
    .replace(/\((?:\s|[,;])*\)/g, ' ')
    .split('\n')
    .map(line => line.replace(/[ \t]+/g, ' ').replace(/^[\s,;:|–-]+|[\s,;:|–-]+$/g, ''))
    .map(line => (text.includes('://') && !isOnline(line) ? line.replace(leadsOn, '') : line))
    .map(line => line.replace(/^(?:hybrid|online|in[- ]person)\s*[:–-]\s*(?=\S)/i, ''))
    .filter(line => line !== '')
  const bare = lines.join(', ')
  // Several rooms at once, as Outlook tells them: one of them may be none.
  const parts = lines.length === 1 ? bare.split(/\s*;\s*|\s+[/|+&]\s+/) : [bare]
  const rooms = parts.filter(part => !isOnline(part))
  const online = rooms.length < parts.length
  const isRoom = online && rooms.some(room => /\d|\p{Lu}/u.test(room) && !bothWays.test(room))
  const [name, ...rest] = isRoom ? [rooms.join('; ')] : named(lines)
  const place: FoundPlace = {}
  if (
    name &&
    (!online || isRoom) &&
    !bothWays.test(bare) &&
    !inPersonWords.test(bare) &&
    !nowhere.test(bare) &&
    !isLoneHost(bare)
  ) {
    place.name = name.slice(0, 300)
    if (rest.length) place.address = rest.join(', ').slice(0, 500)
  }
  const location = {
    links: linksIn(text).map(link =>
      passcode && link.role === 'join' ? { ...link, title: passcode } : link,
    ),
    place,
    online,
    hybrid: hybridWords.test(text.replace(addresses, ' ')),
    inPerson: inPersonWords.test(bare),
  }
  if (locations.size >= 2000) locations.clear()
  if (text.length < 500) locations.set(text, location)
  return location
}

/** “Café Kotti (Adalbertstraße 96, 10999 Berlin)”: a name with its address behind it. */
function named(lines: string[]): string[] {
  const [, name, address] =
    (lines.length === 1 && /^([^()]{2,100}?) \(([^()]+,[^()]+)\)$/.exec(lines[0]!)) || []
  return name && address && /\d/.test(address) ? [name, address] : lines
}

function placeOf(location: Location | undefined, properties: Properties): FoundPlace | undefined {
  const place: FoundPlace = { ...location?.place }
  const structured = properties.get('X-APPLE-STRUCTURED-LOCATION')?.[0]
  if (structured) {
    const title = structured.params['x-title']?.replace(/\\n|\n/gi, ', ')
    const address = structured.params['x-address']?.replace(/\\n|\n/gi, ', ').replace(/\\,/g, ',')
    if (title && !place.name) place.name = title.split(', ')[0]!
    if (address && !place.address) place.address = address
  }
  const [lat, lon] =
    coordinates(properties.get('GEO')?.[0]?.value) ??
    coordinates(structured?.value.replace(/^geo:/i, '')) ??
    []
  if (lat !== undefined && lon !== undefined) Object.assign(place, { lat, lon })
  return Object.keys(place).length ? place : undefined
}

/** The first place that is not where one parks (RFC 9073, section 7.2). */
function placeApart(places: Properties[]): FoundPlace | undefined {
  const told = places.find(one => !/parking/i.test(one.get('LOCATION-TYPE')?.[0]?.value ?? ''))
  const name = plainText(textOf(told?.get('NAME')?.[0]) ?? textOf(told?.get('DESCRIPTION')?.[0]))
  const [lat, lon] = coordinates(told?.get('GEO')?.[0]?.value) ?? []
  if (!name && lat === undefined) return undefined
  return {
    ...(name && { name: name.slice(0, 300) }),
    ...(lat !== undefined && lon !== undefined && { lat, lon }),
  }
}

/** Zero by zero is what programs write that know of no place. */
function coordinates(value: string | undefined): [number, number] | null {
  const told = /^\s*([+-]?\d{1,2}(?:\.\d+)?)\s*\\?[;,]\s*([+-]?\d{1,3}(?:\.\d+)?)/.exec(value ?? '')
  if (!told) return null
  const lat = Number(told[1])
  const lon = Number(told[2])
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0) ? [lat, lon] : null
}

function isLoneHost(words: string): boolean {
  return (
    /^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?$/i.test(words) &&
    linksIn(`https://${words}`).length > 0
  )
}

function attendanceOf(
  place: FoundPlace | undefined,
  location: Location | undefined,
  links: FoundLink[],
): Attendance | undefined {
  if (location?.hybrid) return 'mixed'
  const joins = links.some(link => link.role === 'join' || (!place && link.role === 'livestream'))
  if (joins || location?.online) return place ? 'mixed' : 'online'
  return location?.inPerson || place?.name || place?.lat !== undefined ? 'offline' : undefined
}

const hybridWords =
  /\b(?:hybrid|online (?:and|&|\+) in[- ]person|in[- ]person (?:and|&|\+) online|also online|or online|and online|(?:&|\+) online)\b/i
