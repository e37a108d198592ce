import { isDay } from '../../../time/days.ts'
import { statusInWords } from '../../title-status.ts'
import { isText, isThing, type Json } from '../json.ts'
import type { Dialect } from './dialect.ts'
import { textAt, thingAt } from './paths.ts'

/** Eventbrite, API v3: www.eventbrite.com/platform/api */
const eventbrite: Dialect = {
  signs: [/"name"\s*:\s*\{\s*"(?:text|html)"/, /"(?:local|utc)"\s*:\s*"\d{4}-/],
  is: thing => isThing(thing.name) && isThing(thing.start) && 'local' in thing.start,
  at: {
    uid: 'id',
    title: 'name.text|name.html',
    about: 'description.html|description.text|summary',
    url: 'url',
    image: 'logo.original.url|logo.url',
    // Of an hour that comes twice only this tells which.
    start: 'start.utc|start.local',
    end: 'end.utc|end.local',
    zone: 'start.timezone',
    organiser: 'organizer',
    tags: 'category.name|subcategory.name|tags[].display_name',
    place: 'venue.name',
    street: 'venue.address.address_1',
    city: 'venue.address.city',
    region: 'venue.address.region',
    postcode: 'venue.address.postal_code',
    country: 'venue.address.country',
    lat: 'venue.latitude|venue.address.latitude',
    lon: 'venue.longitude|venue.address.longitude',
  },
  more: thing => ({
    status: statusInWords(thing.status),
    attendance: thing.online_event === true ? 'online' : isThing(thing.venue) ? 'offline' : undefined,
  }),
}

/** Tito, API v3. */
const tito: Dialect = {
  signs: [/"_type"\s*:\s*"event"/, /"(?:account_slug|date_or_range)"\s*:/],
  is: thing => thing._type === 'event' && 'title' in thing,
  at: {
    title: 'title',
    about: 'description',
    image: 'banner_url|logo_url',
    start: 'start_at|start_date',
    end: 'end_at|end_date',
    zone: 'time_zone',
    place: 'location',
    url: 'url',
  },
  more: thing => ({
    uid: textAt(thing, 'slug'),
    allDay:
      (thing.start_at ?? null) === null && typeof thing.start_date === 'string' && isDay(thing.start_date),
    registration: addressOfTito(thing),
  }),
}

function addressOfTito(thing: Json): string | undefined {
  const [account, slug] = [textAt(thing, 'account_slug'), textAt(thing, 'slug')]
  return account && slug && /^[\w-]+$/.test(account + slug) ? `https://ti.to/${account}/${slug}` : undefined
}

/** Ticket Tailor, API v1. */
const ticketTailor: Dialect = {
  signs: [/"iso"\s*:\s*"\d{4}-/, /"unix"\s*:/],
  is: thing => thing.object === 'event' && isThing(thing.start),
  at: {
    uid: 'id',
    title: 'name',
    about: 'description',
    url: 'url',
    image: 'images.header|images.thumbnail',
    start: 'start.iso',
    end: 'end.iso',
    zone: 'timezone',
    place: 'venue.name',
    postcode: 'venue.postal_code',
    country: 'venue.country',
  },
  more: thing => ({
    status: statusInWords(thing.status),
    attendance: thing.online_event === true || isText(thing.online_event, /^true$/i) ? 'online' : undefined,
  }),
}

/** Ticketmaster, Discovery API v2. */
const ticketmaster: Dialect = {
  signs: [/"localDate"\s*:\s*"\d{4}-/],
  is: thing => 'name' in thing && thingAt(thing, 'dates.start') !== undefined,
  at: {
    uid: 'id',
    title: 'name',
    about: 'info|description',
    url: 'url',
    image: 'images[].url',
    zone: 'dates.timezone',
    organiser: 'promoter',
    tags: 'classifications[].segment.name|classifications[].genre.name',
    place: '_embedded.venues[].name',
    street: '_embedded.venues[].address.line1',
    city: '_embedded.venues[].city.name',
    country: '_embedded.venues[].country.countryCode',
    lat: '_embedded.venues[].location.latitude',
    lon: '_embedded.venues[].location.longitude',
  },
  more: thing => {
    const moment = (at: string) => {
      const [day, hour] = [textAt(thing, `dates.${at}.localDate`), textAt(thing, `dates.${at}.localTime`)]
      return day && hour ? `${day}T${hour}` : day
    }
    return {
      start: moment('start'),
      end: moment('end'),
      status: statusInWords(textAt(thing, 'dates.status.code')),
    }
  },
}

/** pretix and pretalx, lists of events: `date_from` and `date_to`. */
const pretix: Dialect = {
  signs: [/"date_from"\s*:/, /"slug"\s*:/],
  is: thing => 'name' in thing && 'date_from' in thing && 'slug' in thing,
  at: {
    uid: 'slug',
    title: 'name',
    url: 'public_url|urls.base',
    start: 'date_from',
    end: 'date_to',
    zone: 'timezone',
    place: 'location',
    lat: 'geo_lat',
    lon: 'geo_lon',
    registration: 'urls.tickets',
  },
  more: thing => ({ allDay: typeof thing.date_from === 'string' && isDay(thing.date_from) }),
}

export const ticketShops: Dialect[] = [eventbrite, tito, ticketTailor, ticketmaster, pretix]
