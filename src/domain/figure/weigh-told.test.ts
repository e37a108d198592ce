import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFigure, aLine, joined, total } from '../../../test/figures.ts'
import { actsBetween, changedBetween } from './between.ts'
import { fieldsOfFigure, figureChange, putSide, takeBack } from './changes.ts'
import { contradictionsOf } from './contradictions.ts'
import { likelyMost, weighTold } from './weigh-told.ts'

const told = (date: string, value: number) => ({ date, value, who: null, act: null, note: null })
const codes = (weighed: ReturnType<typeof weighTold>) =>
  weighed.doubtful.map(({ why }) => why.map(({ code }) => code))
const today = '2026-11-29'

const numbers = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 })
const figureOf = (values: number[]) =>
  aFigure({ points: values.map((value, index) => total(`${2000 + index}`, value)) })

test('what is told as it was told before is no news', () => {
  fc.assert(
    fc.property(numbers, values => {
      const own = figureOf(values)
      const figure = { ...own, points: own.points.map(point => ({ ...point, source: 's' })) }
      const again = values.map((value, index) => told(`${2000 + index}`, value))
      const weighed = weighTold(figure, { line: aLine(), source: 's', told: again }, { today })
      expect(weighed).toEqual({ sound: [], doubtful: [] })
    }),
  )
})

test('a greater change is never less of a jump', () => {
  fc.assert(
    fc.property(
      numbers,
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 400 }),
      (values, a, b) => {
        const figure = { ...figureOf(values), direction: 'any' as const }
        const from = values.at(-1) ?? 0
        const waits = (by: number) =>
          weighTold(figure, { line: aLine(), source: 's', told: [told('2020', from + by)] }, { today })
            .doubtful.length
        expect(waits(Math.max(a, b))).toBeGreaterThanOrEqual(waits(Math.min(a, b)))
        expect(waits(0)).toBe(0)
      },
    ),
  )
})

test('one more than before is likely, however little is known', () => {
  expect(likelyMost([], 1)).toBe(Infinity)
  expect(likelyMost([{ date: '2020', value: 1 }], 365)).toBe(2)
  expect(
    likelyMost(
      [
        { date: '2020', value: 1 },
        { date: '2021', value: 1 },
      ],
      365,
    ),
  ).toBe(2)
})

test('who leaves, who comes in crowds and days to come wait', () => {
  const line = aLine({ counts: 'members' })
  const points = ['DE', 'FR'].map(who => joined(who, '2001', { source: 's' }))
  const figure = aFigure({ lines: [line], points })
  const say = (who: string, date: string, act: 'joined' | 'left' = 'joined') => ({
    ...told(date, 0),
    value: null,
    who,
    act,
  })
  const known = [say('DE', '2001'), say('FR', '2001')]
  const weigh = (more: ReturnType<typeof say>[]) =>
    codes(weighTold(figure, { line, source: 's', told: [...known, ...more] }, { today }))
  expect(weigh([say('MX', '2020')])).toEqual([])
  expect(weigh([say('DE', '2020', 'left')])).toEqual([['left']])
  expect(weigh([say('MX', '1990')])).toEqual([['backwards']])
  expect(weigh([say('MX', '2030')])).toEqual([['ahead']])
  expect(weigh('AR BO BR CL CO EC'.split(' ').map(who => say(who, '2020')))).toEqual(Array(6).fill(['many']))
  const moved = weighTold(
    figure,
    { line, source: 's', told: [say('DE', '2001'), say('FR', '2003')] },
    { today },
  )
  expect(moved.doubtful.map(({ was, told }) => [was?.date, told?.date])).toEqual([['2001', '2003']])
})

test('what contradicts is found, and both sides are kept', () => {
  const line = aLine({ key: 'm', counts: 'members', until: '2020' })
  const figure = aFigure({
    lines: [aLine(), line],
    points: [
      total('2019', 9),
      total('2019', 8, { id: 'other', source: 's' }),
      total('2018', 10),
      joined('DE', '2001-01-01', { line: 'm' }),
      joined('DE', '2002-01-01', { line: 'm' }),
      joined('FR', '2003-01-01', { line: 'm', act: 'left' }),
    ],
  })
  expect(contradictionsOf(figure).map(({ code }) => code)).toEqual([
    'values',
    'falls',
    'lines',
    'lines',
    'joined-twice',
    'left-before',
  ])
})

test('what changed is told within one definition', () => {
  const line = aLine({ key: 'm', counts: 'members', until: '2010' })
  const figure = aFigure({
    lines: [line, aLine()],
    points: [
      joined('DE', '2001-01-01', { line: 'm' }),
      joined('FR', '2005', { line: 'm' }),
      total('2015', 9),
      total('2016', 11),
    ],
  })
  expect(changedBetween(figure, '2004-12-31', '2005-12-31')).toMatchObject({
    by: 1,
    joined: [{ who: 'FR' }],
    left: [],
  })
  expect(changedBetween(figure, '2005-12-31', '2016-12-31')).toMatchObject({ by: null, to: { value: 11 } })
  expect(changedBetween(figure, '2015-12-31', '2016-12-31').by).toBe(2)
  expect(actsBetween(figure, 'm', '2005-06-01', '2006-01-01')).toEqual([])
})

test('a change and what takes it back come to nothing', () => {
  fc.assert(
    fc.property(numbers, numbers, fc.string(), (before, after, name) => {
      const [one, other] = [figureOf(before), { ...figureOf(after), name }]
      const change = figureChange(fieldsOfFigure(one), fieldsOfFigure(other))
      if (!change) return
      const next = putSide(fieldsOfFigure(one), change.after)
      expect(figureChange(next, fieldsOfFigure(other))).toBeNull()
      expect(figureChange(takeBack(next, change)!, fieldsOfFigure(one))).toBeNull()
      expect(takeBack({ ...next, name: `${name}!`, unit: '!' }, change) === null).toBe('name' in change.after)
    }),
  )
})
