import { expect, test } from 'vitest'
import { compareDates, daysOf, precisionOf } from './edtf.ts'

test('a date is as precise as it is written', () => {
  expect(['2015', '2015-03', '2015-03-17', '2016-02-29'].map(precisionOf)).toEqual([
    'year',
    'month',
    'day',
    'day',
  ])
})

test('what is no day, month or year is none', () => {
  const none = [
    '',
    '15',
    '2015-13',
    '2015-00',
    '2015-02-29',
    '1900-02-29',
    '2015-04-31',
    '2015-3',
    '2015-03-17T10:00',
  ]
  expect(none.map(precisionOf)).toEqual(none.map(() => null))
})

test('a month has its own last day', () => {
  expect(daysOf('2000-02')).toEqual({ first: '2000-02-01', last: '2000-02-29' })
  expect(daysOf('1900-02').last).toBe('1900-02-28')
  expect(daysOf('0099').first).toBe('0099-01-01')
})

test('what may have begun first comes first, and the precise before the vague', () => {
  const dates = ['2016', '2015-03', '2015', '2015-01-01', '2015-01', '2014-12-31']
  expect(dates.toSorted(compareDates)).toEqual([
    '2014-12-31',
    '2015-01-01',
    '2015-01',
    '2015',
    '2015-03',
    '2016',
  ])
})
