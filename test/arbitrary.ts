import fc from 'fast-check'
import type { Entry, Link } from '../src/domain/entry.ts'
import type { EventTime } from '../src/domain/event-time.ts'
import { kinds, type LinkRole } from '../src/domain/finding.ts'
import { instantsOf } from '../src/domain/instants-of.ts'
import type { Programme } from '../src/domain/programme.ts'

/** Zones whose clocks do what other clocks do not. */
const zones = [
  'UTC',
  '+05:45',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'Africa/Casablanca',
]

/** Nights on which something is odd in one of them, and one on which nothing is. */
const days = [
  '2011-12-29',
  '2017-10-15',
  '2018-02-17',
  '2020-04-05',
  '2020-12-18',
  '2021-03-14',
  '2021-03-28',
  '2021-10-31',
]

export const anyZone = fc.constantFrom(...zones)

/** A minute of one of these days or their neighbours. */
export const anyMoment = fc
  .tuple(fc.constantFrom(...days), fc.integer({ min: -36 * 60, max: 72 * 60 }))
  .map(([day, minutes]) => Date.parse(`${day}T00:00:00Z`) + minutes * 60_000)

const anyWall = anyMoment.map(ms => new Date(ms).toISOString().slice(0, 19))
const anyDay = anyWall.map(wall => wall.slice(0, 10))

export const anyEventTime: fc.Arbitrary<EventTime> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        start: anyWall,
        minutes: fc.option(fc.integer({ min: 0, max: 40 * 60 })),
        zone: fc.option(anyZone, { freq: 5 }),
      })
      .map(({ start, minutes, zone }) => ({
        precision: 'moment' as const,
        start,
        end: minutes === null ? null : after(start, minutes),
        zone,
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        precision: fc.constantFrom('all-day' as const, 'date-only' as const),
        start: anyDay,
        more: fc.integer({ min: 0, max: 4 }),
        zone: fc.option(anyZone, { freq: 2 }),
      })
      .map(({ precision, start, more, zone }) => ({
        precision,
        start,
        end: more === 0 ? null : after(`${start}T00:00:00`, more * 24 * 60).slice(0, 10),
        zone,
      })),
  },
  {
    weight: 1,
    arbitrary: fc.constant({ precision: 'not-told' as const, start: null, end: null, zone: null }),
  },
)

export const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    id: fc.uuid({ version: 7 }),
    kind: fc.oneof({ weight: 5, arbitrary: fc.constant('event' as const) }, fc.constantFrom(...kinds)),
    time: anyEventTime,
    status: fc.oneof(
      { weight: 6, arbitrary: fc.constant('scheduled' as const) },
      fc.constantFrom('cancelled' as const, 'postponed' as const, 'movedOnline' as const),
    ),
    recording: fc.constantFrom(
      'unknown' as const,
      'none' as const,
      'expected' as const,
      'available' as const,
    ),
    registrationUntil: fc.option(fc.oneof(anyDay, anyWall), { freq: 2 }),
    links: fc.subarray([
      linkTo('join', { visibility: 'near-start' }),
      linkTo('registration'),
      linkTo('livestream'),
      linkTo('recording'),
      linkTo('source', { health: 'gone' }),
    ]),
  })
  .map(parts => entryWith(parts))

export const someEntries = fc.array(anyEntry, { maxLength: 25 })

/** An event with the parts a test is about; its instants follow from its time. */
export function entryWith(parts: Partial<Entry> = {}): Entry {
  const time = parts.time ?? { precision: 'not-told', start: null, end: null, zone: null }
  return {
    id: '0190a000-0000-7000-8000-000000000000',
    slug: 'an-event',
    kind: 'event',
    title: 'An event',
    summary: null,
    note: null,
    time,
    ...instantsOf(time),
    status: 'scheduled',
    attendance: null,
    place: null,
    organisations: [],
    people: [],
    links: [],
    recording: 'unknown',
    registrationUntil: null,
    languages: [],
    interpretation: [],
    captions: [],
    signLanguages: [],
    tags: [],
    image: null,
    imageAlt: null,
    language: null,
    translations: null,
    state: 'published',
    publishAt: null,
    statusReason: null,
    doubts: [],
    published: null,
    sequence: 0,
    createdAt: 0,
    updatedAt: 0,
    sessions: [],
    ...parts,
  }
}

/** An event that starts (and ends) at a wall time: `eventAt('2020-12-18T14:00', '2020-12-18T15:00', 'Asia/Manila')`. */
export function eventAt(
  start: string,
  end: string | null,
  zone: string | null,
  parts: Partial<Entry> = {},
): Entry {
  const whole = (wall: string) => (wall.length === 16 ? `${wall}:00` : wall)
  return entryWith({
    ...parts,
    time: { precision: 'moment', start: whole(start), end: end === null ? null : whole(end), zone },
  })
}

export function linkTo(role: LinkRole, parts: Partial<Link> = {}): Link {
  return {
    role,
    url: `https://example.org/${role}`,
    title: null,
    health: 'fine',
    visibility: 'public',
    ...parts,
  }
}

export function programmeOf(entries: Entry[]): Programme {
  return {
    series: {
      id: '1',
      slug: 'day',
      title: 'Day',
      text: null,
      observed: null,
      founded: null,
      accent: null,
      language: null,
      translations: null,
    },
    edition: {
      id: '2',
      slug: '2020',
      title: 'Day 2020',
      text: null,
      state: 'live',
      startsOn: '2020-12-18',
      endsOn: '2020-12-18',
      homeZone: 'UTC',
      assumedMinutes: 60,
      hashtags: [],
      categories: [],
      tags: [],
      author: null,
      coAuthors: [],
      credit: null,
      language: null,
      translations: null,
      revision: 1,
      publishedAt: null,
      publishAt: null,
      takesSuggestions: false,
      updatedAt: 0,
    },
    entries,
  }
}

function after(wall: string, minutes: number): string {
  return new Date(Date.parse(`${wall}Z`) + minutes * 60_000).toISOString().slice(0, 19)
}
