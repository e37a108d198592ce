import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextDays, nextObserved } from './next-days.ts'

const told = (startsOn: string, endsOn: string, observed: string | null = null) =>
  nextDays({ startsOn, endsOn }, observed).map(({ rule, days }) => `${rule} ${days.startsOn}/${days.endsOn}`)

describe('the days of the next edition', () => {
  test('are the day that is observed, or the same weekday', () => {
    expect(told('2020-12-18', '2020-12-18', '--12-18')).toEqual([
      'observed 2021-12-18/2021-12-18',
      'weekday 2021-12-17/2021-12-17',
    ])
  })
  test('are the first Saturday again, and as many', () => {
    expect(told('2021-03-06', '2021-03-07')).toEqual([
      'date 2022-03-06/2022-03-07',
      'weekday 2022-03-05/2022-03-06',
    ])
  })
  test('are in February in every year', () => {
    expect(told('2024-02-29', '2024-03-01')).toEqual([
      'date 2025-02-28/2025-03-01',
      'weekday 2025-02-27/2025-02-28',
    ])
  })
  test('keep weekday, month and length', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 20 }),
        (date, more) => {
          const startsOn = date.toISOString().slice(0, 10)
          const endsOn = new Date(Date.parse(startsOn) + more * 86_400_000).toISOString().slice(0, 10)
          const all = nextDays({ startsOn, endsOn }, null)
          const weekday = (all.find(({ rule }) => rule === 'weekday') ?? all[0]!).days
          const of = (day: string) => new Date(`${day}T00:00Z`).getUTCDay()
          expect(of(weekday.startsOn)).toBe(of(startsOn))
          expect(weekday.startsOn.slice(0, 7)).toBe(
            `${Number(startsOn.slice(0, 4)) + 1}${startsOn.slice(4, 7)}`,
          )
          expect((Date.parse(weekday.endsOn) - Date.parse(weekday.startsOn)) / 86_400_000).toBe(more)
        },
      ),
    )
  })
})

test('an observed day comes next this year or in the next', () => {
  expect(nextObserved('--12-18', '2020-12-18')).toBe('2020-12-18')
  expect(nextObserved('--12-18', '2020-12-19')).toBe('2021-12-18')
  expect(nextObserved('--02-29', '2021-01-01')).toBe('2021-02-28')
})
