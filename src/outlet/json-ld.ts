import type { Entry, Place } from '../domain/entry.ts'
import type { Programme } from '../domain/programme.ts'
import { recordingOf } from '../domain/recording.ts'
import { withoutSecrets } from '../domain/secret-link.ts'
import { offsetAt } from '../time/days.ts'

/** Absolute addresses of what is told of. */
export type Addresses = { series: string; edition: string; entry: (entry: Entry) => string }
export type Thing = Record<string, unknown>

const context = 'https://schema.org'

/** An edition and its entries for machines (schema.org), as JSON that may stand inside `<script>`. Long programmes name their first entries. */
export function programmeJsonLd({ series, edition, entries }: Programme, addresses: Addresses): string {
  const events = entries.filter(({ kind }) => kind === 'event').slice(0, mostEntries)
  return safeJson({
    '@context': context,
    '@type': 'Event',
    '@id': addresses.edition,
    url: addresses.edition,
    name: edition.title,
    startDate: edition.startsOn,
    endDate: edition.endsOn,
    superEvent: {
      '@type': 'EventSeries',
      '@id': addresses.series,
      name: series.title,
      url: addresses.series,
    },
    subEvent: events.map(entry => ({
      '@type': 'Event',
      '@id': addresses.entry(entry),
      name: entry.title,
      ...timesOf(entry),
    })),
  })
}

/** One entry: an event with its sessions, or a work. */
export function entryJsonLd({ edition }: Programme, entry: Entry, addresses: Addresses): string {
  const thing = entry.kind === 'event' ? eventOf(entry, addresses) : workOf(entry, addresses)
  const whole = { '@type': 'Event', '@id': addresses.edition, name: edition.title, url: addresses.edition }
  return safeJson({ '@context': context, ...thing, [entry.kind === 'event' ? 'superEvent' : 'about']: whole })
}

/** A page names so many; the rest is on the entries' own pages. */
const mostEntries = 30

function eventOf(entry: Entry, addresses: Addresses): Thing {
  return cleanThing({
    '@type': 'Event',
    '@id': addresses.entry(entry),
    identifier: entry.id,
    url: addresses.entry(entry),
    name: entry.title,
    description: entry.summary && withoutSecrets(entry.summary, entry.links),
    image: pictureOf(entry, addresses),
    ...timesOf(entry),
    eventStatus: `${context}/${statuses[entry.status]}`,
    eventAttendanceMode: entry.attendance && `${context}/${attendances[entry.attendance]}`,
    location: locationsOf(entry),
    organizer: named(entry.organisations.filter(({ role }) => role !== 'supporter' && role !== 'speaker')),
    sponsor: named(entry.organisations.filter(({ role }) => role === 'supporter')),
    performer: entry.people.map(({ name, url, affiliation }) =>
      cleanThing({
        '@type': 'Person',
        name,
        url,
        affiliation: affiliation && { '@type': 'Organization', name: affiliation },
      }),
    ),
    inLanguage: entry.languages,
    keywords: entry.tags.map(({ name }) => name).join(', '),
    recordedIn:
      recordingOf(entry) === 'available'
        ? publicLinks(entry, 'recording').map(url => ({ '@type': 'VideoObject', name: entry.title, url }))
        : [],
    subEvent: entry.sessions.map(session =>
      cleanThing({
        '@type': 'Event',
        name: session.title,
        url: `${addresses.entry(entry)}#${session.slug}`,
        ...timesOf(session),
      }),
    ),
  })
}

function named(organisations: Entry['organisations']): Thing[] {
  return organisations.map(({ name, url }) => cleanThing({ '@type': 'Organization', name, url }))
}

/** A picture that is kept here has an address below that of the site. */
function pictureOf({ image }: Entry, addresses: Addresses): string | null {
  return image?.startsWith('/') ? new URL(image, addresses.edition).href : image
}

function workOf(entry: Entry, addresses: Addresses): Thing {
  return cleanThing({
    '@type': works[entry.kind as keyof typeof works],
    '@id': addresses.entry(entry),
    identifier: entry.id,
    name: entry.title,
    description: entry.summary && withoutSecrets(entry.summary, entry.links),
    image: pictureOf(entry, addresses),
    datePublished: entry.published,
    url: publicLinks(entry, 'source')[0] ?? addresses.entry(entry),
    author: entry.people.map(({ name, url }) => cleanThing({ '@type': 'Person', name, url })),
    publisher: named(entry.organisations),
    inLanguage: entry.languages,
    keywords: entry.tags.map(({ name }) => name).join(', '),
  })
}

/** Where it is held: a place, and online by its public links. A link that carries a passcode is never told. */
function locationsOf(entry: Entry): Thing[] {
  const online = entry.attendance === 'online' || entry.attendance === 'mixed'
  const url =
    publicLinks(entry, 'join')[0] ?? publicLinks(entry, 'livestream')[0] ?? publicLinks(entry, 'source')[0]
  const isHeldThere = entry.place && entry.attendance !== 'online'
  return [
    ...(isHeldThere ? [placeOf(entry.place!)] : []),
    ...(online ? [cleanThing({ '@type': 'VirtualLocation', url })] : []),
  ]
}

function placeOf({ name, address, country, lat, lon }: Place): Thing {
  return cleanThing({
    '@type': 'Place',
    name,
    address: address ?? country,
    geo: lat !== null && lon !== null ? { '@type': 'GeoCoordinates', latitude: lat, longitude: lon } : null,
  })
}

function publicLinks(entry: Entry, role: string): string[] {
  return entry.links
    .filter(
      link =>
        link.role === role &&
        link.visibility === 'public' &&
        link.health !== 'gone' &&
        link.health !== 'changed-hands',
    )
    .map(({ url }) => url)
}

/** ISO 8601 with the offset of the organiser's zone, so that their own clock time can be read from it. */
function timesOf({ time, startsAt, endsAt }: Entry): Thing {
  if (time.precision === 'not-told' || time.start === null) return {}
  if (time.precision !== 'moment' || time.zone === null)
    return cleanThing({ startDate: time.start, endDate: time.end })
  return cleanThing({ startDate: withOffset(startsAt, time.zone), endDate: withOffset(endsAt, time.zone) })
}

function withOffset(epochMs: number | null, zone: string): string | null {
  if (epochMs === null) return null
  const offset = offsetAt(epochMs, zone)
  const minutes = Math.round(Math.abs(offset) / 60_000)
  const wall = new Date(epochMs + offset).toISOString().slice(0, 19)
  return `${wall}${offset < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
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
const works = {
  statement: 'CreativeWork',
  video: 'VideoObject',
  article: 'Article',
  campaign: 'CreativeWork',
  toolkit: 'LearningResource',
}

/** Without what is not known. */
export function cleanThing(thing: Thing): Thing {
  return Object.fromEntries(
    Object.entries(thing).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  )
}

/** Nothing in it can end the element it stands in. */
export function safeJson(thing: Thing): string {
  return JSON.stringify(cleanThing(thing))
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
