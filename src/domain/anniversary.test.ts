import { expect, test } from 'vitest'
import { anniversaryOf, rememberedOf, yearsSince } from './anniversary.ts'

test('an edition on the day of the founding keeps the anniversary', () => {
  expect(anniversaryOf('1990-12-18', '2020-12-18')).toBe(30)
  expect(anniversaryOf('1990-12-18', '2020-12-14', '2020-12-20')).toBe(30)
  expect(anniversaryOf('1991-01-01', '2020-12-30', '2021-01-02')).toBe(30)
})

test('an edition on another day keeps none, nor does one in the year of the founding or before it', () => {
  expect(anniversaryOf('1990-12-18', '2020-12-17')).toBe(null)
  expect(anniversaryOf('1990-12-18', '1990-12-18')).toBe(null)
  expect(anniversaryOf('1990-12-18', '1980-12-18')).toBe(null)
  expect(anniversaryOf(null, '2020-12-18')).toBe(null)
})

test('a founding whose day is not known is remembered in its month, or all year', () => {
  expect(anniversaryOf('1990', '2020-12-18')).toBe(30)
  expect(anniversaryOf('1990-12', '2020-12-18')).toBe(30)
  expect(anniversaryOf('1990-11', '2020-12-18')).toBe(null)
})

test('29 February is remembered on the 28th in other years', () => {
  expect(anniversaryOf('2000-02-29', '2021-02-28')).toBe(21)
  expect(anniversaryOf('2000-02-29', '2020-02-28')).toBe(null)
  expect(anniversaryOf('2000-02-29', '2020-02-29')).toBe(20)
})

test.each([
  ['1990-12-18', '2020-12-17', 29],
  ['1990-12-18', '2020-12-18', 30],
  ['1990-12', '2020-12-01', 30],
  ['1990', '2020-01-01', 30],
  ['2020-02-29', '2021-02-28', 1],
  ['2020-12-18', '2021-12-17', null],
  ['2030', '2021-12-17', null],
  ['soon', '2021-12-17', null],
  [null, '2021-12-17', null],
])('from %s to %s are %s whole years', (founded, today, years) => {
  expect(yearsSince(founded, today)).toBe(years)
})

test('of a figure is remembered what its notes tell, and who was the first, the oldest first', () => {
  const plain = { note: null, who: null, act: null }
  const points = [
    { ...plain, date: '1990-12-18', note: 'adopted' },
    { ...plain, date: '2003-07-01', note: 'in force' },
    { ...plain, date: '2020-12-18' },
    { ...plain, date: '1993-02-19', who: 'EG', act: 'joined' as const },
    { ...plain, date: '1993-06-21', who: 'MA', act: 'joined' as const },
  ]
  expect(rememberedOf(points, '2020-12-18')).toEqual([
    { note: 'adopted', who: null, date: '1990-12-18', years: 30 },
    { note: null, who: 'EG', date: '1993-02-19', years: 27 },
    { note: 'in force', who: null, date: '2003-07-01', years: 17 },
  ])
  expect(rememberedOf(points, '1991-01-01')).toEqual([])
})
