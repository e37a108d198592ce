import type { Entry, Place } from '../../domain/entry.ts'
import type { EventTime } from '../../domain/event-time.ts'
import { instantsOf } from '../../domain/instants-of.ts'
import { leads } from '../../domain/link-health.ts'
import { recordingOf } from '../../domain/recording.ts'
import { inPublic, withoutPasscodes } from '../../domain/secret-link.ts'
import { offsetAt } from '../../time/days.ts'
import { cleanThing, context, type Thing } from './thing.ts'
import { videoOf } from './video.ts'

/** What is known of an entry beside what it says: how it came to be so, and its picture. */
export type EntryNews = {
  /** When it was to be, before it was moved last. */
  movedFrom: EventTime | null
  /** Since when there is a recording (epoch milliseconds). */
  recordedAt: number | null
  /** Absolute address of the picture that stands for it. */
  picture: string | null
}

export function eventOf(entry: Entry, address: string, news: EntryNews): Thing {
  const description = summaryOf(entry)
  const before = movedFrom(entry, news)
  return cleanThing({
    '@type': 'Event',
    '@id': address,
    identifier: entry.id,
    url: address,
    name: inPublic(entry.title, entry),
    description,
    image: news.picture,
    ...timesOf(entry),
    eventSchedule: scheduleOf(entry),
    previousStartDate: before,
    eventStatus: statusOf(entry, before !== null),
    eventAttendanceMode: entry.attendance && `${context}/${attendances[entry.attendance]}`,
    location: locationsOf(entry, address),
    organizer: named(entry.organisations.filter(({ role }) => role !== 'supporter' && role !== 'speaker')),
    sponsor: named(entry.organisations.filter(({ role }) => role === 'supporter')),
    performer: [
      ...entry.people.map(personOf),
      ...named(entry.organisations.filter(({ role }) => role === 'speaker')),
    ],
    inLanguage: entry.languages,
    keywords: entry.tags.map(({ name }) => name).join(', '),
    recordedIn: recordingsOf(entry, description, news),
    subEvent: entry.sessions.map(session =>
      cleanThing({
        '@type': 'Event',
        name: inPublic(session.title, session),
        url: `${address}#${session.slug}`,
        ...timesOf(session),
        ...(session.status !== 'scheduled' && { eventStatus: statusOf(session, false) }),
        recordedIn: recordingsOf(session, summaryOf(session), { ...news, recordedAt: null }),
      }),
    ),
  })
}

/** What is said about it, without what opens its doors. */
export function summaryOf(entry: Entry): string | null {
  return entry.summary && inPublic(entry.summary, entry)
}

export function personOf({ name, url, affiliation }: Entry['people'][number]): Thing {
  return cleanThing({
    '@type': 'Person',
    name,
    url,
    affiliation: affiliation && { '@type': 'Organization', name: affiliation },
  })
}

export function named(organisations: Entry['organisations']): Thing[] {
  return organisations.map(({ name, url }) => cleanThing({ '@type': 'Organization', name, url }))
}

function recordingsOf(
  entry: Entry,
  description: string | null,
  { recordedAt, picture }: Pick<EntryNews, 'recordedAt' | 'picture'>,
): Thing[] {
  if (recordingOf(entry) !== 'available') return []
  const uploaded = recordedAt === null ? null : new Date(recordedAt).toISOString()
  return publicLinks(entry, 'recording').map(url =>
    videoOf({ name: inPublic(entry.title, entry), url, description, uploaded, picture }),
  )
}

/** Where it is held: a place, and online by its public links. A link that carries a passcode is never told. */
function locationsOf(entry: Entry, address: string): Thing[] {
  const online = entry.attendance === 'online' || entry.attendance === 'mixed'
  const [url = address] = ['join', 'livestream', 'registration', 'source'].flatMap(role =>
    publicLinks(entry, role),
  )
  const isHeldThere = entry.place && entry.attendance !== 'online'
  return [
    ...(isHeldThere ? [placeOf(entry.place!)] : []),
    ...(online ? [{ '@type': 'VirtualLocation', url }] : []),
  ]
}

function placeOf({ name, address, country, lat, lon }: Place): Thing {
  const told = (words: string | null) => words && withoutPasscodes(words)
  return cleanThing({
    '@type': 'Place',
    name: told(name ?? address ?? country),
    address: told(address ?? country),
    geo: lat !== null && lon !== null ? { '@type': 'GeoCoordinates', latitude: lat, longitude: lon } : null,
  })
}

export function publicLinks(entry: Entry, role: string): string[] {
  return entry.links
    .filter(link => link.role === role && link.visibility === 'public' && leads(link))
    .map(({ url }) => url)
}

/** ISO 8601 with the offset of the organiser's zone, so that their own clock time can be read from it. */
export function timesOf({ time, startsAt, endsAt }: Pick<Entry, 'time' | 'startsAt' | 'endsAt'>): Thing {
  if (time.precision === 'not-told' || time.start === null) return {}
  if (time.precision !== 'moment' || time.zone === null)
    return cleanThing({ startDate: time.start, endDate: time.end })
  return cleanThing({ startDate: withOffset(startsAt, time.zone), endDate: withOffset(endsAt, time.zone) })
}

/** An offset does not tell whose clocks are meant: a schedule can name the zone. */
function scheduleOf({ time, startsAt }: Entry): Thing | null {
  if (time.precision !== 'moment' || startsAt === null || !time.zone?.includes('/')) return null
  return { '@type': 'Schedule', scheduleTimezone: time.zone }
}

/** The start that was told before; null where it says the same, or cannot be reckoned any more. */
function movedFrom(entry: Entry, { movedFrom: time }: EntryNews): unknown {
  if (time === null) return null
  try {
    const { startDate = null } = timesOf({ time, ...instantsOf(time) })
    return startDate === timesOf(entry).startDate ? null : startDate
  } catch {
    return null
  }
}

function withOffset(epochMs: number | null, zone: string): string | null {
  if (epochMs === null) return null
  const offset = offsetAt(epochMs, zone)
  const minutes = Math.round(Math.abs(offset) / 60_000)
  const wall = new Date(epochMs + offset).toISOString().slice(0, 19)
  return `${wall}${offset < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** A previous start is read with one status only: what readers were told was moved is rescheduled. */
function statusOf({ status }: Entry, isMoved: boolean): string | string[] {
  const word = (each: Entry['status']) => `${context}/${statuses[each]}`
  if (!isMoved || status === 'rescheduled' || status === 'cancelled' || status === 'postponed')
    return word(status)
  return status === 'scheduled' ? word('rescheduled') : [word('rescheduled'), word(status)]
}

const statuses = {
  scheduled: 'EventScheduled',
  postponed: 'EventPostponed',
  rescheduled: 'EventRescheduled',
  cancelled: 'EventCancelled',
  movedOnline: 'EventMovedOnline',
}
const attendances = {
  online: 'OnlineEventAttendanceMode',
  offline: 'OfflineEventAttendanceMode',
  mixed: 'MixedEventAttendanceMode',
}
