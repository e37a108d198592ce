import { expect, test } from 'vitest'
import { isCovered, isSuspicious, type ToldBefore, type ToldNow } from './source-gone.ts'

const at = Date.parse('2020-12-10T12:00:00Z')
const day = 86_400_000
const event: ToldBefore = { id: 'a', kind: 'event', startsAt: at + 5 * day, endsAt: null, published: null }
const told: ToldNow = { before: 10, now: 10, lastStart: at + 9 * day, oldest: null, isFeed: false }

test('an event to come should be told still, one that is over need not', () => {
  expect(isCovered(event, told, at)).toBe(true)
  expect(isCovered({ ...event, startsAt: at - day }, told, at)).toBe(false)
  expect(isCovered({ ...event, startsAt: at - day, endsAt: at + day }, told, at)).toBe(true)
  expect(isCovered({ ...event, startsAt: null }, told, at)).toBe(true)
})

test('a calendar that shows the next ten events need not tell the eleventh', () => {
  const later = { ...event, startsAt: at + 12 * day }
  expect(isCovered(later, told, at)).toBe(false)
  expect(isCovered(later, { ...told, now: 9 }, at)).toBe(true)
})

test('a feed should tell what came out after the oldest that it shows', () => {
  const text = { ...event, kind: 'statement', startsAt: null, published: '2020-12-05' }
  const feed = { ...told, isFeed: true, oldest: '2020-12-01' }
  expect(isCovered(text, feed, at)).toBe(true)
  expect(isCovered({ ...text, published: '2020-11-20' }, feed, at)).toBe(false)
  expect(isCovered({ ...text, published: null }, feed, at)).toBe(false)
})

test('what tells nothing, or less than half, is suspected to be broken', () => {
  expect(isSuspicious({ before: 3, now: 0 }, { covered: 0, missing: 0 })).toBe(true)
  expect(isSuspicious({ before: 0, now: 0 }, { covered: 0, missing: 0 })).toBe(false)
  expect(isSuspicious({ before: 10, now: 4 }, { covered: 10, missing: 6 })).toBe(true)
  expect(isSuspicious({ before: 10, now: 8 }, { covered: 10, missing: 2 })).toBe(false)
  // What is over was let go, and one of the two to come is missing.
  expect(isSuspicious({ before: 4, now: 3 }, { covered: 1, missing: 1 })).toBe(false)
  // As many as before, and almost all of them others.
  expect(isSuspicious({ before: 6, now: 6 }, { covered: 6, missing: 5 })).toBe(true)
})
