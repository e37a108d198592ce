import { expect, test } from 'vitest'
import { faultsOf } from '../../../../tools/fuzz/faults.ts'
import { inspect } from '../../inspect.ts'

/** Of this process alone: the machine may be busy with others. */
const millisecondsSince = (began: NodeJS.CpuUsage) => process.cpuUsage(began).user / 1000

async function read(value: unknown, options = {}) {
  const lines = [...(await inspect(Buffer.from(JSON.stringify(value)), options))]
  return lines.flatMap(line => ('finding' in line ? [line.finding] : []))
}

const days = { from: '2027-01-01', to: '2027-12-31' }
const berlin = (dateTime: string) => ({ dateTime, timeZone: 'Europe/Berlin' })
const google = (...items: unknown[]) => ({ kind: 'calendar#events', items })
const graph = (...value: unknown[]) => ({
  value: value.map(one => ({ isAllDay: false, ...(one as object) })),
})

/** Each of these stood where a word or a number is expected. */
const odd: unknown[] = [
  { toString: 1 },
  { valueOf: 1, toString: null },
  ['x'],
  { en: { toString: 1 } },
  true,
  1e300,
]

test.each(odd)('%o in place of a word takes nothing else away', async value => {
  const answers = [
    google({ summary: 'Walk', eventType: value, start: berlin('2027-03-22T12:00:00'), id: value }),
    graph({
      subject: 'Walk',
      type: 'seriesMaster',
      id: value,
      start: berlin('2027-03-22T12:00:00'),
      cancelledOccurrences: [value],
      recurrence: {
        pattern: {
          type: 'weekly',
          daysOfWeek: [value, 'monday'],
          index: value,
          firstDayOfWeek: value,
        },
        range: { type: 'numbered', numberOfOccurrences: 1 },
      },
    }),
    {
      data: [
        { type: value, attributes: { title: 'Not told' } },
        { type: 'node--event', attributes: { title: 'Walk', field_date: '2027-03-22T12:00:00+01:00' } },
      ],
    },
    {
      data: [
        { type: value, attributes: { 'starts-at': '2027-03-22T12:00:00+01:00' } },
        { type: 'event', attributes: { name: 'Walk', 'starts-at': '2027-03-22T12:00:00+01:00' } },
      ],
    },
    {
      data: [
        {
          object: 'event',
          name: 'Walk',
          online_event: value,
          status: value,
          start: { iso: '2027-03-22T12:00:00+01:00', unix: 1805799600 },
        },
      ],
    },
    {
      events: [
        {
          title: 'Walk',
          attendanceMode: value,
          timings: [{ begin: '2027-03-22T12:00:00+01:00', end: '2027-03-22T13:00:00+01:00' }],
        },
      ],
    },
    {
      events: [
        {
          event: {
            title: 'Walk',
            experience: value,
            status: value,
            event_instances: [{ event_instance: { start: '2027-03-22T12:00:00+01:00' } }],
          },
        },
      ],
    },
    {
      '@type': 'Event',
      uid: 'u',
      title: 'Walk',
      start: '2027-03-22T12:00:00',
      timeZone: 'Europe/Berlin',
      status: value,
      links: { a: { href: 'https://x.example', rel: value } },
      participants: { a: { name: 'Ada', roles: { owner: true }, kind: value } },
    },
    [
      {
        title: { rendered: 'Walk' },
        date: '2027-03-01T10:00:00',
        link: 'https://x.example/walk',
        acf: { event_date: '20270322', start_time: '12:00', event_status: value },
        _embedded: { 'wp:term': [[{ taxonomy: value, name: 'x' }]] },
      },
    ],
  ]
  for (const answer of answers) {
    const found = await read(answer, days)
    expect(found, JSON.stringify(answer)).toMatchObject([{ title: 'Walk' }])
    expect(found[0]!.start, JSON.stringify(answer)).toMatch(/^2027-03-22/)
  }
})

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  '%s is no word that is known',
  async word => {
    const weekly = {
      subject: 'Walk',
      type: 'seriesMaster',
      start: berlin('2027-03-22T12:00:00'),
      recurrence: {
        pattern: { type: 'weekly', daysOfWeek: [word], firstDayOfWeek: word },
        range: { type: 'numbered', numberOfOccurrences: 2 },
      },
    }
    expect((await read(graph(weekly), days)).map(one => one.start?.slice(0, 10))).toEqual([
      '2027-03-22',
      '2027-03-29',
    ])
    const localist = {
      event: { title: 'Walk', experience: word, event_instances: [{ start: '2027-03-22T12:00:00+01:00' }] },
    }
    expect((await read({ events: [localist] }))[0]).not.toHaveProperty('attendance')
  },
)

test.each([
  '2027-99-99T10:00:00Z',
  '2027-02-30T10:00:00Z',
  '2027-03-22T99:00:00Z',
  '2027-03-22T10:00:00+99:99',
])('a moment that never is (%s) takes no other event away', async dateTime => {
  const good = { start: { dateTime: '2027-03-22T12:00:00Z', timeZone: 'Europe/Berlin' } }
  const bad = { start: { dateTime, timeZone: 'Europe/Berlin' } }
  for (const answer of [
    google({ ...bad, summary: 'Never' }, { ...good, summary: 'Walk' }),
    graph(
      { ...bad, subject: 'Never', originalStartTimeZone: 'Europe/Berlin' },
      { ...good, subject: 'Walk', cancelledOccurrences: ['OID.x.2027-99-99'] },
    ),
  ]) {
    const found = await read(answer, days)
    expect(found.find(one => one.title === 'Walk')?.start).toMatch(/^2027-03-22T1[23]:00/)
  }
})

test('events without ids are not one another’s dates', async () => {
  const series = {
    summary: 'Circle',
    start: berlin('2027-03-01T19:00:00+01:00'),
    recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2'],
  }
  const out = { status: 'cancelled', originalStartTime: berlin('2027-03-08T19:00:00+01:00') }
  const found = await read(google(series, out), days)
  expect(found.map(one => one.start?.slice(0, 10))).toEqual(['2027-03-01', '2027-03-08'])
})

test('2,000 events of one id and 2,000 dates left out of it are read at once', async () => {
  const many = Array.from({ length: 2000 }, (_, at) => at)
  const items = many.flatMap(at => [
    { id: 's', iCalUID: `${at}`, summary: `Walk ${at}`, start: berlin('2027-03-01T19:00:00+01:00') },
    {
      id: `s_${at}`,
      status: 'cancelled',
      recurringEventId: 's',
      originalStartTime: berlin('2027-03-08T19:00:00+01:00'),
    },
  ])
  const before = process.cpuUsage()
  expect(await read(google(...items), days)).toHaveLength(2000)
  expect(millisecondsSince(before)).toBeLessThan(5000)
})

test('coordinates bring no lines of their own', async () => {
  const found = await read(
    graph({
      subject: 'Walk',
      start: berlin('2027-03-22T12:00:00'),
      location: {
        displayName: 'Park',
        coordinates: {
          latitude: '1\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Forged\r\nDTSTART:20270101T000000Z\r\nX-A:1',
          longitude: 2,
        },
      },
    }),
    days,
  )
  expect(found.map(one => one.title)).toEqual(['Walk'])
})

test('parts of a rule bring no lines of their own', async () => {
  const found = await read({
    '@type': 'Event',
    uid: 'u',
    title: 'Walk',
    start: '2027-03-22T12:00:00',
    timeZone: 'Europe/Berlin',
    recurrenceRules: [{ frequency: 'weekly', count: 1, byMonth: ['\r\n3\r\n', '3', '0x3'] }],
  })
  expect(found.map(one => one.title)).toEqual(['Walk'])
})

test.each(['javascript:alert(1)', 'a b', '../x', 'x?y'])('%s is no page of Luma', async url => {
  const [found] = await read({
    entries: [
      {
        event: {
          api_id: 'e',
          name: 'Walk',
          start_at: '2027-03-22T12:00:00Z',
          url,
          duration_interval: 'PT1H',
        },
      },
    ],
  })
  expect(found?.title).toBe('Walk')
  expect(found).not.toHaveProperty('url')
})

test('an answer of Drupal in which all is related to all is read at once', async () => {
  const refs = Array.from({ length: 200 }, (_, at) => ({ type: 'media--image', id: `m${at}` }))
  const relationships = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`field_image_tag_venue_host_${at}`, { data: refs }]),
  )
  const answer = {
    data: Array.from({ length: 100 }, (_, at) => ({
      type: 'node--event',
      id: `n${at}`,
      attributes: { title: `Walk ${at}`, field_date: '2027-03-22T12:00:00+01:00' },
      relationships,
    })),
    included: refs.map(ref => ({ ...ref, attributes: { name: ref.id }, relationships })),
  }
  const before = process.cpuUsage()
  expect(await read(answer)).toHaveLength(100)
  expect(millisecondsSince(before)).toBeLessThan(5000)
})

test.each(['\ud83d', '\udc00x', 'a\u0000b', '\u0000'])(
  'half a letter or none (%o) in any field leaves sound findings',
  async bad => {
    const told = `Walk ${bad}`
    const answers = [
      google({
        id: bad,
        summary: told,
        description: told,
        location: told,
        organizer: { displayName: told },
        start: { dateTime: '2027-03-22T12:00:00Z', timeZone: bad },
      }),
      graph({
        subject: told,
        categories: [told],
        location: { displayName: told },
        organizer: { emailAddress: { name: told, address: bad } },
        start: { dateTime: '2027-03-22T12:00:00', timeZone: bad },
      }),
      {
        '@type': 'Event',
        uid: bad,
        title: told,
        start: '2027-03-22T12:00:00',
        timeZone: bad,
        keywords: { [told]: true },
      },
      {
        data: [
          { type: 'node--event', id: bad, attributes: { title: told, field_date: '2027-03-22T12:00:00' } },
        ],
      },
    ]
    for (const answer of answers) {
      const bytes = Buffer.from(JSON.stringify(answer))
      expect(await faultsOf(bytes, days), JSON.stringify(answer)).toEqual([])
      expect((await read(answer, days))[0]?.title).toMatch(/^Walk/)
    }
  },
)
