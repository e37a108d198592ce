import { daysOf } from '../../time/edtf.ts'
import type { Figure, FigurePoint } from '../figure.ts'
import { actsOf } from './members.ts'
import { stepsOf } from './steps.ts'
import { lineValueOn } from './value-at.ts'

/**
 * What cannot all be so. Both sides are kept and shown:
 * - `values` one line says two numbers of one date
 * - `lines` two definitions that both speak say two numbers of one day
 * - `falls` it goes the way it cannot go
 * - `joined-twice`, `left-before` somebody joined who belonged, or left who did not
 */
export type Contradiction =
  | { code: 'values' | 'falls' | 'joined-twice' | 'left-before'; line: string; points: FigurePoint[] }
  | { code: 'lines'; line: string; points: FigurePoint[]; other: { line: string; value: number } }

export function contradictionsOf(figure: Figure): Contradiction[] {
  return figure.lines.flatMap(line =>
    line.counts === 'members'
      ? ofMembers(figure, line.key)
      : [...ofTotals(figure, line.key), ...(line.beside ? [] : ofLines(figure, line.key))],
  )
}

function ofTotals(figure: Figure, key: string): Contradiction[] {
  const line = figure.lines.find(each => each.key === key)!
  const steps = stepsOf(figure, line)
  const values = steps.flatMap(({ points }): Contradiction[] =>
    new Set(points.map(({ value }) => value)).size > 1 ? [{ code: 'values', line: key, points }] : [],
  )
  const sign = figure.direction === 'grows' ? 1 : figure.direction === 'falls' ? -1 : 0
  const falls = steps.flatMap((step, index): Contradiction[] => {
    const before = steps[index - 1]
    return before && (step.value - before.value) * sign < 0
      ? [{ code: 'falls', line: key, points: [before.points[0]!, step.points[0]!] }]
      : []
  })
  return [...values, ...falls]
}

/** What other definitions that speak know exactly of the same day, and say otherwise. */
function ofLines(figure: Figure, key: string): Contradiction[] {
  const line = figure.lines.find(each => each.key === key)!
  const index = figure.lines.indexOf(line)
  return stepsOf(figure, line).flatMap(({ date, value, points }) =>
    figure.lines.flatMap((other, place): Contradiction[] => {
      // Of two lines of totals each pair is told once.
      if (other.beside || other === line || (other.counts === 'totals' && place < index)) return []
      const { first, last } = daysOf(date)
      const [begin, end] = [lineValueOn(figure, other, first), lineValueOn(figure, other, last)]
      if (end?.how !== 'exact') return []
      const known = begin?.how === 'exact' ? [begin.value, end.value] : [end.value]
      if (value >= Math.min(...known) && value <= Math.max(...known)) return []
      return [{ code: 'lines', line: key, points, other: { line: other.key, value: end.value } }]
    }),
  )
}

function ofMembers(figure: Figure, key: string): Contradiction[] {
  return [...actsOf(figure, key).values()].flatMap(acts => {
    let belongs: FigurePoint | null = null
    return acts.flatMap((point): Contradiction[] => {
      const before: FigurePoint | null = belongs
      belongs = point.act === 'joined' ? (belongs ?? point) : null
      if (point.act === 'joined' && before)
        return [{ code: 'joined-twice', line: key, points: [before, point] }]
      if (point.act === 'left' && !before) return [{ code: 'left-before', line: key, points: [point] }]
      return []
    })
  })
}
