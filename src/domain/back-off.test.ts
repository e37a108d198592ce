import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pauseAfter } from './back-off.ts'

test('pauses grow threefold up to four hours', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7, 8, 50].map(attempt => pauseAfter(attempt, 1) / 1000)
  expect(longest).toEqual([30, 90, 270, 810, 2430, 7290, 14_400, 14_400, 14_400])
})

test('a pause is between half of the longest and the longest, as chance has it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempt, chance) => {
        const pause = pauseAfter(attempt, chance)
        const whole = pauseAfter(attempt, 1)
        expect(pause).toBeGreaterThanOrEqual(whole / 2)
        expect(pause).toBeLessThanOrEqual(whole)
      },
    ),
  )
})
