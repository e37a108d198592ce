import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyMoment, anyZone, eventAt, someEntries } from '../../test/arbitrary.ts'
import { aheadMs, dayAt, dayWatch, placesInDay } from './day-watch.ts'
import type { Entry } from './entry.ts'

const reckoning = { zone: 'UTC', assumedMinutes: 60 }
const at = (moment: string) => Date.parse(moment)
const event = (title: string, start: string, end: string, more: Partial<Entry> = {}) =>
  eventAt(start, end, 'UTC', { title, state: 'published', ...more })

test('an event is watched in one place at most: while it is on, before it begins, or until it is recorded', () => {
  fc.assert(
    fc.property(someEntries, anyMoment, anyZone, (entries, now, zone) => {
      const { on, next, unrecorded } = dayWatch(entries, now, { zone, assumedMinutes: 60 })
      const all = [...on, ...next, ...unrecorded]
      expect(new Set(all.map(({ entry }) => entry)).size).toBe(all.length)
      for (const { span } of on) expect(span.start <= now && now < span.end).toBe(true)
      for (const { span } of next) expect(span.start > now && span.start <= now + aheadMs).toBe(true)
      for (const { span } of unrecorded) expect(span.end <= now).toBe(true)
      expect(next.map(({ span }) => span.start)).toEqual(
        next.map(({ span }) => span.start).toSorted((a, b) => a - b),
      )
    }),
    { numRuns: 300 },
  )
})

test('who watches sees what is on, what begins within two hours, and what is over without a recording', () => {
  const entries = [
    event('long', '2020-12-18T09:00', '2020-12-18T16:00'),
    event('short', '2020-12-18T12:00', '2020-12-18T13:00'),
    event('soon', '2020-12-18T14:15', '2020-12-18T15:00'),
    event('late', '2020-12-18T14:45', '2020-12-18T15:00'),
    event('cancelled', '2020-12-18T13:00', '2020-12-18T14:00', { status: 'cancelled' }),
    event('draft', '2020-12-18T13:00', '2020-12-18T14:00', { state: 'draft' }),
    event('over', '2020-12-18T10:00', '2020-12-18T11:00'),
    event('promised', '2020-12-17T10:00', '2020-12-17T11:00', {
      recording: 'expected',
      attendance: 'offline',
    }),
    event('in a room', '2020-12-18T10:00', '2020-12-18T11:00', { attendance: 'offline' }),
    event('never', '2020-12-18T10:00', '2020-12-18T11:00', { recording: 'none' }),
    event('long ago', '2020-12-14T10:00', '2020-12-14T11:00'),
  ]
  const watch = dayWatch(entries, at('2020-12-18T12:30Z'), reckoning)
  const titles = Object.fromEntries(
    Object.entries(watch).map(([name, all]) => [name, all.map(({ entry }) => entry.title)]),
  )
  expect(titles).toEqual({ on: ['short', 'long'], next: ['soon'], unrecorded: ['over', 'promised'] })
})

test('a day is told by its hour of fifty, and by the places that still have it', () => {
  const [first, last] = ['2020-12-18', '2020-12-18']
  expect(dayAt(first, last, at('2020-12-17T09:00Z'))).toEqual({ hours: 50, beginsIn: 3_600_000 })
  expect(dayAt(first, last, at('2020-12-17T10:00Z'))).toEqual({ hours: 50, hour: 1 })
  expect(dayAt(first, last, at('2020-12-19T11:59Z'))).toEqual({ hours: 50, hour: 50 })
  expect(dayAt(first, last, at('2020-12-19T12:30Z'))).toEqual({ hours: 50, overSince: 1_800_000 })
  expect(placesInDay(first, last, at('2020-12-17T10:30Z'))).toEqual(['Pacific/Kiritimati'])
  expect(placesInDay(first, last, at('2020-12-19T09:00Z'))).toEqual(['Pacific/Honolulu', 'Pacific/Pago_Pago'])
  expect(placesInDay(first, last, at('2020-12-19T11:30Z'))).toEqual([])
})
