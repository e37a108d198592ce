import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Chart, ChartLine } from './chart.ts'
import { plotOf, plotWidth } from './plot.ts'

const point = (day: string, value: number, isSecondary = false) => ({ day, value, isSecondary })

test('what was counted in two ways is two lines with a gap, and the place is marked', () => {
  const plot = plotOf({
    lines: [
      aLine({
        parts: [
          {
            name: 'A',
            drawn: 'step',
            isBeside: false,
            points: [point('2000-01-01', 0), point('2005-01-01', 10)],
          },
          {
            name: 'B',
            drawn: 'step',
            isBeside: false,
            points: [point('2008-01-01', 12), point('2010-01-01', 20, true)],
          },
          { name: 'C', drawn: 'step', isBeside: true, points: [point('2009-01-01', 18)] },
        ],
      }),
    ],
    levels: [{ kind: 'goal', value: 40, name: 'Goal' }],
  })
  expect(plot).toMatchObject({
    values: [{ value: 0, y: 280 }, { value: 10 }, { value: 20, y: 140 }, { value: 30 }, { value: 40, y: 0 }],
    years: [2000, 2002, 2004, 2006, 2008, 2010].map(year => ({ year })),
    levels: [{ kind: 'goal', y: 0 }],
  })
  expect(plot!.lines[0]).toEqual({
    key: 'a',
    name: 'A',
    isMain: true,
    paths: [
      { d: 'M0 280h500v-70', isBeside: false },
      { d: 'M800 196h200v-56', isBeside: false },
      { d: 'M896 154H904', isBeside: true },
    ],
    breaks: [800],
    secondary: [{ x: 1000, y: 140 }],
    end: { day: '2010-01-01', value: 20, isSecondary: true, x: 1000, y: 140, labelY: 140 },
  })
})

test('every place of a chart is within it, and no two labels touch', () => {
  const parts = fc.array(
    fc.record({
      name: fc.constant(''),
      isBeside: fc.boolean(),
      drawn: fc.constantFrom('step' as const, 'line' as const),
      points: fc
        .array(
          fc.record({
            day: fc
              .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
              .map(date => date.toISOString().slice(0, 10)),
            value: fc.integer({ min: 0, max: 1_000_000 }),
            isSecondary: fc.boolean(),
          }),
          { maxLength: 8 },
        )
        .map(points => points.sort((a, b) => (a.day < b.day ? -1 : 1))),
    }),
    { maxLength: 3 },
  )
  const line: fc.Arbitrary<ChartLine> = fc.record({
    key: fc.constant('k'),
    name: fc.constant('n'),
    isMain: fc.boolean(),
    parts,
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 9 }), lines => {
      const chart: Chart = { lines, levels: [] }
      const plot = plotOf(chart)
      if (!plot) return
      for (const { end } of plot.lines) {
        expect(end.x).toBeGreaterThanOrEqual(0)
        expect(end.x).toBeLessThanOrEqual(plotWidth)
        expect(end.y).toBeGreaterThanOrEqual(0)
        expect(end.y).toBeLessThanOrEqual(plot.height)
      }
      const labels = plot.lines.map(({ end }) => end.labelY).sort((a, b) => a - b)
      for (const [index, y] of labels.entries())
        if (index) expect(y - labels[index - 1]!).toBeGreaterThanOrEqual(17.8)
    }),
  )
})

test('a chart of nothing is none', () => {
  expect(plotOf({ lines: [aLine({ parts: [] })], levels: [] })).toBeNull()
})

function aLine(told: Partial<ChartLine>): ChartLine {
  return { key: 'a', name: 'A', isMain: true, parts: [], ...told }
}
