import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ceilingAt,
  hasFailedLong,
  learnedPace,
  nextAttempt,
  nextReading,
  shortestPace,
} from './source-pace.ts'

const hour = 3_600_000
const day = 24 * hour
const now = Date.parse('2020-12-01T12:00:00Z')

test('a source is read hourly on the day itself, daily near it, weekly far from it and rarely else', () => {
  const ceiling = (next: number | null, last: number | null = null) => ceilingAt({ now, next, last })
  expect(ceiling(now + 5 * hour)).toBe(hour)
  expect(ceiling(now - hour)).toBe(hour)
  expect(ceiling(now + 3 * day)).toBe(day)
  expect(ceiling(now + 60 * day)).toBe(7 * day)
  expect(ceiling(now + 200 * day)).toBe(28 * day)
  expect(ceiling(null, now - 3 * day)).toBe(day)
  expect(ceiling(null, now - 60 * day)).toBe(7 * day)
  expect(ceiling(null, now - 400 * day)).toBe(28 * day)
})

const span = fc.integer({ min: -400 * day, max: 400 * day })
const pacing = fc.record({
  now: fc.constant(now),
  next: fc.option(span.map(ms => now + ms)),
  last: fc.option(span.map(ms => now + ms)),
  chance: fc.double({ min: 0, max: 1, noNaN: true }),
})
const pace = fc.integer({ min: hour, max: 28 * day })

test('the next reading is ahead, not before an hour less a tenth, and never later than pace and ceiling allow', () => {
  fc.assert(
    fc.property(pace, pacing, (pace, given) => {
      const wait = nextReading(pace, given) - now
      expect(wait).toBeGreaterThanOrEqual(Math.floor(shortestPace * 0.9))
      expect(wait).toBeLessThanOrEqual(Math.min(pace, ceilingAt(given)))
    }),
  )
})

test('no reading is put off beyond the moment from which the source is to be read more often', () => {
  fc.assert(
    fc.property(pace, pacing, (pace, given) => {
      const at = nextReading(pace, given)
      if (given.next === null) return
      for (const days of [90, 14, 1]) {
        const turn = given.next - days * day
        if (turn - now > shortestPace) expect(at <= turn || turn <= now).toBe(true)
      }
    }),
  )
})

test('what changes is read more often and what does not ever less, within an hour and four weeks', () => {
  fc.assert(
    fc.property(pace, fc.array(fc.boolean(), { maxLength: 40 }), (first, changes) => {
      let pace = first
      for (const changed of changes) {
        const next = learnedPace(pace, changed)
        expect(changed ? next <= pace : next >= pace).toBe(true)
        expect(next >= hour && next <= 28 * day).toBe(true)
        pace = next
      }
    }),
  )
})

test('what fails is tried later and later, hourly on the day itself, and not before the site asked for', () => {
  const far = { now, next: now + 60 * day, last: null, chance: 1 }
  const waits = [1, 2, 3, 4, 5, 9].map(failures => nextAttempt(failures, undefined, far) - now)
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(waits[0]).toBeLessThan(hour)
  expect(waits.at(-1)).toBe(day)
  expect(nextAttempt(9, undefined, { ...far, next: now + 2 * hour }) - now).toBe(hour)
  expect(nextAttempt(1, 7200, far) - now).toBe(2 * hour)
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.option(fc.nat()),
      pacing,
      (failures, seconds, given) => {
        const wait = nextAttempt(failures, seconds ?? undefined, given) - now
        expect(wait > 0 && wait <= 7 * day).toBe(true)
      },
    ),
  )
})

test('a source is given up after a week of failures, and not after a bad hour', () => {
  expect(hasFailedLong(20, now - 6 * day, now)).toBe(false)
  expect(hasFailedLong(3, now - 30 * day, now)).toBe(false)
  expect(hasFailedLong(8, now - 7 * day, now)).toBe(true)
})
