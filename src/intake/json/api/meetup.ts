import { statusInWords } from '../../title-status.ts'
import { textIn } from '../json.ts'
import type { Dialect } from './dialect.ts'
import { textAt } from './paths.ts'

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
    status: statusInWords(thing.status),
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
    status: statusInWords(thing.status),
    minutes: typeof thing.duration === 'number' ? thing.duration / 60_000 : undefined,
    attendance: thing.is_online_event === true ? 'online' : undefined,
    // Without the zone of the group the local time is told at least.
    ...(textAt(thing, 'group.timezone')
      ? {}
      : { start: `${textAt(thing, 'local_date')}T${textAt(thing, 'local_time')}` }),
  }),
}

export const meetups: Dialect[] = [meetup, meetupRest]
