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

test.each([
  ['Talk on 5 nm chips, 12 December 2026', '12-12'],
  ['Meeting 12 December 2026, 3 VM', '12-12'],
  ['12 December 2026, 2 ATM machines', '12-12'],
  ['Sondag 13 Desember 2026 om 3nm', '12-13T15:00'],
])('a word that is also a half of the day: %s', (phrase, time) => {
  expect(told(phrase)).toBe(time)
})

test.each([
  ["12 Aralık 2026, 7'den 70'e herkes", '12-12'],
  ['12 Aralık 2026, 6 ile 10 yaş arasında', '12-12'],
  ['12 Aralık 2026 10 ile 12 arasında', '12-12T10:00/12-12T12:00'],
  ['Arsenal – Chelsea, 12 December 2026, 3-1', '12-12'],
  ['Saturday 12 December 2026, 2-4', '12-12T14:00/12-12T16:00'],
  ['Saturday 12 December 2026, 7-9', '12-12T19:00/12-12T21:00 time-half'],
  ['Saturday 12 December 2026, 11-3', '12-12T11:00/12-12T15:00'],
  ['12 December 2026, 7 & 9 PM', '12-12T19:00 12-12T21:00'],
  ['12 December 2026, 10 & 1 PM', '12-12T10:00 12-12T13:00'],
  ['18 декабря 2026, с двух до трех', '12-18T14:00/12-18T15:00'],
])('figures of what is no hour, and halves that are not told: %s', (phrase, time) => {
  expect(told(phrase)).toBe(time)
})

test.each([
  ['Film 6pm, concert 8pm, 12 December 2026', '12-12T18:00 12-12T20:00'],
  ['12. Dezember 2026, Messe 10 Uhr, Konzert 17 Uhr', '12-12T10:00 12-12T17:00'],
  ['12 December 2026, Repair Café 10:00, Vortrag 14:00', '12-12T10:00 12-12T14:00'],
  ['12 décembre 2026, à la Porte Saint-Martin 18h30, suivi d’un concert 20h', '12-12T18:30 12-12T20:00'],
  ['12 December 2026: Doors Open 6pm, show 8pm', '12-12T20:00'],
  ['2026年12月18日(金)10名 19時開場 19時30分開演', '12-18T19:30'],
])('what begins before another thing is not always its doors: %s', (phrase, time) => {
  expect(told(phrase)).toBe(time)
})

test.each([
  ['Fri 4 LED lights workshop 7pm', '12-04T19:00 date-missing'],
  ['Sat 12 Dub night, 8pm', '12-05T20:00 date-missing'],
  ['4. Lip Sync Battle 2026', ''],
  ['pią 4 gru, 19:00', '12-04T19:00'],
])('a word that is a month cut short in another tongue: %s', (phrase, time) => {
  expect(told(phrase)).toBe(time)
})

test.each([
  ['12. Dezember 2026: wer, wo, was: 15 Uhr Kaffee, 17 Uhr Film', '12-12T15:00 12-12T17:00'],
  ['As it was at 3pm, so at 5pm, 12 December 2026', '12-12T15:00 12-12T17:00'],
  ['12 December 2026, 5pm (was 4pm)', '12-12T17:00'],
])('"was" speaks of an hour that holds no more only behind a sign: %s', (phrase, time) => {
  expect(told(phrase)).toBe(time)
})

test.each([
  ['12 December 2026, 10 to 12 speakers', '12-12'],
  ['12 декабря 2026 с 6 до 10 лет', '12-12'],
  ['12. Dezember 2026 von 10 bis 12 Jahren', '12-12'],
  ['Exodus 20:12 on Sunday 13 December 2026', '12-13'],
  ['18.30 °C on 12 December 2026', '12-12'],
  ['18 december 2026, van 10 tot 12', '12-18 time-unread'],
  ['ven 18 dic 2026 h. 21.00', '12-18T21:00'],
])('what is counted is no hour that could not be read: %s', (phrase, time) => {
  expect(told(phrase)).toBe(time)
})
