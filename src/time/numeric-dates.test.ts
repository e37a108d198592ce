import { expect, test } from 'vitest'
import { readTime } from './read-time.ts'

test.each([
  'On 18.12. at 20h',
  'le 18.12. à 20h',
  'el 18.12. a las 20h',
  'am 18.12. um 20 Uhr',
  'il 18.12. alle 20:00',
])('%s tells its day between full stops', phrase => {
  const { readings } = readTime(phrase, { published: '2026-12-01', zone: 'Asia/Beirut' })
  expect(readings.map(({ start }) => start)).toEqual(['2026-12-18T20:00:00+02:00[Asia/Beirut]'])
})

test('figures of a section tell no day', () => {
  expect(readTime('see section 2.10. there', { published: '2026-12-01' }).readings).toEqual([])
})
