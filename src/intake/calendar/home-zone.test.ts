import { expect, test } from 'vitest'
import { readCalendar } from './read-calendar.ts'

function starts(...lines: string[]): unknown[] {
  const text = ['BEGIN:VCALENDAR', 'VERSION:1.0', ...lines, 'END:VCALENDAR'].join('\r\n')
  return [...readCalendar(Buffer.from(text), {})].flatMap(line =>
    'finding' in line ? [[line.finding.start, line.finding.doubts?.map(({ code }) => code)]] : [],
  )
}

const summer = ['BEGIN:VEVENT', 'SUMMARY:a', 'DTSTART:20260718T140000', 'END:VEVENT']
const nextWinter = ['BEGIN:VEVENT', 'SUMMARY:b', 'DTSTART:20271218T140000', 'END:VEVENT']

test('a vCalendar 1.0 tells by its clocks in which zone all its times are', () => {
  const newYork = ['TZ:-05', 'DAYLIGHT:TRUE;-04;20260308T020000;20261101T020000;EST;EDT']
  expect(starts(...newYork, ...summer, ...nextWinter)).toEqual([
    ['2026-07-18T14:00:00-04:00[America/New_York]', undefined],
    ['2027-12-18T14:00:00-05:00[America/New_York]', undefined],
  ])
})

test('clocks told in UTC, and those of the southern half, are known as well', () => {
  const berlin = ['TZ:+01:00', 'DAYLIGHT:TRUE;+02:00;20260329T010000Z;20261025T010000Z;CET;CEST']
  expect(starts(...berlin, ...summer)).toEqual([['2026-07-18T14:00:00+02:00[Europe/Berlin]', undefined]])
  const sydney = ['TZ:+1000', 'DAYLIGHT:TRUE;+1100;20261004T020000;20270404T030000;AEST;AEDT']
  expect(starts(...sydney, ...summer)).toEqual([['2026-07-18T14:00:00+10:00[Australia/Sydney]', undefined]])
})

test('clocks that nobody has are taken as they are told', () => {
  const own = ['TZ:+01:00', 'DAYLIGHT:TRUE;+03:00;20260601T000000;20260801T000000;X;Y']
  expect(starts(...own, ...summer, ...nextWinter)).toEqual([
    ['2026-07-18T14:00:00+03:00[+03:00]', undefined],
    ['2027-12-18T14:00:00+01:00[+01:00]', ['zone-season']],
  ])
})

test('an offset alone leaves open whether clocks are put forward', () => {
  expect(starts('TZ:-05', ...summer)).toEqual([['2026-07-18T14:00:00-05:00[-05:00]', ['zone-season']]])
  expect(starts('TZ:-05', 'DAYLIGHT:FALSE', ...summer)).toEqual([
    ['2026-07-18T14:00:00-05:00[-05:00]', undefined],
  ])
})
