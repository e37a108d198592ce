import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { sampleFiles } from '../../../test/samples.ts'
import type { Finding, InspectLine } from '../../domain/finding.ts'
import type { IntakeOptions } from '../intake.ts'
import { readCalendar } from './read-calendar.ts'

function read(text: string | Uint8Array, options: IntakeOptions = {}): InspectLine[] {
  return [...readCalendar(typeof text === 'string' ? Buffer.from(text) : text, options)]
}

function calendar(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
}

function event(...lines: string[]): string {
  return ['BEGIN:VEVENT', 'UID:a@example.org', 'SUMMARY:Vigil', ...lines, 'END:VEVENT'].join('\r\n')
}

function findings(text: string | Uint8Array, options: IntakeOptions = {}): Finding[] {
  return read(text, options).flatMap(line => ('finding' in line ? line.finding : []))
}

function only(text: string | Uint8Array, options: IntakeOptions = {}): Finding {
  const all = findings(text, options)
  expect(all).toHaveLength(1)
  return all[0]!
}

function problems(text: string | Uint8Array, options: IntakeOptions = {}): string[] {
  return read(text, options).flatMap(line => ('problem' in line ? line.problem.code : []))
}

const starts = (all: Finding[]) => all.map(finding => finding.start)

function zone(tzid: string, standard: string, daylight: string): string {
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${tzid}`,
    'BEGIN:STANDARD',
    'DTSTART:16011028T030000',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
    `TZOFFSETFROM:${daylight}`,
    `TZOFFSETTO:${standard}`,
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010325T020000',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
    `TZOFFSETFROM:${standard}`,
    `TZOFFSETTO:${daylight}`,
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ].join('\r\n')
}

test('an event is read with everything it tells', () => {
  const lines = read(
    calendar(
      'X-WR-CALNAME:Migrants Day',
      'X-WR-TIMEZONE:Europe/Berlin',
      event(
        'DTSTART;TZID=Europe/Berlin:20201218T140000',
        'DTEND;TZID=Europe/Berlin:20201218T153000',
        'DESCRIPTION:<p>Who <b>stays</b>?</p><p><a href="https://example.org/p.pdf">Programme</a></p>',
        'LOCATION:Palais Wilson\\, Geneva\\nRue des Pâquis 52',
        'GEO:46.216;6.150',
        'URL:https://example.org/vigil',
        'CATEGORIES:vigil,rights\\, all of them',
        'CATEGORIES:geneva',
        'ORGANIZER;CN="Network of the Sea":mailto:info@example.org',
        'STATUS:CONFIRMED',
        'CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL="Zoom":https://zoom.us/j/1?pwd=aB%2Bc.1',
        'CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+41-000',
        'ATTACH;FMTTYPE=image/png:https://example.org/p.png',
      ),
    ),
  )
  expect(lines[0]).toEqual({ programme: { title: 'Migrants Day', timeZone: 'Europe/Berlin' } })
  expect(lines).toHaveLength(2)
  const { from, ...finding } = (lines[1] as { finding: Finding }).finding
  expect(finding).toEqual({
    kind: 'event',
    title: 'Vigil',
    uid: 'a@example.org',
    start: '2020-12-18T14:00:00+01:00[Europe/Berlin]',
    end: '2020-12-18T15:30:00+01:00[Europe/Berlin]',
    summary: 'Who stays?\n\nProgramme <https://example.org/p.pdf>',
    url: 'https://example.org/vigil',
    place: { name: 'Palais Wilson, Geneva', address: 'Rue des Pâquis 52', lat: 46.216, lon: 6.15 },
    attendance: 'mixed',
    status: 'scheduled',
    organisations: [{ name: 'Network of the Sea' }],
    tags: ['vigil', 'rights, all of them', 'geneva'],
    image: 'https://example.org/p.png',
    links: [
      { role: 'join', url: 'https://zoom.us/j/1?pwd=aB%2Bc.1', title: 'Zoom' },
      { role: 'programme', url: 'https://example.org/p.pdf', title: 'Programme' },
    ],
  })
  expect(from?.start).toBe('calendar')
})

describe('zones', () => {
  test.each([
    ['Europe/Berlin', '+01:00[Europe/Berlin]'],
    ['/freeassociation.sourceforge.net/Europe/Berlin', '+01:00[Europe/Berlin]'],
    ['/mozilla.org/20050126_1/America/Boise', '-07:00[America/Boise]'],
    ['custom_Pacific/Fiji', '+12:00[Pacific/Fiji]'],
    ['America-Chicago', '-06:00[America/Chicago]'],
    ['US-Eastern', '-05:00[America/New_York]'],
    ['W. Europe Standard Time', '+01:00[Europe/Berlin]'],
    ['"(UTC-05:00) Eastern Time (US & Canada)"', '-05:00[America/New_York]'],
    ['(UTC-03:00) Brasília', '-03:00[America/Sao_Paulo]'],
    ['"Canberra, Melbourne, Sydney"', '+11:00[Australia/Sydney]'],
    ['"Pacific Time (US & Canada), Tijuana"', '-08:00[America/Los_Angeles]'],
    ['UTC+11', '+11:00[+11:00]'],
  ])('%s is told by its name', (tzid, ending) => {
    const finding = only(calendar(event(`DTSTART;TZID=${tzid}:20251218T140000`)))
    expect(finding.start?.replace('2025-12-18T14:00:00', '')).toBe(ending)
    expect(finding.doubts).toBeUndefined()
  })

  test('a name that tells nothing is read by the rules beside it', () => {
    const start = 'DTSTART;TZID=Our Office:20200701T140000'
    const berlin = only(calendar(zone('Our Office', '+0100', '+0200'), event(start)))
    expect(berlin.start).toBe('2020-07-01T14:00:00+02:00[Europe/Berlin]')
    const nowhere = only(calendar(zone('Our Office', '+0117', '+0217'), event(start)))
    expect(nowhere.start).toBe('2020-07-01T14:00:00+02:17[+02:17]')
    const offsets = 'GMT +0100 (Standard) / GMT +0200 (Daylight)'
    const exchange = only(
      calendar(zone(offsets, '+0100', '+0200'), event(`DTSTART;TZID=${offsets}:20200701T140000`)),
    )
    expect(exchange.start).toBe('2020-07-01T14:00:00+02:00[Europe/Berlin]')
  })

  test('a zone that nothing tells is doubted, or taken as asked', () => {
    const text = calendar(event('DTSTART;TZID=Somewhere:20201218T140000'))
    expect(only(text)).toMatchObject({
      start: '2020-12-18T14:00:00',
      doubts: [{ code: 'zone-missing', field: 'start' }],
    })
    expect(only(text).floating).toBeUndefined()
    expect(only(text, { zone: 'Asia/Manila' })).toMatchObject({
      start: '2020-12-18T14:00:00+08:00[Asia/Manila]',
      doubts: [{ code: 'zone-missing' }],
    })
  })

  test('rules that disagree with the zone beside them raise a doubt', () => {
    const text = calendar(
      zone('Europe/Berlin', '+0300', '+0400'),
      event('DTSTART;TZID=Europe/Berlin:20201218T140000'),
    )
    expect(only(text)).toMatchObject({
      start: '2020-12-18T14:00:00+01:00[Europe/Berlin]',
      doubts: [{ code: 'zones-disagree' }],
    })
  })

  test('a floating time stays floating; the zone of the calendar is only mentioned', () => {
    expect(only(calendar(event('DTSTART:20201218T180000')))).toMatchObject({
      start: '2020-12-18T18:00:00',
      floating: true,
    })
    expect(only(calendar('X-WR-TIMEZONE:Europe/Paris', event('DTSTART:20201218T180000')))).toMatchObject({
      start: '2020-12-18T18:00:00',
      floating: true,
      doubts: [{ code: 'zone-missing' }],
    })
  })

  test('UTC is shown in the zone of the calendar, and the instant is kept', () => {
    const start = 'DTSTART:20201218T130000Z'
    expect(only(calendar(event(start))).start).toBe('2020-12-18T13:00:00+00:00[UTC]')
    expect(only(calendar('X-WR-TIMEZONE:Asia/Manila', event(start))).start).toBe(
      '2020-12-18T21:00:00+08:00[Asia/Manila]',
    )
  })

  test('a zone together with UTC keeps the instant, doubted where it matters', () => {
    expect(only(calendar(event('DTSTART;TZID=Europe/Berlin:20201218T130000Z')))).toMatchObject({
      start: '2020-12-18T14:00:00+01:00[Europe/Berlin]',
      doubts: [{ code: 'zones-disagree' }],
    })
    expect(only(calendar(event('DTSTART;TZID=Europe/London:20201218T130000Z'))).doubts).toBeUndefined()
  })

  test('hours that clocks skip or show twice are doubted', () => {
    expect(only(calendar(event('DTSTART;TZID=Europe/Berlin:20210328T023000')))).toMatchObject({
      start: '2021-03-28T03:30:00+02:00[Europe/Berlin]',
      doubts: [{ code: 'time-skipped' }],
    })
    expect(only(calendar(event('DTSTART;TZID=Europe/Berlin:20211031T023000')))).toMatchObject({
      start: '2021-10-31T02:30:00+02:00[Europe/Berlin]',
      doubts: [{ code: 'time-repeated' }],
    })
  })
})

describe('ends', () => {
  test('the last of whole days is told, not the day after', () => {
    const day = 'DTSTART;VALUE=DATE:20201218'
    expect(only(calendar(event(day, 'DTEND;VALUE=DATE:20201221')))).toMatchObject({
      start: '2020-12-18',
      end: '2020-12-20',
      allDay: true,
    })
    expect(only(calendar(event(day, 'DTEND;VALUE=DATE:20201218'))).end).toBe('2020-12-18')
    expect(only(calendar(event(day, 'DURATION:P2D'))).end).toBe('2020-12-19')
    expect(only(calendar(event(day))).end).toBeUndefined()
  })

  test('a duration counts by the clock, days by the calendar', () => {
    const start = 'DTSTART;TZID=Europe/Berlin:20210327T200000'
    expect(only(calendar(event(start, 'DURATION:PT10H'))).end).toBe(
      '2021-03-28T07:00:00+02:00[Europe/Berlin]',
    )
    expect(only(calendar(event(start, 'DURATION:P1D'))).end).toBe('2021-03-28T20:00:00+02:00[Europe/Berlin]')
  })

  test('an end before the start is left out and reported with its line', () => {
    const text = calendar(event('DTSTART:20201218T140000Z', 'DTEND:20201218T130000Z'))
    expect(only(text).end).toBeUndefined()
    expect(read(text)).toContainEqual({
      problem: {
        code: 'end-before-start',
        says: 'It would end before it begins; its end was left out.',
        where: 'line 7',
        note: true,
      },
    })
  })

  test('an event may begin in one zone and end in another', () => {
    const finding = only(
      calendar(
        event('DTSTART;TZID=Europe/Paris:20201218T100000', 'DTEND;TZID=America/New_York:20201218T130000'),
      ),
    )
    expect(finding.start).toBe('2020-12-18T10:00:00+01:00[Europe/Paris]')
    expect(finding.end).toBe('2020-12-18T13:00:00-05:00[America/New_York]')
  })
})

describe('series', () => {
  const weekly = ['DTSTART;TZID=Europe/Berlin:20210314T180000', 'DTEND;TZID=Europe/Berlin:20210314T190000']

  test('a series is one line an occurrence, by the wall clock over a change of clocks', () => {
    const all = findings(calendar(event(...weekly, 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE:20210321T170000Z')))
    expect(starts(all)).toEqual([
      '2021-03-14T18:00:00+01:00[Europe/Berlin]',
      '2021-03-28T18:00:00+02:00[Europe/Berlin]',
      '2021-04-04T18:00:00+02:00[Europe/Berlin]',
    ])
    expect(all[1]).toMatchObject({
      uid: 'a@example.org',
      recurrence: 'FREQ=WEEKLY;COUNT=4',
      recurrenceId: '2021-03-28T18:00:00+02:00[Europe/Berlin]',
      end: '2021-03-28T19:00:00+02:00[Europe/Berlin]',
    })
  })

  test('only what touches the days asked for is shown', () => {
    const text = calendar(event(...weekly, 'RRULE:FREQ=WEEKLY'))
    expect(starts(findings(text, { from: '2030-05-01', to: '2030-05-12' }))).toEqual([
      '2030-05-05T18:00:00+02:00[Europe/Berlin]',
      '2030-05-12T18:00:00+02:00[Europe/Berlin]',
    ])
    const long = calendar(
      event('DTSTART;VALUE=DATE:20210101', 'DTEND;VALUE=DATE:20210111', 'RRULE:FREQ=YEARLY'),
    )
    expect(starts(findings(long, { from: '2022-01-09', to: '2022-01-09' }))).toEqual(['2022-01-01'])
  })

  test('a changed occurrence stands in its place, a cancelled one is marked', () => {
    const all = findings(
      calendar(
        event(...weekly, 'RRULE:FREQ=WEEKLY;COUNT=3'),
        event(
          'RECURRENCE-ID;TZID=Europe/Berlin:20210321T180000',
          'DTSTART;TZID=Europe/Berlin:20210322T200000',
        ),
        event(
          'RECURRENCE-ID:20210328T160000Z',
          'DTSTART;TZID=Europe/Berlin:20210328T180000',
          'STATUS:CANCELLED',
        ),
      ),
    )
    expect(starts(all)).toEqual([
      '2021-03-14T18:00:00+01:00[Europe/Berlin]',
      '2021-03-22T20:00:00+01:00[Europe/Berlin]',
      '2021-03-28T18:00:00+02:00[Europe/Berlin]',
    ])
    expect(all[1]?.recurrenceId).toBe('2021-03-21T18:00:00+01:00[Europe/Berlin]')
    expect(all[2]?.status).toBe('cancelled')
  })

  test('a change for this and all later ones moves them all', () => {
    const all = findings(
      calendar(
        event(...weekly, 'RRULE:FREQ=DAILY;COUNT=4'),
        event(
          'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20210316T180000',
          'DTSTART;TZID=Europe/Berlin:20210316T200000',
          'DTEND;TZID=Europe/Berlin:20210316T203000',
        ),
      ),
    )
    expect(all.map(finding => [finding.start?.slice(8, 16), finding.end?.slice(11, 16)])).toEqual([
      ['14T18:00', '19:00'],
      ['15T18:00', '19:00'],
      ['16T20:00', '20:30'],
      ['17T20:00', '20:30'],
    ])
  })

  test('dates of their own count too, with ends of their own', () => {
    const all = findings(
      calendar(event('DTSTART:20210101T100000Z', 'RDATE;VALUE=PERIOD:20210105T120000Z/PT3H')),
    )
    expect(all.map(finding => [finding.start, finding.end])).toEqual([
      ['2021-01-01T10:00:00+00:00[UTC]', undefined],
      ['2021-01-05T12:00:00+00:00[UTC]', '2021-01-05T15:00:00+00:00[UTC]'],
    ])
  })

  test('a change without its series is an event of its own', () => {
    const finding = only(calendar(event('RECURRENCE-ID:20210101T100000Z', 'DTSTART:20210101T120000Z')))
    expect(finding).toMatchObject({
      start: '2021-01-01T12:00:00+00:00[UTC]',
      recurrenceId: '2021-01-01T10:00:00+00:00[UTC]',
    })
  })

  test('of an event told twice the newest counts', () => {
    const text = calendar(
      event('SEQUENCE:2', 'DTSTART:20210101T120000Z'),
      event('SEQUENCE:1', 'DTSTART:20210101T100000Z'),
    )
    expect(only(text).start).toBe('2021-01-01T12:00:00+00:00[UTC]')
  })

  test.each([
    'FREQ=SECONDLY',
    'FREQ=SECONDLY;COUNT=1000000000',
    'FREQ=DAILY;UNTIL=99991231T235959Z',
    'FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;COUNT=3;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10',
  ])('a rule without end costs little: %s', rule => {
    const text = calendar(event('DTSTART:19700101T000000Z', `RRULE:${rule}`))
    for (const options of [{}, { from: '2030-01-01', to: '2030-12-31' }]) {
      const began = process.cpuUsage()
      const lines = read(text, options)
      expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000)
      expect(lines.length).toBeLessThan(1010)
    }
    expect(problems(text).length).toBeGreaterThan(0)
  })
})

describe('broken calendars', () => {
  test.each([
    ['nothing', ''],
    ['blanks', ' \r\n\r\n'],
    ['a ZIP archive', 'PK\x03\x04rest of it'],
    ['a sign-in page', '<!DOCTYPE html><html><body>Please sign in</body></html>'],
    ['words', 'There is no calendar here.'],
  ])('%s is one problem', (_, text) => {
    expect(problems(text)).toEqual(['not-a-calendar'])
    expect(read(text)).toHaveLength(1)
  })

  test('what is no event is not shown, and is said once', () => {
    expect(problems(calendar('BEGIN:VTODO', 'SUMMARY:Buy', 'END:VTODO'))).toEqual(['no-events'])
  })

  test('an event is salvaged around a line that cannot be read', () => {
    const text = calendar(event('DTSTART:2020121', 'LOCATION', 'junk without end', 'STATUS:CANCELLED'))
    expect(only(text)).toMatchObject({ title: 'Vigil', status: 'cancelled' })
    expect(only(text).start).toBeUndefined()
    expect(problems(text)).toEqual(['line-unreadable', 'time-unreadable'])
  })

  test('missing beginnings and ends, doubled colons and any line ends are read', () => {
    const bare = 'BEGIN:VEVENT\rSUMMARY:Vigil\rDTSTART::20201218T130000Z\r'
    expect(only(`\uFEFF${bare}`).start).toBe('2020-12-18T13:00:00+00:00[UTC]')
    const unclosed =
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:One\nDTSTART:20201218\nBEGIN:VEVENT\nSUMMARY:Two\nDTSTART:20201219'
    expect(findings(unclosed).map(finding => finding.title)).toEqual(['One', 'Two'])
    expect(only(calendar(event('DTSTART;TZID="Europe/Berlin":20201218T1400'))).start).toBe(
      '2020-12-18T14:00:00+01:00[Europe/Berlin]',
    )
  })

  test('a text that broke without being folded stays together', () => {
    const text = calendar(
      event('DTSTART:20201218T130000Z', 'DESCRIPTION:First line', 'the second of them', 'STATUS:CONFIRMED'),
    )
    expect(only(text).summary).toBe('First line\nthe second of them')
  })

  test('a fold through a letter of two bytes is mended', () => {
    const whole = Buffer.from(calendar(event('DTSTART:20201218T130000Z', 'LOCATION:Genève')))
    const at = whole.indexOf('è') + 1
    const folded = Buffer.concat([whole.subarray(0, at), Buffer.from('\r\n '), whole.subarray(at)])
    expect(only(folded).place).toEqual({ name: 'Genève' })
  })

  test('other charsets are read', () => {
    const text = calendar(event('DTSTART:20201218T130000Z', 'LOCATION:Genève'))
    expect(only(iconv.encode(text, 'latin1')).place).toEqual({ name: 'Genève' })
    expect(only(iconv.encode(text, 'utf-16le', { addBOM: true })).place).toEqual({ name: 'Genève' })
  })

  test('vCalendar 1.0 with quoted-printable letters is read', () => {
    const text = [
      'BEGIN:VCALENDAR',
      'VERSION:1.0',
      'BEGIN:VEVENT',
      'SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:F=C3=AAte de la =',
      'mer',
      'DTSTART:20201218T130000Z',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n')
    expect(only(text).title).toBe('Fête de la mer')
  })

  test('several calendars in a file are read, a UID of others is kept once', () => {
    const two =
      calendar(event('DTSTART:20201218T130000Z')) +
      calendar(event('DTSTART:20201219T130000Z', 'SUMMARY:Other'))
    expect(findings(two).map(finding => finding.uid)).toEqual(['a@example.org', undefined])
    expect(problems(two)).toEqual(['uid-repeated'])
  })

  test('components inside each other without end are no danger', () => {
    const deep = `${'BEGIN:X-DEEP\r\n'.repeat(50_000)}${event('DTSTART:20201218T130000Z')}`
    const began = process.cpuUsage()
    read(`BEGIN:VCALENDAR\r\n${deep}`)
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000)
  })
})

describe('ways of meeting', () => {
  const start = 'DTSTART:20201218T130000Z'
  test.each([
    ['LOCATION:Zoom (link sent by email)', 'online', undefined],
    ['LOCATION:https://zoom.us/j/1', 'online', undefined],
    ['LOCATION:Room 5', 'offline', 'Room 5'],
    ['LOCATION:Room 5 and https://meet.jit.si/Vigil', 'mixed', 'Room 5 and'],
    ['LOCATION:TBA', undefined, undefined],
    ['X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij', 'online', undefined],
  ])('%s', (line, attendance, place) => {
    const finding = only(calendar(event(start, line)))
    expect(finding.attendance).toBe(attendance)
    expect(finding.place?.name).toBe(place)
  })

  test('what a meeting program prints below a description goes with the door, and no passcode is left in the text', () => {
    const lines = [
      'Who rescues at sea?',
      'Join Zoom Meeting',
      'https://zoom.us/j/123?pwd=aB.1',
      'Meeting ID: 123 456',
      'Passcode: 98765',
      'Find your local number: https://zoom.us/u/abc',
    ]
    const finding = only(calendar(event(start, `DESCRIPTION:${lines.join('\\n')}`)))
    expect(finding.summary).toBe('Who rescues at sea?')
    expect(finding.links).toEqual([
      { role: 'join', url: 'https://zoom.us/j/123?pwd=aB.1', title: 'Meeting ID: 123 456, Passcode: 98765' },
    ])
  })

  test('a cancellation sent by mail is cancelled, answers to invitations announce nothing', () => {
    expect(only(calendar('METHOD:CANCEL', event(start))).status).toBe('cancelled')
    expect(findings(calendar('METHOD:REPLY', event(start)))).toEqual([])
    expect(problems(calendar('METHOD:REPLY', event(start)))).toEqual(['answers-left-out'])
  })
})

const samples = sampleFiles(['ics'], /\.(?:ics|vcs)$/)
test.skipIf(samples.length === 0)(
  'every calendar among the samples gives findings or a clear problem',
  { timeout: 120_000 },
  () => {
    const silent: string[] = []
    for (const file of samples) {
      const began = process.cpuUsage()
      const lines = read(readFileSync(file))
      if (!lines.some(line => 'finding' in line || 'problem' in line)) silent.push(file)
      expect(process.cpuUsage(began).user / 1e6, file).toBeLessThan(5)
    }
    expect(silent).toEqual([])
  },
)
