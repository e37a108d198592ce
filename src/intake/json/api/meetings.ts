import { isThing, type Json, textIn, thingsIn } from '../json.ts'
import type { Dialect } from './dialect.ts'
import { textAt, textsAt } from './paths.ts'
import { statusIn } from './ticket-shops.ts'

/** Meetup's GraphQL. */
const meetup: Dialect = {
  signs: [/"eventUrl"\s*:/, /"dateTime"\s*:/],
  is: thing => 'eventUrl' in thing && 'dateTime' in thing,
  at: {
    uid: 'id',
    title: 'title',
    markdown: 'description',
    url: 'eventUrl',
    image: 'imageUrl|featuredEventPhoto.highResUrl|featuredEventPhoto.source',
    start: 'dateTime',
    end: 'endTime',
    zone: 'timezone|group.timezone',
    organiser: 'group',
    tags: 'topics.edges[].node.name',
    place: 'venues[].name|venue.name',
    street: 'venues[].address|venue.address',
    city: 'venues[].city|venue.city',
    country: 'venues[].country|venue.country',
    lat: 'venues[].lat|venue.lat',
    lon: 'venues[].lon|venue.lng|venue.lon',
    join: 'onlineVenue.url',
  },
  more: thing => ({
    ...statusIn(thing.status),
    minutes: lengthOf(thing.duration),
    attendance:
      thing.eventType === 'HYBRID'
        ? 'mixed'
        : thing.isOnline === true || thing.eventType === 'ONLINE'
          ? 'online'
          : undefined,
  }),
}

/** `PT1H30M` → 90 */
function lengthOf(value: unknown): number | undefined {
  const [, hours = 0, minutes = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?/.exec(textIn(value, 30) ?? '') ?? []
  return Number(hours) * 60 + Number(minutes) || undefined
}

/** Meetup's older API, v3: `time` in milliseconds, and what clocks show there beside it. */
const meetupRest: Dialect = {
  signs: [/"local_date"\s*:/, /"local_time"\s*:/],
  is: thing => 'name' in thing && typeof thing.time === 'number' && 'local_date' in thing,
  at: {
    uid: 'id',
    title: 'name',
    about: 'description',
    url: 'link',
    image: 'featured_photo.highres_link|featured_photo.photo_link',
    start: 'time',
    zone: 'group.timezone',
    organiser: 'group',
    place: 'venue.name',
    street: 'venue.address_1',
    city: 'venue.city',
    country: 'venue.country',
    lat: 'venue.lat',
    lon: 'venue.lon',
  },
  more: thing => ({
    ...statusIn(thing.status),
    minutes: typeof thing.duration === 'number' ? thing.duration / 60_000 : undefined,
    attendance: thing.is_online_event === true ? 'online' : undefined,
    // Without the zone of the group the local time is told at least.
    ...(textAt(thing, 'group.timezone')
      ? {}
      : { start: `${textAt(thing, 'local_date')}T${textAt(thing, 'local_time')}` }),
  }),
}

/** Luma: an entry of a calendar around the event, or the event alone. */
const luma: Dialect = {
  signs: [/"start_at"\s*:/, /"(?:geo_address_json|geo_address_info|duration_interval|calendar_api_id)"\s*:/],
  is: thing =>
    (isThing(thing.event) && 'start_at' in thing.event) || ('start_at' in thing && 'name' in thing),
  at: {
    uid: 'event.id|event.api_id|id|api_id',
    title: 'event.name|name',
    about: 'event.description|description',
    markdown: 'event.description_md|description_md',
    image: 'event.cover_url|cover_url',
    start: 'event.start_at|start_at',
    end: 'event.end_at|end_at',
    zone: 'event.timezone|timezone',
    tags: 'tags[].name|event.tags[].name',
    organiser: 'calendar',
    join: 'event.meeting_url|event.zoom_meeting_url|meeting_url|zoom_meeting_url',
    lat: 'event.geo_latitude|geo_latitude|event.coordinate.latitude',
    lon: 'event.geo_longitude|geo_longitude|event.coordinate.longitude',
    ...lumaPlace(),
  },
  more: thing => {
    const event = isThing(thing.event) ? thing.event : thing
    const url = textAt(event, 'url')
    const isOnline = /^(?:online|zoom|google-meet|youtube|teams)$/i.test(textAt(event, 'location_type') ?? '')
    return {
      url: url && !url.includes('/') ? `https://luma.com/${url}` : url,
      attendance: isOnline ? 'online' : undefined,
    }
  },
}

function lumaPlace() {
  const within = (name: string) =>
    ['event.geo_address_json', 'event.geo_address_info', 'geo_address_json', 'geo_address_info']
      .map(at => `${at}.${name}`)
      .join('|')
  return {
    place: `${within('address')}|${within('description')}|${within('city')}`,
    address: within('full_address'),
    city: within('city'),
    country: within('country'),
  }
}

/** Zoom, meetings and webinars. `start_url` lets anybody in as the host, and is never read. */
const zoom: Dialect = {
  signs: [/"topic"\s*:/, /"join_url"\s*:/],
  is: thing => 'topic' in thing && 'join_url' in thing,
  at: {
    uid: 'id',
    title: 'topic',
    about: 'agenda',
    start: 'start_time',
    minutes: 'duration',
    zone: 'timezone',
    join: 'join_url',
    registration: 'registration_url',
  },
  more: () => ({ attendance: 'online' }),
  dates: thing =>
    thingsIn(thing.occurrences, 1000).map(one => ({
      start: textIn(one.start_time, 40),
      minutes: typeof one.duration === 'number' ? one.duration : undefined,
      status: one.status === 'deleted' ? 'cancelled' : undefined,
    })),
}

/** Scheduled events of Discord: 3 has ended, 4 was cancelled. */
const discord: Dialect = {
  signs: [/"scheduled_start_time"\s*:/],
  is: thing => 'name' in thing && 'scheduled_start_time' in thing,
  at: {
    uid: 'id',
    title: 'name',
    markdown: 'description',
    start: 'scheduled_start_time',
    end: 'scheduled_end_time',
  },
  more: thing => {
    const where = textAt(thing, 'entity_metadata.location')
    const isAddress = where !== undefined && /^https?:\/\/\S+$/.test(where)
    return {
      status: thing.status === 4 ? 'cancelled' : undefined,
      attendance: thing.entity_type === 3 && !isAddress ? undefined : 'online',
      ...(isAddress ? { join: where } : { place: { name: where } }),
      url: addressOfDiscord(thing),
    }
  },
}

function addressOfDiscord(thing: Json): string | undefined {
  const ids = [textAt(thing, 'guild_id'), textAt(thing, 'id')]
  return ids.every(id => /^\d{5,30}$/.test(id ?? ''))
    ? `https://discord.com/events/${ids.join('/')}`
    : undefined
}

/** Events of Facebook's Graph API. */
const facebook: Dialect = {
  signs: [
    /"start_time"\s*:\s*"\d{4}-\d\d-\d\dT/,
    /"id"\s*:\s*"\d{9,20}"/,
    /"(?:is_online|is_canceled|attending_count|event_times|place)"\s*:\s*[{[\dtf]/,
  ],
  is: thing =>
    'name' in thing && typeof thing.start_time === 'string' && !('speakers' in thing) && 'id' in thing,
  at: {
    uid: 'id',
    title: 'name',
    about: 'description',
    image: 'cover.source',
    start: 'start_time',
    end: 'end_time',
    zone: 'timezone',
    organiser: 'owner',
    registration: 'ticket_uri',
    place: 'place.name',
    street: 'place.location.street',
    city: 'place.location.city',
    postcode: 'place.location.zip',
    country: 'place.location.country',
    lat: 'place.location.latitude',
    lon: 'place.location.longitude',
  },
  more: thing => ({
    status: thing.is_canceled === true ? 'cancelled' : undefined,
    attendance: thing.is_online === true ? 'online' : undefined,
    url: /^\d{5,30}$/.test(textAt(thing, 'id') ?? '')
      ? `https://www.facebook.com/events/${textAt(thing, 'id')}`
      : undefined,
    tags: textsAt(thing, 'category'),
  }),
}

export const meetings: Dialect[] = [meetup, meetupRest, luma, zoom, discord, facebook]
