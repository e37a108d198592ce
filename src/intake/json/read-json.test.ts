import { describe, expect, test } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import { inspect } from '../inspect.ts'
import { recognise } from '../recognise.ts'

async function read(value: unknown, options = {}) {
  const bytes = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
  const lines = [...(await inspect(bytes, options))]
  return {
    programmes: lines.flatMap(line => ('programme' in line ? [line.programme] : [])),
    findings: lines.flatMap(line => ('finding' in line ? [shortly(line.finding)] : [])),
    problems: lines.flatMap(line => ('problem' in line ? [line.problem] : [])),
  }
}

function shortly({ from: _, kind: __, ...finding }: Finding) {
  return finding
}

const event = {
  '@type': 'Event',
  uid: 'a8df6573@example.org',
  title: 'Vigil; for “all”, everywhere',
  start: '2020-12-18T18:00:00',
  timeZone: 'Europe/Berlin',
  duration: 'PT1H30M',
}

describe('JSCalendar', () => {
  test('an event with where, who and what about', async () => {
    const whole = {
      ...event,
      description: 'Candles.\nSilence.',
      status: 'cancelled',
      locations: {
        l2: { '@type': 'Location', name: 'The way home', relativeTo: 'end' },
        l1: { '@type': 'Location', name: 'Town hall', coordinates: 'geo:52.52,13.405' },
      },
      virtualLocations: {
        v1: { '@type': 'VirtualLocation', name: 'Zoom', uri: 'https://zoom.us/j/123456789' },
      },
      participants: {
        p1: { '@type': 'Participant', name: 'Migrants’ Network', kind: 'group', roles: { owner: true } },
        p2: { '@type': 'Participant', name: 'Ana Private', roles: { attendee: true } },
      },
      keywords: { vigil: true, 'not this': false },
      links: { k1: { '@type': 'Link', href: 'https://example.org/vigil', rel: 'alternate' } },
    }
    expect(recognise(Buffer.from(JSON.stringify(whole)))).toEqual({ kind: 'json' })
    expect(await read(whole)).toMatchObject({
      findings: [
        {
          title: 'Vigil; for “all”, everywhere',
          url: 'https://example.org/vigil',
          summary: 'Candles.\nSilence.',
          start: '2020-12-18T18:00:00+01:00[Europe/Berlin]',
          end: '2020-12-18T19:30:00+01:00[Europe/Berlin]',
          status: 'cancelled',
          attendance: 'mixed',
          place: { name: 'Town hall', lat: 52.52, lon: 13.405 },
          organisations: [{ name: 'Migrants’ Network' }],
          links: [{ role: 'join', url: 'https://zoom.us/j/123456789' }],
          tags: ['vigil'],
          uid: 'a8df6573@example.org',
        },
      ],
      problems: [],
    })
  })

  test('recurs, leaves days out, and changes single ones by patches', async () => {
    const weekly = {
      ...event,
      locations: { l1: { name: 'Town hall' } },
      recurrenceRules: [{ '@type': 'RecurrenceRule', frequency: 'weekly', count: 4, byDay: [{ day: 'fr' }] }],
      recurrenceOverrides: {
        '2020-12-25T18:00:00': { excluded: true },
        '2021-01-01T18:00:00': {
          start: '2021-01-02T19:00:00',
          'locations/l1/name': 'Square',
          '__proto__/title': 'no',
          description: null,
        },
        '2021-01-20T12:00:00': {},
      },
    }
    const { findings, problems } = await read(weekly)
    expect(problems).toEqual([])
    expect(
      findings.map(({ start, place, recurrenceId }) => [start, place?.name, recurrenceId?.slice(0, 16)]),
    ).toEqual([
      ['2020-12-18T18:00:00+01:00[Europe/Berlin]', 'Town hall', '2020-12-18T18:00'],
      ['2021-01-02T19:00:00+01:00[Europe/Berlin]', 'Square', '2021-01-01T18:00'],
      ['2021-01-08T18:00:00+01:00[Europe/Berlin]', 'Town hall', '2021-01-08T18:00'],
      ['2021-01-20T12:00:00+01:00[Europe/Berlin]', 'Town hall', '2021-01-20T12:00'],
    ])
    expect(({} as Record<string, unknown>).title).toBeUndefined()
  })

  test('a group has a title; whole days, floating times and UTC; tasks are told as left out', async () => {
    const group = {
      '@type': 'Group',
      title: 'Migrants Day',
      entries: [
        {
          ...event,
          uid: '1',
          start: '2020-12-18T00:00:00',
          duration: 'P2D',
          timeZone: null,
          showWithoutTime: true,
        },
        { ...event, uid: '2', timeZone: null },
        { ...event, uid: '3', timeZone: 'Etc/UTC', duration: undefined },
        { '@type': 'Task', uid: '4', title: 'Buy candles' },
      ],
    }
    expect(await read(group)).toMatchObject({
      programmes: [{ title: 'Migrants Day' }],
      findings: [
        { start: '2020-12-18', end: '2020-12-19', allDay: true },
        { start: '2020-12-18T18:00:00', end: '2020-12-18T19:30:00', floating: true },
        { start: '2020-12-18T18:00:00+00:00[UTC]' },
      ],
      problems: [{ code: 'no-events', note: true }],
    })
    expect(await read(group.entries.slice(1))).toMatchObject({ findings: [{ uid: '2' }, { uid: '3' }] })
    expect((await read({ '@type': 'Group', entries: [group.entries[3]] })).findings).toEqual([])
  })
})

test('jCal is a calendar', async () => {
  const jcal = [
    'vcalendar',
    [['x-wr-calname', {}, 'text', 'Migrants Day']],
    [
      [
        'vevent',
        [
          ['uid', {}, 'text', '1'],
          ['summary', {}, 'text', 'Vigil, with candles'],
          ['dtstart', { tzid: 'Europe/Berlin' }, 'date-time', '2020-12-18T18:00:00'],
          ['rrule', {}, 'recur', { freq: 'DAILY', count: 2 }],
        ],
        [],
      ],
    ],
  ]
  expect(await read(jcal)).toMatchObject({
    programmes: [{ title: 'Migrants Day' }],
    findings: [
      { title: 'Vigil, with candles', start: '2020-12-18T18:00:00+01:00[Europe/Berlin]' },
      { title: 'Vigil, with candles', start: '2020-12-19T18:00:00+01:00[Europe/Berlin]' },
    ],
  })
  expect((await read('["vcalendar", 1, {"a": []}]')).problems).toMatchObject([{ code: 'no-events' }])
})

test('microformats as JSON are events', async () => {
  const mf2 = {
    type: ['h-event'],
    properties: {
      name: ['Vigil'],
      start: ['2020-12-18T18:00:00+01:00'],
      location: [{ type: ['h-card'], properties: { name: ['Town hall'] } }],
    },
  }
  for (const value of [mf2, [mf2], { items: [mf2], rels: {} }])
    expect((await read(value)).findings).toMatchObject([
      { title: 'Vigil', start: '2020-12-18T18:00:00+01:00[+01:00]', place: { name: 'Town hall' } },
    ])
})

describe('what is no event is refused for what it is', () => {
  const context = 'https://www.w3.org/ns/activitystreams'
  test.each([
    [
      '“Join”',
      { '@context': context, type: 'Join', actor: 'https://a.example', object: 'https://b.example' },
    ],
    ['“Invite”', { '@context': context, type: 'Invite', object: { type: 'Event', name: 'A Party' } }],
    ['“Place”', { id: 'https://a.example/p/4', name: 'A room', type: 'Place' }],
    ['“Place”', [{ name: 'A room', type: 'Place' }]],
  ])('%s', async (words, value) => {
    const { findings, problems } = await read(value)
    expect([findings, problems.map(({ code }) => code)]).toEqual([[], ['not-an-event']])
    expect(problems[0]!.says).toContain(words)
  })
})

describe('lines of our own shape', () => {
  test('are taken field by field, and only where each is what it should be', async () => {
    const lines = [
      {
        file: 'x.ics',
        programme: { title: 'Day', authors: [{ name: 'Ana', url: 'javascript:1' }, 5], tags: ['a', 7] },
      },
      {
        finding: {
          kind: 'spell',
          title: ' Vigil\u0007 ',
          start: '2020-13-45T99:00',
          url: 'javascript:alert(1)',
          status: 'exploded',
          links: [
            { role: 'join', url: 'https://a.example' },
            { role: 'root', url: 'https://b.example' },
            null,
          ],
          place: { name: 'Hall', lat: 1e9 },
          sessions: [{ title: 'One', start: '2020-12-18' }, { start: 'no title' }],
          doubts: [{ code: 'zone-missing', field: 'start', says: 'No time zone is told.' }],
          __proto__: { polluted: true },
        },
      },
      { finding: { start: '2020-12-18' } },
    ]
    const text = `${lines.map(line => JSON.stringify(line)).join('\n')}\nnot JSON\n[]\n`
    expect(await read(text)).toEqual({
      programmes: [{ title: 'Day', authors: [{ name: 'Ana' }], tags: ['a'] }],
      findings: [
        {
          title: 'Vigil',
          place: { name: 'Hall' },
          links: [{ role: 'join', url: 'https://a.example' }],
          sessions: [expect.objectContaining({ title: 'One', start: '2020-12-18' })],
        },
      ],
      problems: [
        {
          code: 'time-odd',
          says: 'The time of “Vigil” cannot be understood; it was left out.',
          where: 'line 2',
          note: true,
        },
        { code: 'title-missing', says: 'This entry has no title.', where: 'line 3' },
        expect.objectContaining({ code: 'line-unreadable', where: 'line 4' }),
        expect.objectContaining({ code: 'line-unreadable', where: 'line 5' }),
      ],
    })
  })
})

test('what a server of calendars answered, and the one rule and main place of the next version', async () => {
  const event = {
    '@type': 'Event',
    uid: 'j1',
    title: 'Circle',
    start: '2026-12-18T10:00:00',
    timeZone: 'Europe/Rome',
    duration: 'PT1H',
    recurrenceRule: { frequency: 'daily', count: 2 },
    mainLocationId: 'b',
    locations: { a: { name: 'Back door' }, b: { name: 'Front hall' } },
  }
  const answer = { methodResponses: [['CalendarEvent/get', { accountId: 'a', list: [event] }, '0']] }
  const { findings } = await read(answer)
  expect(findings.map(one => [one.start, one.place])).toEqual([
    ['2026-12-18T10:00:00+01:00[Europe/Rome]', { name: 'Front hall' }],
    ['2026-12-19T10:00:00+01:00[Europe/Rome]', { name: 'Front hall' }],
  ])
})
