import { statusInWords } from '../../title-status.ts'
import { isThing, textIn, thingsIn } from '../json.ts'
import { addressesIn, type Dialect } from './dialect.ts'
import { textAt } from './paths.ts'
import type { ToldEvent } from './told-event.ts'

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
      status: statusInWords(thing.status),
      attendance: attendances.get(textAt(thing, 'experience') ?? ''),
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

const attendances = new Map<string, ToldEvent['attendance']>([
  ['inperson', 'offline'],
  ['virtual', 'online'],
  ['hybrid', 'mixed'],
])

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
      attendance: ([undefined, 'offline', 'online', 'mixed'] as const)[
        Number(textAt(thing, 'attendanceMode'))
      ],
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

/** Calendars of towns, universities and regions. */
export const townCalendars: Dialect[] = [localist, openAgenda]
