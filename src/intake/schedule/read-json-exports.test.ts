import { describe, expect, test } from 'vitest'
import { inspect } from '../inspect.ts'

async function findings(json: unknown, options = {}) {
  const lines = await inspect(Buffer.from(JSON.stringify(json)), options)
  return [...lines].flatMap(line => {
    if (!('finding' in line)) return []
    const { from: _, doubts: __, told: ___, kind: ____, ...finding } = line.finding
    return [finding]
  })
}

describe('programmes that name rooms and people once, and then by their ids', () => {
  test('pretalx, as its schedule on a page is loaded', async () => {
    expect(
      await findings({
        talks: [
          {
            code: 'ABC',
            title: 'Care work',
            abstract: 'abs',
            duration: 30,
            speakers: ['X7YZAB', 'GONE12'],
            track: 1,
            start: '2026-12-18T10:00:00+01:00',
            end: '2026-12-18T10:30:00+01:00',
            room: 5,
          },
        ],
        timezone: 'Europe/Berlin',
        tracks: [{ id: 1, name: { en: 'Labour' }, color: '#fff' }],
        rooms: [{ id: 5, name: { en: 'Great Hall' } }],
        speakers: [{ code: 'X7YZAB', name: 'Lea Sommer', avatar: null }],
      }),
    ).toEqual([
      {
        title: 'Care work',
        summary: 'abs',
        start: '2026-12-18T10:00:00+01:00[Europe/Berlin]',
        end: '2026-12-18T10:30:00+01:00[Europe/Berlin]',
        place: { name: 'Great Hall' },
        people: [{ name: 'Lea Sommer', role: 'speaker' }],
        tags: ['Labour'],
        uid: 'ABC',
      },
    ])
  })

  test('Sessionize, everything in one file', async () => {
    expect(
      await findings(
        {
          sessions: [
            {
              id: '1',
              title: 'Opening',
              description: 'Hi',
              startsAt: '2026-12-18T09:00:00',
              endsAt: '2026-12-18T09:45:00',
              isServiceSession: false,
              speakers: ['0f5e1c9a-1111-4222-8333-444455556666'],
              categoryItems: [10],
              roomId: 7,
              liveUrl: 'https://youtube.com/live/abc',
              recordingUrl: null,
            },
          ],
          speakers: [
            { id: '0f5e1c9a-1111-4222-8333-444455556666', fullName: 'Ana Lima', sessions: [1], bio: 'x' },
          ],
          categories: [{ id: 1, title: 'Track', items: [{ id: 10, name: 'Rights' }] }],
          rooms: [{ id: 7, name: 'Main Hall' }],
        },
        { zone: 'America/Lima' },
      ),
    ).toEqual([
      {
        title: 'Opening',
        summary: 'Hi',
        start: '2026-12-18T09:00:00-05:00[America/Lima]',
        end: '2026-12-18T09:45:00-05:00[America/Lima]',
        place: { name: 'Main Hall' },
        people: [{ name: 'Ana Lima', role: 'speaker' }],
        links: [{ role: 'livestream', url: 'https://youtube.com/live/abc', title: 'Livestream' }],
        tags: ['Rights'],
        uid: '1',
      },
    ])
  })

  test('Sessionize as a grid tells each talk twice', async () => {
    const session = {
      id: '1',
      title: 'Opening',
      startsAt: '2026-12-18T09:00:00',
      endsAt: '2026-12-18T09:45:00',
      speakers: [{ id: 's', name: 'Ana Lima' }],
      roomId: 7,
      room: 'Main Hall',
    }
    const found = await findings([
      {
        date: '2026-12-18T00:00:00',
        rooms: [{ id: 7, name: 'Main Hall', sessions: [session] }],
        timeSlots: [{ slotStart: '09:00:00', rooms: [{ id: 7, name: 'Main Hall', session }] }],
      },
    ])
    expect(found).toMatchObject([{ title: 'Opening', place: { name: 'Main Hall' } }])
  })

  test('what pretalx answers of submissions', async () => {
    const found = await findings({
      count: 1,
      results: [
        {
          code: 'ABCDE',
          title: 'Care work',
          speakers: [{ code: 'X', name: 'Lea Sommer', biography: 'b' }],
          submission_type: { en: 'Talk' },
          state: 'confirmed',
          abstract: 'abs',
          duration: 30,
          content_locale: 'en',
          slot: {
            room: { en: 'Room 1' },
            start: '2026-12-18T10:00:00+01:00',
            end: '2026-12-18T10:30:00+01:00',
          },
        },
      ],
    })
    expect(found).toMatchObject([
      { start: '2026-12-18T10:00:00+01:00[+01:00]', place: { name: 'Room 1' }, uid: 'ABCDE' },
    ])
  })
})

describe('lists of events deeper within JSON', () => {
  test('a name beside its markup, a moment beside its zone', async () => {
    expect(
      await findings({
        pagination: { object_count: 1 },
        events: [
          {
            name: { text: 'Voices', html: 'Voices' },
            url: 'https://voices.example/1',
            start: {
              timezone: 'America/New_York',
              local: '2026-12-18T18:00:00',
              utc: '2026-12-18T23:00:00Z',
            },
            end: { timezone: 'America/New_York', local: '2026-12-18T20:00:00', utc: '2026-12-19T01:00:00Z' },
          },
        ],
      }),
    ).toEqual([
      {
        title: 'Voices',
        url: 'https://voices.example/1',
        start: '2026-12-18T18:00:00-05:00[America/New_York]',
        end: '2026-12-18T20:00:00-05:00[America/New_York]',
      },
    ])
  })

  test('under two names, and as features of a map', async () => {
    const event = { name: 'Walk', startDate: '2026-12-18T14:00:00', city: 'Quito', country: 'Ecuador' }
    const expected = {
      title: 'Walk',
      start: '2026-12-18T14:00:00-05:00[America/Guayaquil]',
      place: { name: 'Quito', country: 'Ecuador' },
    }
    expect(await findings({ meta: { of: 'x' }, data: { events: [event] } })).toEqual([expected])
    const feature = { type: 'Feature', geometry: { type: 'Point', coordinates: [-78.5, -0.2] } }
    expect(
      await findings({ type: 'FeatureCollection', features: [{ ...feature, properties: event }] }),
    ).toEqual([expected])
  })

  test('JSON in which nothing has a title and a time is said to have none', async () => {
    const [line] = await inspect(Buffer.from('{"a":{"b":[{"c":1}]}}'))
    expect(line).toMatchObject({ problem: { code: 'not-a-schedule' } })
  })
})

test("Indico's timetable, by days and sessions, and who chairs a meeting", async () => {
  const date = (time: string) => ({ date: '2026-12-18', time, tz: 'Europe/Zurich' })
  const found = await findings({
    _type: 'HTTPAPIResult',
    results: {
      55: {
        20261218: {
          c10: {
            title: 'Wages',
            startDate: date('14:00:00'),
            endDate: date('14:30:00'),
            room: 'A',
            presenters: [{ firstName: 'Maria', familyName: 'Rossi', name: 'Rossi, Maria' }],
          },
          s1: {
            title: 'Session 1',
            startDate: date('15:00:00'),
            endDate: date('16:00:00'),
            entries: { c11: { title: 'Care', startDate: date('15:00:00'), endDate: date('15:30:00') } },
          },
        },
      },
    },
  })
  expect(found).toMatchObject([
    {
      title: 'Wages',
      start: '2026-12-18T14:00:00+01:00[Europe/Zurich]',
      people: [{ name: 'Maria Rossi', role: 'speaker' }],
    },
    { title: 'Care', start: '2026-12-18T15:00:00+01:00[Europe/Zurich]' },
  ])
})

test('a schedule of older programs stands on the clocks of its city', async () => {
  const xml =
    '<?xml version="1.0"?><schedule><conference><title>C</title><city>Köln</city></conference><day date="2026-12-18" index="1"><room name="H1"><event id="1"><start>10:00</start><duration>01:00</duration><title>Talk</title></event></room></day></schedule>'
  const [line] = [...(await inspect(Buffer.from(xml)))].filter(one => 'finding' in one)
  expect(line).toMatchObject({ finding: { start: '2026-12-18T10:00:00+01:00[Europe/Berlin]' } })
})

test.each(['constructor', 'toString', '__proto__'])('%s is no language', async language => {
  const [found] = await findings({
    talks: [
      {
        code: 'ABC',
        title: 'Care work',
        content_locale: language,
        duration: 30,
        start: '2026-12-18T10:00:00+01:00',
        end: '2026-12-18T10:30:00+01:00',
      },
    ],
    timezone: 'Europe/Berlin',
  })
  expect(found?.title).toBe('Care work')
  expect(found).not.toHaveProperty('languages')
})
