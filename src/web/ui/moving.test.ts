import { expect, test } from 'vitest'
import { movingUntil } from './moving.ts'

const day = { startsOn: '2020-12-18', endsOn: '2020-12-18' }
const begins = Date.parse('2020-12-17T10:00Z')
const ends = Date.parse('2020-12-19T12:00Z')

test('while the now-line moves a page lasts a minute at most', () => {
  expect(movingUntil(day, begins, ends)).toBe(begins + 60_000)
  expect(movingUntil(day, begins, begins + 5000)).toBe(begins + 5000)
})

test('before and after the fifty hours it lasts until something changes', () => {
  expect(movingUntil(day, begins - 1, ends)).toBe(ends)
  expect(movingUntil(day, ends, ends + 9_000_000)).toBe(ends + 9_000_000)
})
