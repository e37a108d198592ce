import { expect, test } from 'vitest'
import { eventAt } from '../../../test/arbitrary.ts'
import type { Edition } from '../../domain/programme.ts'
import { wordsOf } from '../words.ts'
import { drawBars, pictureOf } from './bars.ts'
import type { Showing } from './showing.ts'

const edition = { startsOn: '2020-12-18', endsOn: '2020-12-18' } as Edition
const reckoning = { zone: 'UTC', assumedMinutes: 60 }
const events = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    eventAt(`2020-12-18T${String(8 + (index % 10)).padStart(2, '0')}:00`, null, 'UTC', {
      title: `No. ${index}`,
    }),
  )
const showing = {
  say: wordsOf('en', 'en-GB'),
  locale: 'en-GB',
  dir: 'ltr',
  zone: 'UTC',
  now: Date.parse('2020-12-18T10:30Z'),
} as Showing
const drawn = (count: number) => {
  const picture = pictureOf(edition, events(count), reckoning)
  const { shapes, floor } = drawBars({ picture, reckoning, showing, addressOf: () => '#', headroom: 24 })
  return { text: shapes.flat().join(''), floor }
}

test('each event has its bar, as long as bars can be told apart', () => {
  const { text } = drawn(500)
  expect(text.match(/<a /g)).toHaveLength(500)
  expect(text).toContain('No. 499')
})

test('more stand together in columns of their half hours, of the same height however many they are', () => {
  const few = drawn(501)
  const many = drawn(5000)
  expect(few.text).not.toContain('<a ')
  expect(many.text).toContain('<g class="over"')
  expect(many.text).toContain('10:30 · 500')
  expect(many.text.match(/<g class="on"/g)).toHaveLength(1)
  expect(many.text.length).toBeLessThan(few.text.length * 1.1)
  expect(many.floor).toBe(few.floor)
})
