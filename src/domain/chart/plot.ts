import { type Chart, type ChartLevel, type ChartPart, type ChartPoint, lastOf, pointsOf } from './chart.ts'
import { niceTicks, yearTicks } from './nice-ticks.ts'
import { spread } from './spread.ts'

/** A chart as it is drawn: `x` in thousandths of the width from the oldest day, `y` in pixels from above. */
export type Plot = {
  height: number
  values: { value: number; y: number }[]
  years: { year: number; x: number }[]
  lines: PlotLine[]
  levels: (ChartLevel & { y: number })[]
}

export type PlotLine = {
  key: string
  name: string
  isMain: boolean
  /** For each part a path of its own (SVG, `d`). */
  paths: { d: string; isBeside: boolean }[]
  /** Where the main figure began to be counted otherwise. */
  breaks: number[]
  secondary: { x: number; y: number }[]
  /** The newest value, where it is, and where its label stands without touching another. */
  end: { day: string; value: number; x: number; y: number; labelY: number }
}

export const plotWidth = 1000

/** @param look height in pixels, and how far labels are to be from each other */
export function plotOf(chart: Chart, { height = 280, apart = 18 } = {}): Plot | null {
  const lines = chart.lines.filter(line => lastOf(line))
  const points = lines.flatMap(({ parts }) => pointsOf(parts))
  if (points.length === 0) return null
  const days = points.map(({ day }) => dayNumber(day))
  const [first, last] = [lowest(days), highest(days)]
  const values = [...points, ...chart.levels].map(({ value }) => value)
  const isCount = lines.some(({ parts }) => parts.some(({ drawn }) => drawn === 'step'))
  const low = lowest(values)
  const high = highest(values)
  // Heights of counts are compared with each other: they begin at nought. What only moves a little is shown moving.
  const ticks = niceTicks(isCount || low < high / 2 ? Math.min(0, low) : low, high)
  const [bottom, top] = [ticks[0]!, ticks.at(-1)!]
  const xOf = (day: number) => (last === first ? plotWidth : ((day - first) / (last - first)) * plotWidth)
  const yOf = (value: number) => round(height - ((value - bottom) / (top - bottom)) * height)
  const ends = lines.map(line => lastOf(line)!)
  const labels = spread(
    ends.map(({ value }) => yOf(value)),
    apart,
    height,
  )
  return {
    height,
    values: ticks.map(value => ({ value, y: yOf(value) })),
    years: yearTicks(yearOf(first), yearOf(last)).flatMap(year => {
      const x = Math.round(xOf(dayNumber(`${String(year).padStart(4, '0')}-01-01`)))
      return x >= 0 && x <= plotWidth ? [{ year, x }] : []
    }),
    lines: lines.map((line, index) => {
      const end = ends[index]!
      const at = (day: string) => Math.round(xOf(dayNumber(day)))
      return {
        key: line.key,
        name: line.name,
        isMain: line.isMain,
        paths: line.parts.flatMap(({ points, isBeside, drawn }) => {
          const d = pathOf(drawn, points, at, yOf)
          return d === null ? [] : [{ d, isBeside }]
        }),
        breaks: breaksOf(line.parts).map(at),
        secondary: pointsOf(line.parts)
          .filter(({ isSecondary }) => isSecondary)
          .map(({ day, value }) => ({ x: at(day), y: yOf(value) })),
        end: { ...end, x: at(end.day), y: yOf(end.value), labelY: round(labels[index]!) },
      }
    }),
    levels: chart.levels.map(level => ({ ...level, y: yOf(level.value) })),
  }
}

/** Days from which the number is counted otherwise than before. */
function breaksOf(parts: ChartPart[]): string[] {
  const first = parts
    .filter(({ isBeside, points }) => !isBeside && points.length > 0)
    .map(each => each.points[0]!.day)
  return first.sort().slice(1)
}

/** Points that fall on one place of the picture are one; a point alone is a short dash. */
function pathOf(
  drawn: 'step' | 'line',
  points: ChartPoint[],
  xOf: (day: string) => number,
  yOf: (value: number) => number,
): string | null {
  const placed: [number, number][] = []
  for (const { day, value } of points) {
    const x = xOf(day)
    if (placed.at(-1)?.[0] === x) placed.pop()
    placed.push([x, Math.round(yOf(value))])
  }
  const [start, ...others] = placed
  if (!start) return null
  if (others.length === 0)
    return `M${Math.max(0, start[0] - 4)} ${start[1]}H${Math.min(plotWidth, start[0] + 4)}`
  let [x, y] = start
  let path = `M${x} ${y}`
  for (const [nextX, nextY] of others) {
    if (drawn === 'line') path += `l${nextX - x} ${nextY - y}`
    else path += `h${nextX - x}${nextY === y ? '' : `v${nextY - y}`}`
    ;[x, y] = [nextX, nextY]
  }
  return path
}

/** Days since 1970; of years before the common era there are no figures. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00Z`) / 86_400_000
}

function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear()
}

function lowest(values: number[]): number {
  return values.reduce((least, value) => Math.min(least, value))
}

function highest(values: number[]): number {
  return values.reduce((most, value) => Math.max(most, value))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
