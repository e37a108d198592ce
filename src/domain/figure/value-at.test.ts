import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aFigure, aLine, joined, total } from '../../../test/figures.ts'
import { addDays } from '../../time/days.ts'
import { daysOf } from '../../time/edtf.ts'
import { membersOn } from './members.ts'
import { stepsOf } from './steps.ts'
import { lineValueOn, valueAt, valueOn } from './value-at.ts'

const members = aLine({ counts: 'members' })

/** Value, certainty and date of a day, in short. */
function said(figure: Parameters<typeof valueOn>[0], day: string) {
  const told = valueOn(figure, day)
  return told && [told.value, told.how, told.since, told.line]
}

test('before anything is told there is no number', () => {
  expect(valueOn(aFigure(), '2020-01-01')).toBeNull()
  expect(valueOn(aFigure({ points: [total('2020-01-02', 5)] }), '2020-01-01')).toBeNull()
})

test('a number stands exactly for its own day, month or year, and is the least after that', () => {
  const figure = aFigure({ points: [total('2015-12-31', 48), total('2019-12', 55), total('2023', 59)] })
  expect(said(figure, '2015-12-31')).toEqual([48, 'exact', '2015-12-31', 'a'])
  expect(said(figure, '2016-01-01')).toEqual([48, 'at-least', '2015-12-31', 'a'])
  expect(said(figure, '2019-12-01')).toEqual([55, 'exact', '2019-12', 'a'])
  expect(said(figure, '2020-01-01')).toEqual([55, 'at-least', '2019-12', 'a'])
  expect(said(figure, '2023-12-31')).toEqual([59, 'exact', '2023', 'a'])
  expect(said({ ...figure, direction: 'falls' }, '2024-01-01')).toEqual([59, 'at-most', '2023', 'a'])
  expect(said({ ...figure, direction: 'any' }, '2024-01-01')).toEqual([59, 'last-known', '2023', 'a'])
})

test('as long as every change is told, the number is exact', () => {
  const figure = aFigure({ lines: [aLine({ until: '2021-03' })], points: [total('2020-01-01', 7)] })
  expect(said(figure, '2021-03-31')).toEqual([7, 'exact', '2020-01-01', 'a'])
  expect(said(figure, '2021-04-01')).toEqual([7, 'at-least', '2020-01-01', 'a'])
})

test('the moment is that of UTC', () => {
  const figure = aFigure({ points: [total('2020-12-18', 56)] })
  expect(valueAt(figure, Date.parse('2020-12-17T23:59:59Z'))).toBeNull()
  expect(valueAt(figure, Date.parse('2020-12-18T00:00:00Z'))?.value).toBe(56)
})

test('who left is not counted, and who comes back is counted again', () => {
  const points = [
    joined('DE', '2001-01-01'),
    joined('FR', '2002-01-01'),
    joined('DE', '2003-01-01', { act: 'left' }),
    joined('DE', '2005-01-01'),
  ]
  const figure = aFigure({ lines: [members], direction: 'any', points })
  const days = ['2001-01-01', '2002-06-01', '2003-01-01', '2004-12-31', '2005-01-01']
  expect(days.map(day => valueOn(figure, day)?.value)).toEqual([1, 2, 1, 1, 2])
  expect(stepsOf(figure, members).map(({ date, value }) => [date, value])).toEqual([
    ['2001-01-01', 1],
    ['2002-01-01', 2],
    ['2003-01-01', 1],
    ['2005-01-01', 2],
  ])
})

test('who is told to have joined twice counts once, however they are written', () => {
  const points = [joined('Côte d’Ivoire', '2001-05-01'), joined('COTE D’IVOIRE', '2001-06-01')]
  const figure = aFigure({ lines: [members], points })
  expect(valueOn(figure, '2002-01-01')?.value).toBe(1)
  expect(stepsOf(figure, members)).toHaveLength(1)
})

test('who joined in a year that has not passed may have: the number is the least', () => {
  const line = aLine({ counts: 'members', until: '2018' })
  const figure = aFigure({ lines: [line], points: [joined('DE', '2014-03-01'), joined('FR', '2015')] })
  expect(said(figure, '2015-01-01')).toEqual([1, 'at-least', '2014-03-01', 'a'])
  expect(said(figure, '2014-12-31')).toEqual([1, 'exact', '2014-03-01', 'a'])
  expect(said(figure, '2015-12-31')).toEqual([2, 'exact', '2015', 'a'])
  expect(membersOn(figure, 'a', '2015-07-01').unsure.map(({ who }) => who)).toEqual(['FR'])
})

describe('of two definitions', () => {
  const byDay = aLine({ key: 'by-day', counts: 'members', until: '2015-03' })
  const published = aLine({ key: 'published' })
  const un = aLine({ key: 'un', beside: true })
  const figure = aFigure({
    lines: [byDay, published, un],
    points: [
      joined('DE', '2001-01-01', { line: 'by-day' }),
      joined('FR', '2013-08-19', { line: 'by-day' }),
      total('2003-03', 1, { line: 'published' }),
      total('2015-12-31', 4, { line: 'published' }),
      total('2016', 9, { line: 'un' }),
    ],
  })

  test('the one speaks that knows of the latest day', () => {
    expect(said(figure, '2003-06-01')).toEqual([1, 'exact', '2001-01-01', 'by-day'])
    expect(said(figure, '2015-06-01')).toEqual([2, 'at-least', '2013-08-19', 'by-day'])
    expect(said(figure, '2015-12-31')).toEqual([4, 'exact', '2015-12-31', 'published'])
  })

  test('one that only stands beside it never speaks, and is told with it', () => {
    const told = valueOn(figure, '2020-01-01')!
    expect([told.value, told.line]).toEqual([4, 'published'])
    expect(told.others.map(({ value, line, since }) => [value, line, since])).toEqual([[9, 'un', '2016']])
  })
})

test('of sources that contradict each other the primary one counts, and the other is told', () => {
  const figure = aFigure({
    sources: [
      { id: 's', name: 'Blog', address: null, rank: 'secondary' },
      { id: 'p', name: 'Register', address: null, rank: 'primary' },
    ],
    points: [total('2020', 56, { source: 's' }), total('2020', 55, { source: 'p' })],
  })
  const told = valueOn(figure, '2020-06-01')!
  expect([told.value, told.source?.name]).toEqual([55, 'Register'])
  expect(told.others.map(({ value, source }) => [value, source?.name])).toEqual([[56, 'Blog']])
})

const anyDate = fc
  .tuple(
    fc.integer({ min: 1990, max: 1996 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .chain(([year, month, day]) => {
    const two = (number: number) => String(number).padStart(2, '0')
    return fc.constantFrom(`${year}`, `${year}-${two(month)}`, `${year}-${two(month)}-${two(day)}`)
  })
const anyAct = fc.record({
  who: fc.constantFrom('DE', 'FR', 'MX', 'Atlantis'),
  date: anyDate,
  act: fc.constantFrom('joined' as const, 'joined' as const, 'left' as const),
})
const anyDay = fc.integer({ min: -100, max: 3000 }).map(days => addDays('1990-01-01', days))

describe('whoever joins and leaves', () => {
  test('the number is that of those who certainly belong, and steps and moments agree', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 12 }), anyDay, (acts, day) => {
        const points = acts.map(({ who, date, act }, index) => joined(who, date, { act, id: `${index}` }))
        const figure = aFigure({ lines: [members], points })
        const value = lineValueOn(figure, members, day)
        const { certain, unsure } = membersOn(figure, 'a', day)
        expect(value?.value ?? 0).toBe(certain.length)
        expect(new Set(certain.map(({ who }) => who)).size).toBe(certain.length)
        if (unsure.length > 0) return
        const steps = stepsOf(figure, members).filter(({ date }) => daysOf(date).last <= day)
        expect(steps.at(-1)?.value ?? 0).toBe(certain.length)
      }),
    )
  })

  test('the order in which it was told does not count', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyAct, { maxLength: 10, selector: ({ who, date, act }) => `${who} ${date} ${act}` }),
        fc.func(fc.integer()),
        anyDay,
        (acts, key, day) => {
          const points = acts.map(({ who, date, act }) => joined(who, date, { act }))
          const shuffled = points.toSorted((a, b) => key(a.id) - key(b.id))
          const told = (of: typeof points) => valueOn(aFigure({ lines: [members], points: of }), day)
          expect(told(shuffled)).toEqual(told(points))
        },
      ),
    )
  })
})

test('what is told of a moment never knows of later points', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyDate, fc.integer({ min: 0, max: 200 })), { maxLength: 10 }),
      anyDay,
      (numbers, day) => {
        const points = numbers.map(([date, value], index) => total(date, value, { id: `${index}` }))
        const told = valueOn(aFigure({ points }), day)
        const known = points.filter(({ date }) => daysOf(date).first <= day)
        expect(told).toEqual(valueOn(aFigure({ points: known }), day))
        expect(told === null).toBe(known.length === 0)
      },
    ),
  )
})
