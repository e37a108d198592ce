import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kinds } from './finding.ts'
import { tellYears } from './tell-years.ts'
import { type EditionCount, figuresOf, yearKinds } from './years.ts'

const editions = [
  { id: 'a', endsOn: '2019-12-18' },
  { id: 'b', endsOn: '2020-12-18' },
  { id: 'c', endsOn: '2021-12-18' },
]
const few = fc.nat({ max: 50 })
const editionId = fc.constantFrom('a', 'b', 'c', 'elsewhere')
const anyCount: fc.Arbitrary<EditionCount> = fc.oneof(
  fc
    .record({
      editionId,
      what: fc.constant('entries' as const),
      kind: fc.constantFrom(...kinds),
      attendance: fc.constantFrom('online' as const, 'offline' as const, 'mixed' as const, null),
      count: fc.integer({ min: 1, max: 50 }),
      minutes: few,
    })
    .chain(told =>
      fc
        .tuple(fc.nat({ max: told.kind === 'event' ? told.count : 0 }), fc.nat({ max: told.count }))
        .map(([held, recorded]) => ({ ...told, held, recorded: Math.min(held, recorded) })),
    ),
  fc.record({
    editionId,
    what: fc.constant('languages' as const),
    languages: fc.array(fc.constantFrom('en', 'fr', 'ar'), { maxLength: 3 }),
    count: few,
  }),
  fc.record({ editionId, what: fc.constant('organisers' as const), count: few }),
)

describe('the figures of editions', () => {
  test('count each entry in one kind, in its own edition, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(anyCount, { maxLength: 30 }), counts => {
        const figures = figuresOf(editions, counts, '2021-12-18')
        expect(figuresOf(editions, counts.toReversed(), '2021-12-18')).toEqual(figures)
        expect(figures.map(each => each.editionId)).toEqual(['a', 'b', 'c'])
        for (const { editionId, entries, kinds, events, recorded, share, languages } of figures) {
          const own = counts.filter(count => count.editionId === editionId && count.what === 'entries')
          expect(entries).toBe(own.reduce((sum, { count }) => sum + count, 0))
          expect(yearKinds.reduce((sum, kind) => sum + kinds[kind], 0)).toBe(entries)
          expect(kinds.online + kinds.offline + kinds.mixed + kinds.untold).toBeGreaterThanOrEqual(events)
          expect(share === null || (share >= 0 && share <= 1)).toBe(true)
          if (editionId === 'c' || events === 0) expect(share).toBeNull()
          else expect(share).toBe(recorded / events)
          expect([...languages.keys()].every(language => ['en', 'fr', 'ar'].includes(language))).toBe(true)
        }
      }),
    )
  })
})

describe('what is to be seen in a row of years', () => {
  const row = (...values: number[]) => values.map((value, index) => ({ year: String(2018 + index), value }))

  test.each([
    [row(0, 0, 34, 12), { tells: 'none-before', year: '2020', peak: '2020', count: 34 }],
    [row(0, 1, 5, 34), { tells: 'none-before', year: '2019', peak: '2021', count: 34 }],
    [row(1, 2, 34, 50), { tells: 'few-before', year: '2020', few: 3, peak: '2021', count: 50 }],
    [row(0, 0, 4, 0), { tells: 'only', peak: '2020', count: 4 }],
    [row(0, 0, 4), { tells: 'none-before', year: '2020', peak: '2020', count: 4 }],
    [row(9, 4, 0, 0), { tells: 'none-after', year: '2019', peak: '2018', count: 9 }],
    [row(4, 9, 5), { tells: 'most', peak: '2019', count: 9 }],
    [row(4, 5, 8), { tells: 'from-to', first: '2018', from: 4, last: '2020', to: 8 }],
    [row(4, 4), { tells: 'from-to', first: '2018', from: 4, last: '2019', to: 4 }],
    [row(4), null],
    [row(), null],
    [row(0, 0), null],
  ])('%j', (values, told) => expect(tellYears(values)).toEqual(told))

  test('is true, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(few, { maxLength: 20 }), values => {
        const told = tellYears(row(...values))
        const indexOf = (year: string) => Number(year) - 2018
        if (told === null) {
          expect(values.length < 2 || values.every(value => value === 0)).toBe(true)
          return
        }
        if ('peak' in told) {
          expect(told.count).toBe(Math.max(...values))
          expect(values[indexOf(told.peak)]).toBe(told.count)
        }
        if (told.tells === 'none-before')
          expect(values.slice(0, indexOf(told.year)).every(value => value === 0)).toBe(true)
        if (told.tells === 'none-after')
          expect(values.slice(indexOf(told.year) + 1).every(value => value === 0)).toBe(true)
        if (told.tells === 'few-before') {
          const before = values.slice(0, indexOf(told.year))
          expect(before.reduce((sum, value) => sum + value)).toBe(told.few)
          expect(told.few).toBeLessThanOrEqual(told.count / 10)
        }
        if (told.tells === 'only') expect(values.filter(value => value > 0)).toEqual([told.count])
        if (told.tells === 'from-to') expect([told.from, told.to]).toEqual([values[0], values.at(-1)])
      }),
    )
  })
})
