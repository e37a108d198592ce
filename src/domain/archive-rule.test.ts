import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ArchiveRule } from './archive.ts'
import { decide, editionSlugs, editionYear, type ItemFacts, titleShape } from './archive-rule.ts'
import { type Comment, type Thread, threadsOf } from './comment.ts'

const item: ItemFacts = {
  type: 'post',
  status: 'publish',
  title: 'Migrants Day 2020: webmeetings',
  author: 'Rolf',
  categories: ['Events'],
  tags: [],
  found: { isList: true },
}

test('a round-up becomes an edition where a series is told, a post where none is', () => {
  expect(decide(item, { series: 'imd', rules: [] }).destination).toEqual({ to: 'edition', series: 'imd' })
  expect(decide(item, { series: null, rules: [] }).destination).toEqual({ to: 'post' })
  expect(decide({ ...item, type: 'page' }, { series: 'imd', rules: [] }).destination).toEqual({ to: 'page' })
  expect(decide({ ...item, status: 'private' }, { series: 'imd', rules: [] }).destination).toEqual({
    to: 'post',
  })
  expect(decide({ ...item, type: 'tribe_events' }, { series: 'imd', rules: [] }).destination).toEqual({
    to: 'out',
  })
  const event = { ...item, type: 'tribe_events', found: { isList: false, isEvent: true as const } }
  expect(decide(event, { series: 'imd', rules: [] }).destination).toEqual({ to: 'edition', series: 'imd' })
  expect(decide({ ...event, status: 'draft' }, { series: 'imd', rules: [] }).destination).toEqual({
    to: 'out',
  })
})

test('the newest rule that holds decides', () => {
  const rules: ArchiveRule[] = [
    { id: 'a', field: 'category', value: 'Events', destination: { to: 'out' } },
    {
      id: 'b',
      field: 'title',
      value: titleShape('Migrants Day 1999: webmeetings'),
      destination: { to: 'page' },
    },
    { id: 'c', field: 'author', value: 'Somebody else', destination: { to: 'out' } },
  ]
  expect(decide(item, { series: null, rules })).toEqual({ destination: { to: 'page' }, rule: 'b' })
})

test('titles of one shape differ in numbers alone', () => {
  expect(titleShape('Migrants Day  2020-12-18, the 30th')).toBe(
    titleShape('Migrants Day 2021/12/18, the 31st'),
  )
  expect(titleShape('Migrants Day 2020')).not.toBe(titleShape('Refugees Day 2020'))
  fc.assert(fc.property(fc.string(), words => titleShape(titleShape(words)) === titleShape(words)))
})

test('an edition is called by the year in its title, else by that of its day', () => {
  expect(editionYear('Migrants Day 2020', '2021-01-02')).toBe('2020')
  expect(editionYear('From 1990 to 2020', '1990-12-18')).toBe('1990')
  expect(editionYear('Today is the day', '2016-12-18')).toBe('2016')
  expect(editionYear('Today is the day', null)).toBe(null)
})

test('of several in one year the fullest has the year’s own address, and no two have one', () => {
  const of = (number: number, entries: number) => ({
    number,
    series: 's',
    title: 'Day 2020',
    day: null,
    entries,
  })
  const slugs = editionSlugs([of(1, 3), of(2, 20), of(3, 5)], new Map([['s', new Set(['2020-2'])]]))
  expect([...slugs].sort()).toEqual([
    [1, '2020-4'],
    [2, '2020'],
    [3, '2020-3'],
  ])
})

test('every comment stands in its thread once, whoever answers whom', () => {
  const comments = fc.array(
    fc.record({
      id: fc.integer({ min: 0, max: 30 }).map(String),
      parentId: fc.option(fc.integer({ min: 0, max: 30 }).map(String)),
      at: fc.nat(100),
    }),
    { maxLength: 40 },
  )
  const all = (threads: Thread[]): string[] => threads.flatMap(({ id, answers }) => [id, ...all(answers)])
  const depth = (threads: Thread[]): number =>
    threads.length ? 1 + Math.max(...threads.map(({ answers }) => depth(answers))) : 0
  fc.assert(
    fc.property(comments, told => {
      const unique = [...new Map(told.map(each => [each.id, each])).values()]
      const threads = threadsOf(
        unique.map(
          each =>
            ({
              ...each,
              kind: 'comment',
              state: 'approved',
              authorName: null,
              authorUrl: null,
              text: '',
            }) as Comment,
        ),
      )
      expect(all(threads).sort()).toEqual(unique.map(({ id }) => id).sort())
      expect(depth(threads)).toBeLessThanOrEqual(4)
    }),
  )
})
