import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventAt, linkTo, programmeOf, someEntries } from '../../../test/arbitrary.ts'
import { eventsIn } from '../../../test/calendar-client.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Finding } from '../../domain/finding.ts'
import { eventTimeOf, instantsOf } from '../../domain/instants-of.ts'
import { readCalendar } from '../../intake/calendar/read-calendar.ts'
import type { CalendarReader } from './item.ts'
import { itemsOf } from './items-of.ts'
import { writeCalendar } from './write-calendar.ts'

const reader: CalendarReader = {
  say: key => key,
  locale: 'en-GB',
  now: Date.parse('2020-12-01T00:00Z'),
}
const head = {
  id: '2',
  name: 'Day 2020',
  about: null,
  page: 'https://day.example/day/2020',
  source: 'https://day.example/day/2020.ics',
  accent: '#b1440e',
  language: 'en',
  changedAt: Date.parse('2020-11-30T10:00Z'),
}

function written(entries: Entry[], now = reader.now): string {
  const items = itemsOf(programmeOf(entries), 'https://day.example')
  return writeCalendar(head, items, { ...reader, now }).text
}

function findingsIn(text: string): Finding[] {
  return [...readCalendar(Buffer.from(text), {})].flatMap(line => ('finding' in line ? [line.finding] : []))
}

describe('a calendar', () => {
  test('is read by the house’s own intake as the same events at the same times', () => {
    fc.assert(
      fc.property(someEntries, told => {
        const entries = told.map((entry, at) => ({
          ...entry,
          id: `0190a000-0000-7000-8000-${String(at).padStart(12, '0')}`,
          title: `Event ${at}`,
        }))
        const items = itemsOf(programmeOf(entries), 'https://day.example')
        const found = new Map(findingsIn(written(entries)).map(finding => [finding.uid, finding]))
        expect([...found.keys()].sort()).toEqual(items.map(({ entry }) => entry.id))
        for (const { entry } of items) {
          const finding = found.get(entry.id)!
          const time = eventTimeOf(finding, 'UTC')
          const { startsAt, endsAt } = instantsOf(time)
          expect(startsAt).toBe(dayless(entry).startsAt)
          // An end at the moment of the start is none to a calendar.
          if (entry.time.end !== entry.time.start) expect(endsAt).toBe(dayless(entry).endsAt)
          expect(finding.title.endsWith(entry.title)).toBe(true)
          expect(finding.status === 'cancelled').toBe(entry.status === 'cancelled')
        }
      }),
      { numRuns: 60 },
    )
  })

  test('says the same in bytes until the moment it names, and no link that is shown near the start alone', () => {
    fc.assert(
      fc.property(someEntries, entries => {
        const items = itemsOf(programmeOf(entries), 'https://day.example')
        const { text, since, until } = writeCalendar(head, items, reader)
        expect(since).toBeLessThanOrEqual(reader.now)
        const last = Math.min(until, Date.parse('2030-01-01')) - 1
        for (const now of [Math.max(since, 0), last])
          expect(writeCalendar(head, items, { ...reader, now }).text).toBe(text)
        expect(text.replaceAll('\r\n ', '')).not.toContain('example.org/join')
      }),
      { numRuns: 60 },
    )
  })

  test('tells all of an event that programs know, each in its place', () => {
    const event = eventAt('2020-12-18T14:00', '2020-12-18T15:30', 'Asia/Manila', {
      title: 'Rights; and, duties',
      summary: 'About **rights**.\n\n- one\n- [two](https://two.example)',
      attendance: 'mixed',
      place: { name: 'Town hall', address: 'Square 1', country: 'PH', lat: 14.59951, lon: 120.9842 },
      organisations: [{ id: 'o', name: 'UNHCR', url: null, role: null }],
      links: [linkTo('livestream', { title: 'YouTube' })],
      languages: ['fil'],
      tags: [{ slug: 'a', name: 'Work, pay' }],
      image: '/pictures/1.webp',
      sequence: 3,
      createdAt: Date.parse('2020-11-01T00:00Z'),
      updatedAt: Date.parse('2020-11-20T12:30Z'),
    })
    const lines = written([event]).replaceAll('\r\n ', '').split('\r\n')
    expect(lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT'))).toEqual([
      'BEGIN:VEVENT',
      'UID:0190a000-0000-7000-8000-000000000000',
      'DTSTAMP:20201120T123000Z',
      'CREATED:20201101T000000Z',
      'LAST-MODIFIED:20201120T123000Z',
      'SEQUENCE:3',
      'DTSTART;TZID=Asia/Manila:20201218T140000',
      'DTEND;TZID=Asia/Manila:20201218T153000',
      'SUMMARY:Rights\\; and\\, duties',
      'STATUS:CONFIRMED',
      'DESCRIPTION;ALTREP="https://day.example/day/2020/an-event":link.livestream: https://example.org/livestream\\n\\nAbout rights.\\n\\n– one\\n– two (https://two.example)\\n\\nfact.organisations: UNHCR\\nfact.languages: Filipino\\n\\nhttps://day.example/day/2020/an-event',
      'LOCATION:Town hall\\nSquare 1\\, Philippines',
      'GEO:14.59951;120.9842',
      'URL:https://day.example/day/2020/an-event',
      'CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL="link.livestream: YouTube":https://example.org/livestream',
      'CATEGORIES:Work\\, pay',
      'IMAGE;VALUE=URI;DISPLAY=FULLSIZE;FMTTYPE=image/webp:https://day.example/pictures/1.webp',
    ])
    expect(lines).toEqual(
      expect.arrayContaining(['NAME;LANGUAGE=en:Day 2020', 'COLOR:sienna', 'X-APPLE-CALENDAR-COLOR:#B1440E']),
    )
  })

  test('keeps days, floating times and fixed offsets as what they are', () => {
    const at = (id: string, zone: string | null) =>
      eventAt('2020-12-18T18:00', '2020-12-18T19:00', zone, { id })
    const day = at('day', null)
    const days = {
      ...day,
      time: { ...day.time, precision: 'all-day' as const, start: '2020-12-18', end: '2020-12-20' },
    }
    const lines = written([days, at('floating', null), at('offset', '+05:45'), at('utc', 'UTC')]).split(
      '\r\n',
    )
    expect(lines.filter(line => /^(?:DTSTART|DTEND|TRANSP|BEGIN:VTIMEZONE)/.test(line))).toEqual([
      'DTSTART;VALUE=DATE:20201218',
      'DTEND;VALUE=DATE:20201221',
      'TRANSP:TRANSPARENT',
      'DTSTART:20201218T180000',
      'DTEND:20201218T190000',
      'DTSTART:20201218T121500Z',
      'DTEND:20201218T131500Z',
      'DTSTART:20201218T180000Z',
      'DTEND:20201218T190000Z',
    ])
  })

  test('of nothing is one all the same', () => {
    expect(eventsIn(written([]))).toEqual([])
  })
})

/** Days lose the zone they were told in: they are the same days for every reader. */
function dayless(entry: Entry): Pick<Entry, 'startsAt' | 'endsAt'> {
  return entry.time.precision === 'moment' ? entry : instantsOf({ ...entry.time, zone: null })
}
