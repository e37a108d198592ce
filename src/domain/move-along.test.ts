import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../time/days.ts'
import type { EventTime } from './event-time.ts'
import type { FieldDoubt } from './finding.ts'
import { moveAlong } from './move-along.ts'

const at = (start: string, end: string | null = null, zone: string | null = 'Europe/Berlin'): EventTime => ({
  precision: 'moment',
  start: `2020-12-${start}:00`,
  end: end && `2020-12-${end}:00`,
  zone,
})
const day = (start: string): EventTime => ({ precision: 'all-day', start, end: null, zone: null })
const moved = (time: EventTime, from: EventTime, to: EventTime) =>
  moveAlong({ time, doubts: [] }, from, to).time

describe('a session goes along with its event', () => {
  test('as far on the clocks on the wall, with its end', () => {
    expect(moved(at('18T23:30', '19T00:30'), at('18T14:00'), at('20T15:30'))).toEqual(
      at('21T01:00', '21T02:00'),
    )
  })

  test('into the zone of the event, where it was in that', () => {
    const [from, to] = [at('18T14:00'), at('18T14:00', null, 'America/New_York')]
    expect(moved(at('18T15:00'), from, to)).toEqual(at('18T15:00', null, 'America/New_York'))
    expect(moved(at('18T15:00', null, 'Asia/Manila'), from, to).zone).toBe('Asia/Manila')
  })

  test('by days, where one of both tells no more', () => {
    expect(moved(at('18T15:00'), day('2020-12-18'), at('20T09:00')).start).toBe('2020-12-20T15:00:00')
    expect(moved(at('18T15:00'), at('18T14:00'), day('2021-01-18')).start).toBe('2021-01-18T15:00:00')
    expect(moved(day('2020-12-19'), at('18T14:00'), at('20T09:00'))).toEqual(day('2020-12-21'))
  })

  test('but not where one of them has no day', () => {
    const none: EventTime = { precision: 'not-told', start: null, end: null, zone: null }
    expect(moved(none, at('18T14:00'), at('20T14:00'))).toEqual(none)
    expect(moved(at('18T15:00'), none, at('20T14:00'))).toEqual(at('18T15:00'))
    expect(moved(at('18T15:00'), at('18T14:00'), none)).toEqual(at('18T15:00'))
  })

  test('and what was in doubt is in doubt about the new time', () => {
    const doubt: FieldDoubt = {
      code: 'zone-ambiguous',
      field: 'start',
      says: 'IST',
      choices: [
        { start: '2020-12-18T15:00:00+05:30[Asia/Kolkata]' },
        { start: '2020-12-18T15:00:00+00:00[Europe/Dublin]' },
      ],
    }
    const session = { time: at('18T15:00', null, 'Asia/Kolkata'), doubts: [doubt] }
    expect(
      moveAlong(session, at('18T14:00'), at('20T14:00')).doubts[0]!.choices!.map(({ start }) => start),
    ).toEqual(['2020-12-20T15:00:00+05:30[Asia/Kolkata]', '2020-12-20T15:00:00+00:00[Europe/Dublin]'])
  })

  test('there and back again, whatever the clocks do in between', () => {
    const days = fc.integer({ min: -400, max: 400 })
    const minutes = fc.integer({ min: 0, max: 1439 })
    const wall = (days: number, minute: number) =>
      `${addDays('2020-03-28', days)}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`
    const time = fc
      .tuple(days, minutes)
      .map(([count, minute]): EventTime => ({ ...at('18T00:00'), start: wall(count, minute) }))
    fc.assert(
      fc.property(time, time, time, (session, from, to) => {
        expect(moved(moved(session, from, to), to, from)).toEqual(session)
      }),
    )
  })
})
