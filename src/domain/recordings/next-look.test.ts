import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LookPacing, nextLook } from './next-look.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const start = 1_000 * day
const end = start + 90 * minute

function wait(told: Partial<LookPacing>): number {
  const pacing: LookPacing = {
    now: end,
    start,
    end,
    isStreamed: true,
    standing: 'open',
    isLive: false,
    failures: 0,
    retryAfter: null,
    chance: 0.5,
    ...told,
  }
  return (nextLook(pacing) - pacing.now) / minute
}

test.each([
  ['a stream hours before it begins: shortly before the start', { now: start - 3 * hour }, 175],
  ['a stream that should be on: every few minutes', { now: start + 20 * minute }, 5],
  ['without a stream, while it is on: after its end', { now: start, isStreamed: false }, 100],
  ['a stream that is on past its end', { now: end + hour, isLive: true }, 5],
  ['soon after the end', { now: end + hour }, 20],
  ['the day after', { now: end + 30 * hour }, 12 * 60],
  ['half a year after', { now: end + 170 * day }, 14 * 24 * 60],
  ['ten years after', { now: end + 3650 * day }, 60 * 24 * 60],
  ['one that is known, years after', { now: end + 3650 * day, standing: 'known' as const }, 90 * 24 * 60],
  ['one that is being made', { now: end + 5 * hour, standing: 'making' as const }, 30],
  ['one that seems to be gone', { now: end + 400 * day, standing: 'unsure' as const }, 6 * 60],
])('%s', (_, told, minutes) => {
  expect(wait(told)).toBe(minutes)
})

test('whoever asks for patience, or cannot be read, is asked later and not for ever', () => {
  expect(wait({ now: start + minute, retryAfter: 3600 })).toBe(60)
  expect(wait({ now: start + minute, failures: 1 })).toBe(5)
  expect(wait({ now: start + minute, failures: 6 })).toBeGreaterThan(60)
  fc.assert(
    fc.property(
      fc.nat(1000),
      fc.nat(4000),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, days, chance) => {
        const minutes = wait({ now: end + days * day, failures, chance, retryAfter: failures * 10_000 })
        expect(minutes).toBeGreaterThan(4)
        expect(minutes).toBeLessThan(100 * 24 * 60)
      },
    ),
  )
})
