import { type Json, textIn, thingsIn } from '../json.ts'
import type { Dialect } from './dialect.ts'
import { textAt, textsAt } from './paths.ts'

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

export const meetings: Dialect[] = [zoom, discord, facebook]
