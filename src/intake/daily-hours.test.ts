import { describe, expect, test } from 'vitest'
import { readTime } from '../time/read-time.ts'
import { openDays } from './daily-hours.ts'
import { inspect } from './inspect.ts'
import { readPost } from './post/read-post.ts'

const found = (line: string) =>
  [
    ...readPost(new TextEncoder().encode(`# Migrants Day 2026\n\n- ${line}\n`), {
      readOn: '2026-12-01',
      zone: 'Europe/Berlin',
    }),
  ].flatMap(one => ('finding' in one ? [one.finding] : []))

describe('what is open each day of a week is told with its first and its last day', () => {
  test.each([
    '14-20 December 2026, daily 10:00-17:30',
    '14 to 20 December 2026, every day 10am–5pm',
    'vom 14. bis 20. Dezember 2026, täglich 10–17 Uhr',
    'du 14 au 20 décembre 2026, chaque jour de 10h à 17h',
    'du 14 au 20 décembre 2026, tous les jours de 10h à 17h',
    'del 14 al 20 de diciembre de 2026, todos los días de 10:00 a 17:00',
    'dal 14 al 20 dicembre 2026, tutti i giorni dalle 10:00 alle 17:00',
  ])('%s', phrase => {
    const { sessions = [] } = readTime(phrase, { zone: 'Europe/Berlin', published: '2026-12-01' })
    expect(sessions).toHaveLength(7)
    expect(openDays(sessions)).toEqual({ start: '2026-12-14', end: '2026-12-20' })
  })

  test('and keeps its hours in the words', () => {
    expect(
      found('Exhibition “Arrivals”, City Museum, Munich, 14-20 December 2026, daily 10:00-17:30'),
    ).toMatchObject([
      {
        kind: 'event',
        title: expect.stringMatching(/^Exhibition “Arrivals”/),
        start: '2026-12-14',
        end: '2026-12-20',
        allDay: true,
        told: { start: '14-20 December 2026, daily 10:00-17:30' },
      },
    ])
  })
})

test('a meeting of an hour on each of several days is one event with its sessions', () => {
  const [meeting] = found('[Reading circle](https://a.example/r), 9–11 December, daily 15:00–16:00 CET')
  expect(meeting?.sessions?.map(({ start }) => start?.slice(0, 16))).toEqual([
    '2026-12-09T15:00',
    '2026-12-10T15:00',
    '2026-12-11T15:00',
  ])
})

test('a page tells it with both days, too', async () => {
  const page = `<!doctype html><html lang="en"><head><title>Arrivals</title>
<meta property="og:title" content="Arrivals: a festival"><meta property="og:type" content="event"></head>
<body><main><article><h1>Arrivals: a festival</h1><p>When: 14-20 December 2026, daily 10:00-17:30</p>
<p>Where: City Museum, Munich</p><p>Join us and see what people kept.</p></article></main></body></html>`
  const lines = [...(await inspect(Buffer.from(page), { zone: 'Europe/Berlin', readOn: '2026-12-01' }))]
  expect(lines).toMatchObject([{ finding: { start: '2026-12-14', end: '2026-12-20', allDay: true } }])
})
