import { compareDates } from '../../time/edtf.ts'
import type { Figure, FigureLine, FigurePoint } from '../figure.ts'
import { actsOf, byTime } from './members.ts'

/** What a line says from a date on. */
export type Step = {
  /** As precise as it is known. */
  date: string
  value: number
  /** What says so: on a line of totals the first gives the value, and the others contradict it or say the same. */
  points: FigurePoint[]
}

/** A line as a row of steps, in the order of time: to be drawn, and to be listed. */
export function stepsOf(figure: Figure, line: FigureLine): Step[] {
  return line.counts === 'totals' ? totals(figure, line) : counted(figure, line)
}

function totals({ points, sources }: Figure, { key }: FigureLine): Step[] {
  const told = points.filter(({ line, value }) => line === key && value !== null)
  const order = new Map(sources.map(({ id, rank }, index) => [id, rank === 'primary' ? index : index + 1000]))
  const weight = ({ source }: FigurePoint) => order.get(source ?? '') ?? 10_000
  return [...Map.groupBy(told, ({ date }) => date)]
    .toSorted(([a], [b]) => compareDates(a, b))
    .map(([date, group]) => {
      const ranked = group.toSorted((a, b) => weight(a) - weight(b))
      return { date, value: ranked[0]!.value!, points: ranked }
    })
}

/** Of a line of members: how many belonged once everything of a date had happened. */
function counted(figure: Figure, { key }: FigureLine): Step[] {
  const effects = [...actsOf(figure, key).values()].flatMap(acts => {
    let belongs = false
    return acts.flatMap(point => {
      if ((point.act === 'joined') === belongs) return []
      belongs = !belongs
      return [point]
    })
  })
  const steps: Step[] = []
  let value = 0
  for (const point of effects.toSorted(byTime)) {
    value += point.act === 'joined' ? 1 : -1
    const last = steps.at(-1)
    if (last?.date === point.date) {
      last.value = value
      last.points.push(point)
    } else steps.push({ date: point.date, value, points: [point] })
  }
  return steps
}
