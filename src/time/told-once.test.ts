import { expect, test } from 'vitest'
import { readTime } from './read-time.ts'

const context = { published: '2026-11-30', zone: 'Europe/London' }
const hours = (phrase: string) => {
  const { readings, sessions } = readTime(phrase, context)
  return (sessions ?? readings).map(({ start, end }) => `${start.slice(5, 16)}/${end?.slice(5, 16) ?? ''}`)
}

test.each([
  ['Fri 18 Dec, doors 7pm, last entry 9pm, show 8pm', ['12-18T20:00/']],
  ['Friday 18 December, 19.30, tickets from 12.50', ['12-18T19:30/']],
  ['Friday 18 December, 9am–5pm, with lunch from 12 to 1pm', ['12-18T09:00/12-18T17:00']],
  ['Gates 5.30pm, kick-off 7.45pm, Saturday 19 December', ['12-19T19:45/']],
  ['18 December: 18:30 doors | 19:00 start', ['12-18T19:00/']],
  ['Lördag 19 december kl. 14, fika från 13.30', ['12-19T14:00/']],
])('what is beside the hours of an event is no session of it: %s', (phrase, told) => {
  expect(hours(phrase)).toEqual(told)
})

test.each([
  ['4pm (not 3pm as announced), Tuesday 8 December', ['12-08T16:00/']],
  ['Neuer Beginn: 20 Uhr statt 19:30 Uhr, 8. Dezember', ['12-08T20:00/']],
  ['8 December, moved from 6pm to 7pm', ['12-08T19:00/']],
  ['Postponed to 15 December the talk planned for 8 December, 5pm', ['12-15T17:00/']],
  ['Thursday 17 December, 5pm (no session on 10 December)', ['12-17T17:00/']],
  ['Originally 8 December, new date to be announced', []],
])('an hour or a day that holds no more is not read: %s', (phrase, told) => {
  expect(hours(phrase)).toEqual(told)
})

test.each([
  ['18 December, 10pm and runs till 1am', ['12-18T22:00/12-19T01:00']],
  ['Starts 9.30am on Saturday 19 December, ends around 4pm', ['12-19T09:30/12-19T16:00']],
  ['18 décembre, début 9h, fin 12h30', ['12-18T09:00/12-18T12:30']],
  ['18. Dezember, 11 Uhr Gottesdienst, danach Kaffee bis 13 Uhr', ['12-18T11:00/12-18T13:00']],
  ['from Saturday 19 to Sunday 20 December, 23:00–6:00', ['12-19T23:00/12-20T06:00']],
])('an end told in words is the end: %s', (phrase, told) => {
  expect(hours(phrase)).toEqual(told)
})

test.each([
  ['Sat 12 December: 2, 4 and 6pm', ['12-12T14:00/', '12-12T16:00/', '12-12T18:00/']],
  ['Sat 12 December 10-12 & 2-4', ['12-12T10:00/12-12T12:00', '12-12T14:00/12-12T16:00']],
  ['Friday 18 December 7pm, Sunday 3pm', ['12-18T19:00/', '12-20T15:00/']],
  ['Samstag, 30. Januar, 10 Uhr; Montag, dem 1., 9 Uhr', ['01-30T10:00/', '02-01T09:00/']],
  [
    '5–8 December, 10am–4pm daily except Mondays',
    ['12-05T10:00/12-05T16:00', '12-06T10:00/12-06T16:00', '12-08T10:00/12-08T16:00'],
  ],
])('several days or hours are told each: %s', (phrase, told) => {
  expect(hours(phrase)).toEqual(told)
})

test.each([
  '18 December 2026 London 9am, Nairobi 12pm, Tokyo 6pm',
  '18 December 2026 London 9am Nairobi 12pm Tokyo 6pm',
  '18 December 2026: 🇬🇧 9:00 🇰🇪 12:00 🇯🇵 18:00',
  '18 December 2026 • 9:00 London • 12:00 Nairobi • 18:00 Tokyo',
  '18 December 2026, 9am GMT (Nairobi 12pm, Tokyo 6pm)',
])('a row of places tells one moment: %s', phrase => {
  const { readings, sessions, doubts } = readTime(phrase, { published: '2026-11-30' })
  expect(readings.map(({ start }) => Temporal.Instant.from(start).toString())).toEqual([
    '2026-12-18T09:00:00Z',
  ])
  expect([sessions, doubts]).toEqual([undefined, []])
})
