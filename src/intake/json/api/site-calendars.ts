import { statusInWords } from '../../title-status.ts'
import { textIn } from '../json.ts'
import { addressesIn, type Dialect } from './dialect.ts'
import { textAt } from './paths.ts'

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
    status: statusInWords(thing.event_status),
    allDay: thing.all_day === true || undefined,
    attendance: thing.is_virtual === true ? (thing.is_hybrid === true ? 'mixed' : 'online') : undefined,
    others: addressesIn(thing.website),
  }),
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

/** Calendars that are a part of a site. */
export const siteCalendars: Dialect[] = [eventsCalendar, teamup, libCal, squarespace]
