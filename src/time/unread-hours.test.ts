import { describe, expect, test } from 'vitest'
import { findTimes } from './find-times.ts'
import { readTime } from './read-time.ts'

const codes = (phrase: string) =>
  readTime(phrase, { published: '2026-11-30', zone: 'UTC' }).doubts.map(({ code }) => code)

describe('an hour that was not understood is not passed over', () => {
  test.each([
    ['12 desembre 2026, ora nëntëmbëdhjetë', 'the sign of an hour, and a word behind it'],
    ['12 декабря 2026, в семнадцать вечера', 'a part of the day that stands behind an hour'],
    ['12 grudnia 2026, wieczorem 7', 'a part of the day beside a figure'],
    ['12 aprila 2026, medtem 18.30', 'hours and minutes that nothing makes an hour of'],
  ])('%s: %s', phrase => {
    expect(codes(phrase)).toContain('time-unread')
  })

  test('an ending behind the figure does not hide the part of the day', () => {
    const { readings } = readTime('12 декабря 2026, около 7-ти вечера', { published: '2026-11-30' })
    expect(readings[0]?.start).toBe('2026-12-12T19:00:00')
  })

  test('a day that tells no hour is not doubted', () => {
    for (const phrase of [
      '12 декабря 2026, зал 3',
      '12 December 2026, in the evening',
      'petak, 18. prosinca 2026.',
    ])
      expect(codes(phrase)).toEqual([])
  })

  test('a word between two hours that tells neither a range nor a list is doubted', () => {
    expect(codes('12 December 2026, 10:00 qwxz 12:00')).toEqual(['time-unread'])
    expect(codes('12 December 2026, 10:00 and 12:00')).toEqual([])
  })

  test('in running text the hour of another line is none of a day', () => {
    const [first] = findTimes('12 December 2026\nora nëntë', { published: '2026-11-30' })
    expect(first?.doubts).toEqual([])
  })
})
