import { isThing, type Json, textIn, thingsIn } from '../json.ts'
import type { Dialect } from './dialect.ts'
import { textAt } from './paths.ts'
import { statusIn } from './ticket-shops.ts'
import type { ToldEvent } from './told-event.ts'

/** The Events Calendar for WordPress, REST `tribe/events/v1`. */
const eventsCalendar: Dialect = {
  signs: [/"start_date"\s*:/, /"(?:utc_start_date|start_date_details)"\s*:/],
  is: thing => 'title' in thing && 'start_date' in thing,
  at: {
    uid: 'global_id|id',
    title: 'title',
    about: 'description|excerpt',
    url: 'url',
    image: 'image.url',
    start: 'start_date',
    end: 'end_date',
    zone: 'timezone',
    tags: 'tags[].name|categories[].name',
    organiser: 'organizer[]',
    place: 'venue.venue',
    street: 'venue.address',
    city: 'venue.city',
    region: 'venue.state|venue.province|venue.stateprovince',
    postcode: 'venue.zip',
    country: 'venue.country',
    lat: 'venue.geo_lat',
    lon: 'venue.geo_lng',
    join: 'virtual_url',
  },
  more: thing => ({
    ...statusIn(thing.event_status),
    allDay: thing.all_day === true || undefined,
    attendance: thing.is_virtual === true ? (thing.is_hybrid === true ? 'mixed' : 'online') : undefined,
    others: addressesIn(thing.website),
  }),
}

/** Gancio, `/api/events`: moments in seconds. */
const gancio: Dialect = {
  signs: [/"start_datetime"\s*:\s*\d/],
  is: thing => 'title' in thing && typeof thing.start_datetime === 'number',
  at: {
    uid: 'slug|id',
    title: 'title',
    about: 'description',
    image: 'media[].url',
    start: 'start_datetime',
    end: 'end_datetime',
    tags: 'tags[]|tags[].tag',
    place: 'place.name',
    address: 'place.address',
    lat: 'place.latitude',
    lon: 'place.longitude',
    join: 'online_locations[]',
  },
  more: thing => {
    const file = textAt(thing, 'media[].url')
    const slug = textAt(thing, 'slug')
    return {
      url: slug && /^[\w%-]+$/.test(slug) ? `/event/${slug}` : undefined,
      image: file && /^[\w.-]+$/.test(file) ? `/media/${file}` : file,
    }
  },
}

/** Mobilizon's GraphQL. Its coordinates are `longitude;latitude`. */
const mobilizon: Dialect = {
  signs: [/"beginsOn"\s*:/],
  is: thing => 'title' in thing && 'beginsOn' in thing,
  at: {
    uid: 'uuid|id',
    title: 'title',
    about: 'description',
    url: 'url',
    image: 'picture.url',
    language: 'language',
    start: 'beginsOn',
    end: 'endsOn',
    zone: 'options.timezone|physicalAddress.timezone',
    tags: 'tags[].title',
    registration: 'externalParticipationUrl',
  },
  more: thing => {
    const options = isThing(thing.options) ? thing.options : {}
    const isOnline = options.isOnline === true
    const address = textIn(thing.onlineAddress, 4000)
    return {
      ...statusIn(thing.status),
      organisers: mobilizonHosts(thing.attributedTo ?? thing.organizerActor, !isThing(thing.attributedTo)),
      attendance: isOnline && !isThing(thing.physicalAddress) ? 'online' : undefined,
      ...(isOnline ? { join: address } : { others: addressesIn(address) }),
      ...(isThing(thing.physicalAddress) && { place: mobilizonPlace(thing.physicalAddress) }),
    }
  },
}

function mobilizonHosts(actor: unknown, isPerson: boolean): ToldEvent['organisers'] {
  const name = textAt(actor, 'name|preferredUsername')
  return name ? [{ name, isPerson }] : undefined
}

function mobilizonPlace(address: Json): ToldEvent['place'] {
  const [lon, lat] = textAt(address, 'geom')?.split(';') ?? []
  return {
    name: textAt(address, 'description'),
    street: textAt(address, 'street'),
    city: textAt(address, 'locality'),
    region: textAt(address, 'region'),
    postcode: textAt(address, 'postalCode'),
    country: textAt(address, 'country'),
    lat,
    lon,
  }
}

/** Localist, API v2. */
const localist: Dialect = {
  signs: [/"event_instances"\s*:/],
  is: thing => 'title' in thing && Array.isArray(thing.event_instances),
  at: {
    uid: 'id',
    title: 'title',
    about: 'description|description_text',
    url: 'localist_url|url',
    image: 'photo_url',
    stream: 'stream_url',
    registration: 'ticket_url',
    tags: 'tags[]|keywords[]',
    organiser: 'filters.departments[]|departments[]|filters.groups[]',
    address: 'address',
    lat: 'geo.latitude',
    lon: 'geo.longitude',
    city: 'geo.city',
    country: 'geo.country',
  },
  more: thing => {
    const room = textAt(thing, 'room_number')
    const house = textAt(thing, 'location_name|location')
    return {
      ...statusIn(thing.status),
      attendance: attendances[textAt(thing, 'experience') ?? ''],
      others: addressesIn(thing.url),
      place: {
        name: house && room ? `${house}, ${room}` : house,
        address: textAt(thing, 'address'),
        country: textAt(thing, 'geo.country'),
        lat: textAt(thing, 'geo.latitude'),
        lon: textAt(thing, 'geo.longitude'),
      },
    }
  },
  dates: thing =>
    thingsIn(thing.event_instances, 1000).map(each => {
      const one = isThing(each.event_instance) ? each.event_instance : each
      return {
        start: textIn(one.start, 40),
        end: textIn(one.end, 40),
        allDay: one.all_day === true || undefined,
      }
    }),
}

const attendances: Record<string, ToldEvent['attendance']> = {
  inperson: 'offline',
  virtual: 'online',
  hybrid: 'mixed',
}

/** OpenAgenda, API v2: 1 is held there, 2 online, 3 both; of its states 6 is cancelled. */
const openAgenda: Dialect = {
  signs: [/"(?:firstTiming|nextTiming)"\s*:|"timings"\s*:\s*\[\s*\{\s*"begin"/],
  is: thing => 'title' in thing && ('timings' in thing || 'firstTiming' in thing || 'nextTiming' in thing),
  at: {
    uid: 'uid',
    title: 'title',
    about: 'longDescription|description',
    start: 'nextTiming.begin|firstTiming.begin',
    end: 'nextTiming.end|firstTiming.end',
    zone: 'timezone|location.timezone',
    place: 'location.name',
    address: 'location.address',
    city: 'location.city',
    country: 'location.countryCode',
    lat: 'location.latitude',
    lon: 'location.longitude',
    join: 'onlineAccessLink',
    organiser: 'originAgenda.title',
  },
  more: thing => {
    const [base, file] = [textAt(thing, 'image.base'), textAt(thing, 'image.filename')]
    return {
      status: thing.status === 6 ? 'cancelled' : thing.status === 5 ? 'postponed' : undefined,
      attendance: ([undefined, 'offline', 'online', 'mixed'] as const)[Number(thing.attendanceMode)],
      image: base && file ? base + file : undefined,
      registration: thingsIn(thing.registration, 20).flatMap(one =>
        one.type === 'link' ? (textIn(one.value, 4000) ?? []) : [],
      )[0],
      tags: Object.values(isThing(thing.keywords) ? thing.keywords : {})
        .slice(0, 1)
        .flatMap(words => (Array.isArray(words) ? words.filter(word => typeof word === 'string') : [])),
    }
  },
  dates: thing =>
    thingsIn(thing.timings, 1000).map(one => ({ start: textIn(one.begin, 40), end: textIn(one.end, 40) })),
}

/** Teamup. */
const teamup: Dialect = {
  signs: [/"start_dt"\s*:/],
  is: thing => 'title' in thing && 'start_dt' in thing,
  at: {
    uid: 'id',
    title: 'title',
    about: 'notes',
    start: 'start_dt',
    end: 'end_dt',
    zone: 'tz',
    place: 'location',
  },
  more: thing => ({ allDay: thing.all_day === true || undefined }),
}

/** Springshare's LibCal. */
const libCal: Dialect = {
  signs: [/"online_join_url"\s*:|"presenter"\s*:/, /"allday"\s*:/],
  is: thing => 'title' in thing && 'start' in thing && 'allday' in thing,
  at: {
    uid: 'id',
    title: 'title',
    about: 'description',
    url: 'url.public',
    image: 'featured_image',
    start: 'start',
    end: 'end',
    zone: 'timezone',
    place: 'location.name',
    organiser: 'owner',
    tags: 'category[].name',
    people: 'presenter',
  },
  more: thing => ({
    allDay: thing.allday === true || undefined,
    organisers: undefined,
    join: textIn(thing.online_join_url, 4000),
    place: textAt(thing, 'location.name') ? undefined : { name: textAt(thing, 'campus.name') },
  }),
}

/** A page of events of Squarespace as JSON (`?format=json`): moments in milliseconds. */
const squarespace: Dialect = {
  signs: [/"startDate"\s*:\s*1\d{12}/, /"(?:fullUrl|addressTitle)"\s*:/],
  is: thing => 'title' in thing && typeof thing.startDate === 'number',
  at: {
    uid: 'id',
    title: 'title',
    about: 'body|excerpt',
    url: 'fullUrl',
    image: 'assetUrl',
    start: 'startDate',
    end: 'endDate',
    tags: 'tags[]|categories[]',
    place: 'location.addressTitle',
    street: 'location.addressLine1',
    city: 'location.addressLine2',
    country: 'location.addressCountry',
    lat: 'location.markerLat',
    lon: 'location.markerLng',
  },
}

export const townCalendars: Dialect[] = [
  eventsCalendar,
  gancio,
  mobilizon,
  localist,
  openAgenda,
  teamup,
  libCal,
  squarespace,
]

function addressesIn(value: unknown): { url: string }[] | undefined {
  const url = textIn(value, 4000)
  return url && /^https?:/.test(url) ? [{ url }] : undefined
}
