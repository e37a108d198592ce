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
  const { shapes, across } = drawBars({ picture, reckoning, showing, addressOf: () => '#' })
  return { text: shapes.flat().join(''), across }
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
  expect([few.across, many.across]).toEqual([51, 500])
})

test('an event is as long as its sessions where its own end is not told, and they are drawn inside it', () => {
  const session = (from: string, to: string) =>
    eventAt(`2020-12-18T${from}`, `2020-12-18T${to}`, 'UTC', { title: `from ${from}` })
  const forum = eventAt('2020-12-18T09:00', null, 'UTC', {
    title: 'Forum',
    sessions: [session('09:00', '10:00'), session('10:00', '11:00'), session('10:00', '12:00')],
  })
  const picture = pictureOf(edition, [forum], reckoning)
  expect(picture.bars.map(({ span }) => (span.end - span.start) / 3_600_000)).toEqual([3])
  const text = drawBars({ picture, reckoning, showing, addressOf: () => '#forum' }).shapes.join('')
  expect(text.match(/<a /g)).toHaveLength(1)
  expect(
    [...text.matchAll(/<g class="(\w*)"[^>]*data-in><rect x="(\d+)"/g)].map(match => match.slice(1)),
  ).toEqual([
    ['over', '1380'],
    ['on', '1440'],
    ['on', '1440'],
  ])
  expect(new Set([...text.matchAll(/data-in><rect[^>]* y="([\d.]+)"/g)].map(match => match[1])).size).toBe(2)
})

test('lanes are as few as there are bars at once; a few bars have room for their names in them', () => {
  const picture = pictureOf(edition, events(100), reckoning)
  expect([picture.named, picture.lanes]).toEqual([false, 10])
  const few = pictureOf(edition, events(5), reckoning)
  expect(few.named).toBe(true)
  // One hour after the other, each name is longer than the hour: as many lanes as names stand above each other.
  expect(few.lanes).toBe(5)
})
