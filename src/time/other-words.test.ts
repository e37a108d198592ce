import { expect, test } from 'vitest'
import { readTime } from './read-time.ts'

/** Days and hours as they are read, without the year, and what is doubted of them. */
function told(phrase: string): string {
  const { readings, sessions, doubts } = readTime(phrase, { published: '2026-11-30', zone: 'Europe/London' })
  const all = sessions ?? readings.slice(0, 1)
  const times = all.map(({ start, end }) => [start, end].flatMap(one => one?.slice(5, 16) ?? []).join('/'))
  return [...times, ...doubts.map(({ code }) => code)].join(' ')
}

test.each([
  ['Fri 18 Dec 2026, 20.00 Ron Carter Quartet', '12-18T20:00'],
  ['12 Dec 2026 18.00 PHP Meetup', '12-12T18:00'],
  ['12 Dec 2026, 18.00 ft. DJ Anna', '12-12T18:00'],
  ['18 December 2026, 18.30 Som Energia assembly', '12-18T18:30'],
  ['18 dicembre 2026, ore 18.30 Lei non sa chi sono io', '12-18T18:30'],
  ['12 december 2026 kl. 18.00 din guide till staden', '12-12T18:00'],
  ['12 decembrie 2026, ora 18.00, 20 lei', '12-12T18:00'],
  ['12 decembrie 2026, 18.00 lei', '12-12'],
  ['18 декабря 2026, цена 15.00 руб., начало 19.00', '12-18T19:00'],
])('a word that is also a name of money: %s', (phrase, time) => {
  expect(told(phrase)).toBe(time)
})
