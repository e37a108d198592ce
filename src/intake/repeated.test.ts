import { describe, expect, test } from 'vitest'
import type { Finding } from '../domain/finding.ts'
import { inspect } from './inspect.ts'

const calendar = (...events: string[]) =>
  Buffer.from(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}END:VCALENDAR\r\n`)
const event = (...lines: string[]) => `BEGIN:VEVENT\r\n${lines.join('\r\n')}\r\nEND:VEVENT\r\n`
const read = async (bytes: Uint8Array, options = {}): Promise<Finding[]> =>
  [...(await inspect(bytes, { repeated: 'one', ...options }))].flatMap(line =>
    'finding' in line ? [line.finding] : [],
  )

const weekly = event(
  'UID:w@x',
  'DTSTART;TZID=Europe/Berlin:20261204T180000',
  'DTEND;TZID=Europe/Berlin:20261204T190000',
  'RRULE:FREQ=WEEKLY;COUNT=3',
  'SUMMARY:Choir practice',
  'DESCRIPTION:Everybody may sing',
)
const moved = event(
  'UID:w@x',
  'RECURRENCE-ID;TZID=Europe/Berlin:20261204T180000',
  'DTSTART;TZID=Europe/Berlin:20261205T180000',
  'SUMMARY:Choir practice in the park',
)
const single = event('UID:s@x', 'DTSTART:20261218T100000Z', 'SUMMARY:Opening')

describe('a series of meetings', () => {
  test('is one event from its first to its last day, with its dates inside, each with what it has of its own', async () => {
    const [choir, opening, ...more] = await read(calendar(weekly, moved, single))
    expect([more.length, opening!.title]).toEqual([0, 'Opening'])
    expect([choir!.title, choir!.start, choir!.end, choir!.summary, choir!.uid, choir!.recurrenceId]).toEqual(
      ['Choir practice', '2026-12-05', '2026-12-18', 'Everybody may sing', 'w@x', undefined],
    )
    expect(choir!.sessions!.map(({ title, start, summary }) => [title, start, summary])).toEqual([
      ['Choir practice in the park', '2026-12-05T18:00:00+01:00[Europe/Berlin]', undefined],
      ['Choir practice', '2026-12-11T18:00:00+01:00[Europe/Berlin]', undefined],
      ['Choir practice', '2026-12-18T18:00:00+01:00[Europe/Berlin]', undefined],
    ])
  })

  test('of which one date is in the days asked for is that one, and keeps its name', async () => {
    const [choir] = await read(calendar(weekly), { from: '2026-12-18', to: '2026-12-18' })
    expect([choir!.start, choir!.sessions, choir!.uid, choir!.recurrenceId]).toEqual([
      '2026-12-18T18:00:00+01:00[Europe/Berlin]',
      undefined,
      'w@x',
      undefined,
    ])
  })

  test('is as many events as it has dates, where nobody says so', async () => {
    expect(await read(calendar(weekly), { repeated: 'each' })).toHaveLength(3)
  })
})
