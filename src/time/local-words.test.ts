import { expect, test } from 'vitest'
import { readTime } from './read-time.ts'

const context = { published: '2026-12-01', zone: 'Europe/Berlin' }

test.each([
  '18 December, 18:00 local time everywhere',
  '18 December, 18:00 your local time',
  '18 December, 18:00 in your own time zone',
  '18. Dezember, 18 Uhr Ortszeit überall',
  '18 décembre à 18 h, heure locale partout',
  '18 de diciembre, 18:00 hora local en todas partes',
])('%s is the same local time everywhere, whoever reads it', phrase => {
  const { readings } = readTime(phrase, context)
  expect(readings).toEqual([{ start: '2026-12-18T18:00:00', end: null, allDay: false, floating: true }])
})

test('local time beside a place is that of the place', () => {
  for (const phrase of [
    'Community Hall, Nairobi, 18 December, 18:00 local time',
    '18 December, 18:00 local time (Nairobi)',
    '18 December, 18:00 local time in Nairobi',
  ])
    expect(readTime(phrase, context)).toMatchObject({
      readings: [{ start: '2026-12-18T18:00:00+03:00[Africa/Nairobi]' }],
      doubts: [],
    })
})

test('local time of a place that is not told is not that of whoever reads it', () => {
  const { readings, doubts } = readTime('le 18 décembre à 18 h, heure locale', context)
  expect(readings).toEqual([{ start: '2026-12-18T18:00:00', end: null, allDay: false }])
  expect(doubts.map(({ code }) => code)).toEqual(['zone-missing'])
})
