import fc from 'fast-check'
import { expect, test } from 'vitest'
import { niceTicks, yearTicks } from './nice-ticks.ts'
import { spread } from './spread.ts'

const places = fc.array(fc.double({ min: 0, max: 280, noNaN: true }), { maxLength: 30 })

test('labels never stand closer than they may where there is room, and stay within it', () => {
  fc.assert(
    fc.property(places, fc.double({ min: 1, max: 20, noNaN: true }), (wanted, apart) => {
      const room = 280
      const gap = wanted.length > 1 ? Math.min(apart, room / (wanted.length - 1)) : 0
      const sorted = spread(wanted, apart, room).sort((a, b) => a - b)
      for (const [index, place] of sorted.entries()) {
        expect(place).toBeGreaterThanOrEqual(-1e-6)
        expect(place).toBeLessThanOrEqual(room + 1e-6)
        if (index) expect(place - sorted[index - 1]!).toBeGreaterThanOrEqual(gap - 1e-6)
      }
    }),
  )
})

test('labels keep the order of what they name, and those with room stay where they are', () => {
  fc.assert(
    fc.property(places, wanted => {
      const given = spread(wanted, 18, 280)
      for (const [one, place] of wanted.entries())
        for (const [other, another] of wanted.entries())
          if (place < another) expect(given[one]!).toBeLessThanOrEqual(given[other]! + 1e-6)
    }),
  )
  expect(spread([10, 100, 200], 18, 280)).toEqual([10, 100, 200])
  expect(spread([100, 100, 100], 18, 280)).toEqual([82, 100, 118])
  expect(spread([0, 0, 280], 20, 280)).toEqual([0, 20, 280])
  expect(spread([], 18, 280)).toEqual([])
})

test('the lines of a scale are round, few, and hold every value between them', () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true })
  fc.assert(
    fc.property(value, value, (one, other) => {
      const ticks = niceTicks(one, other)
      expect(ticks.length).toBeGreaterThan(1)
      expect(ticks.length).toBeLessThanOrEqual(6)
      expect(ticks[0]!).toBeLessThanOrEqual(Math.min(one, other) + 1e-6)
      expect(ticks.at(-1)!).toBeGreaterThanOrEqual(Math.max(one, other) - 1e-6)
      for (const [index, tick] of ticks.entries()) if (index) expect(tick).toBeGreaterThan(ticks[index - 1]!)
    }),
    { numRuns: 2000 },
  )
  expect(niceTicks(0, 196)).toEqual([0, 50, 100, 150, 200])
  expect(niceTicks(0, 0.43)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5])
  expect(niceTicks(7, 7)).toEqual([0, 2, 4, 6, 8])
  expect(niceTicks(0, 0)).toEqual([0, 1])
  expect(niceTicks(0, 5e-324)).toEqual([0, 1])
  expect(niceTicks(7, 7 + 1e-12)).toEqual([0, 2, 4, 6, 8])
})

test('years below a scale are evenly apart', () => {
  expect(yearTicks(1966, 2024)).toEqual([1970, 1980, 1990, 2000, 2010, 2020])
  expect(yearTicks(2016, 2021)).toEqual([2016, 2017, 2018, 2019, 2020, 2021])
  expect(yearTicks(2020, 2020)).toEqual([2020])
})
