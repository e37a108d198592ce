import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { startOfDay } from '../time/days.ts'
import { lanesOf, windowOf } from './fifty-hours.ts'

const anyBar = fc
  .record({ startsAt: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 20 }) })
  .map(({ startsAt, length }) => ({ startsAt, endsAt: startsAt + length }))

describe('the fifty hours of a day', () => {
  test('begin with the day of Kiritimati and end with that of Baker Island', () => {
    expect(windowOf('2020-12-18')).toEqual({
      startsAt: startOfDay('2020-12-18', 'Pacific/Kiritimati'),
      endsAt: startOfDay('2020-12-19', '-12:00'),
      hours: 50,
    })
  })

  test('are as many more as there are days', () => {
    expect(windowOf('2021-03-06', '2021-03-12').hours).toBe(50 + 6 * 24)
  })
})

describe('lanes', () => {
  test('never hold two bars at once, and are as few as there are bars at once', () => {
    fc.assert(
      fc.property(fc.array(anyBar), fc.integer({ min: 1, max: 10 }), (bars, least) => {
        const { lanes, count } = lanesOf(bars, least)
        const seen = bars.map(({ startsAt, endsAt }) => ({
          startsAt,
          endsAt: Math.max(endsAt, startsAt + least),
        }))
        const atOnce = (moment: number) =>
          seen.filter(bar => bar.startsAt <= moment && moment < bar.endsAt).length
        expect(count).toBe(Math.max(0, ...seen.map(({ startsAt }) => atOnce(startsAt))))
        expect(new Set(lanes).size).toBe(count)
        seen.forEach((a, i) => {
          seen.forEach((b, j) => {
            if (i < j && lanes[i] === lanes[j])
              expect(a.endsAt <= b.startsAt || b.endsAt <= a.startsAt).toBe(true)
          })
        })
      }),
    )
  })

  test('keep the order of bars that begin together, and are filled from the first', () => {
    const bars = [
      { startsAt: 0, endsAt: 10 },
      { startsAt: 0, endsAt: 5 },
      { startsAt: 5, endsAt: 9 },
      { startsAt: 10, endsAt: 12 },
    ]
    expect([...lanesOf(bars).lanes]).toEqual([0, 1, 1, 0])
  })
})
