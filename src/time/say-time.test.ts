import { expect, test } from 'vitest'
import {
  cityOf,
  clockOf,
  sayClock,
  sayDay,
  sayDays,
  sayDuration,
  sayHour,
  sayMoment,
  sayOffset,
  sayWallClock,
  sayZone,
} from './say-time.ts'

const moment = Date.parse('2021-03-06T09:05:00Z')

test('a clock follows the locale: 24 hours with two digits, or 12 with its half', () => {
  expect(sayClock(moment, 'Asia/Manila', 'en-GB')).toBe('17:05')
  expect(sayClock(moment, 'UTC', 'en-GB')).toBe('09:05')
  expect(sayClock(moment, 'Asia/Manila', 'en-US').replace('\u202f', ' ')).toBe('5:05 PM')
  expect(sayWallClock('2021-03-06T09:05:00', 'en-GB')).toBe('09:05')
  expect([clockOf('en-GB'), clockOf('en-US'), clockOf('ar-EG')]).toEqual([24, 12, 12])
  expect(['en-US', 'de', 'fr', 'zh-CN'].map(locale => sayHour(moment, 'Asia/Manila', locale))).toEqual(
    Array(4).fill('17'),
  )
})

test('days and moments are said in words', () => {
  expect(sayDay('2021-03-06', 'long', 'en-GB')).toBe('Saturday 6 March')
  expect(sayDay('2021-03-06', 'short', 'en-GB')).toBe('Sat 6 Mar')
  expect(sayDay('2021-12-18', 'yearly', 'en-GB')).toBe('18 December')
  expect(sayDay('2021-03-06', 'full', 'ar')).toContain('مارس')
  expect(sayDays('2021-03-06', '2021-03-06', 'en-GB')).toBe(sayDay('2021-03-06', 'full', 'en-GB'))
  expect(sayDays('2021-03-06', '2021-03-08', 'en-GB')).toMatch(/^6\s?–\s?8 March 2021$/u)
  expect(sayMoment(moment, 'Asia/Manila', 'en-GB')).toBe('Saturday, 6 March 2021 at 17:05')
})

test('durations are rounded to what a reader asks', () => {
  expect(
    [20_000, 60_000, 99 * 60_000, 100 * 60_000, 47 * 3_600_000, 72 * 3_600_000].map(each =>
      sayDuration(each, 'en-GB'),
    ),
  ).toEqual(['1 minute', '1 minute', '99 minutes', '2 hours', '47 hours', '3 days'])
})

test('a zone is called by its city, else by its distance from UTC', () => {
  expect(cityOf('America/Argentina/Buenos_Aires', 'en')).toBe('Buenos Aires')
  expect(['UTC', 'Etc/GMT+3', '+05:30'].map(zone => cityOf(zone, 'ar'))).toEqual([null, null, null])
  expect(['Asia/Manila', 'UTC', '+05:30', '-03:00'].map(zone => sayZone(zone, moment, 'en-GB'))).toEqual([
    'Manila',
    'UTC',
    'UTC+5:30',
    'UTC−3',
  ])
  expect(sayOffset(moment, 'Asia/Kathmandu')).toBe('UTC+5:45')
})
