import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeSlug, isSeriesSlug, isSlug, slugOf } from './slug.ts'

test.each([
  ['Rise of the Webmeetings', 'rise-of-the-webmeetings'],
  ['Women’s rights & migration: what’s next?', 'womens-rights-migration-whats-next'],
  ['Łódź, Straße, Ærø, São Tomé', 'lodz-strasse-aero-sao-tome'],
  ['İstanbul Göç Günü', 'istanbul-goc-gunu'],
  ['اليوم الدولي للمهاجرين', 'اليوم-الدولي-للمهاجرين'],
  ['हिन्दी दिवस', 'हिन्दी-दिवस'],
  ['国际移徙者日 2020', '国际移徙者日-2020'],
  ['День мигранта', 'день-мигранта'],
  ['  --18 December--  ', '18-december'],
  ['ﬁne ＷＥＢ', 'fine-web'],
  ['🎉', '1f389'],
  ['', '2d'],
])('“%s” becomes %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})

test('a long title is cut between words, a long word anywhere', () => {
  expect(slugOf('migration and '.repeat(20))).toBe('migration-and-migration-and-migration-and-migration-and')
  expect(slugOf('x'.repeat(300))).toBe('x'.repeat(64))
})

test('every slug is one, is short, and stays what it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), title => {
      const slug = slugOf(title)
      expect(Array.from(slug).length).toBeLessThanOrEqual(64)
      expect(slug).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u)
      expect(slug).toBe(slug.normalize('NFC'))
      expect(slugOf(slug)).toBe(slug)
      expect(isSlug(slug)).toBe(true)
    }),
  )
})

test('a taken slug gets the first free number, and “live” is always taken', () => {
  const taken = new Set(['break', 'break-2'])
  const isTaken = (slug: string) => taken.has(slug)
  expect(freeSlug('lunch', isTaken)).toBe('lunch')
  expect(freeSlug('break', isTaken)).toBe('break-3')
  expect(freeSlug('live', isTaken)).toBe('live-2')
})

test('a thousand equal titles are numbered without counting from the start each time', () => {
  const taken = new Set<string>()
  const numbers = new Map<string, number>()
  let questions = 0
  for (let title = 0; title < 1000; title++) {
    taken.add(
      freeSlug(
        'break',
        slug => {
          questions++
          return taken.has(slug)
        },
        numbers,
      ),
    )
  }
  expect(taken).toContain('break-1000')
  expect(questions).toBeLessThan(3000)
})

test('a series is neither digits alone nor a word of the site', () => {
  const reserved = new Set(['tag'])
  expect(isSeriesSlug('migrants-day', reserved)).toBe(true)
  expect(isSeriesSlug('2020', reserved)).toBe(false)
  expect(isSeriesSlug('٢٠٢٠', reserved)).toBe(false)
  expect(isSeriesSlug('tag', reserved)).toBe(false)
  expect(isSeriesSlug('Migrants Day', reserved)).toBe(false)
})
