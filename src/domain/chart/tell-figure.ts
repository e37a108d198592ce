import { changedBetween } from '../figure/between.ts'
import { yearBefore } from '../figure/in-text.ts'
import { valueOn } from '../figure/value-at.ts'
import type { Figure } from '../figure.ts'
import { type ChartLine, pointsOf } from './chart.ts'

/** What is to be seen in a figure and its chart, most of all first. Days as ISO dates. */
export type FigureSays =
  | { says: 'from-to'; from: number; first: string; to: number; last: string }
  /** Since a year ago; `by` within one definition. */
  | { says: 'year'; by: number; since: string }
  /** Among those it is compared with, on the last day of which something is known of all of them. */
  | { says: 'rank'; higher: number; among: number; day: string }
  | { says: 'goal'; left: number; goal: number }
  /** From then on it was counted otherwise. */
  | { says: 'otherwise'; day: string }
  | { says: 'second-hand' }

/** @param line the figure as its chart has it, @param today ISO date: as of which it is told */
export function tellFigure(figure: Figure, compared: Figure[], line: ChartLine, today: string): FigureSays[] {
  const told: FigureSays[] = []
  const now = valueOn(figure, today)
  if (!now) return told
  const parts = line.parts.filter(({ isBeside }) => !isBeside)
  // Of one way of counting alone can be said how far it came: that which tells most.
  const longest = parts.reduce<(typeof parts)[number] | null>(
    (most, part) => (most && daysIn(most.points) >= daysIn(part.points) ? most : part),
    null,
  )
  const [first, last] = [longest?.points[0], longest?.points.at(-1)]
  if (first && last && first.day.slice(0, 4) !== last.day.slice(0, 4))
    told.push({ says: 'from-to', from: first.value, first: first.day, to: last.value, last: last.day })
  const since = yearBefore(today)
  const { by } = changedBetween(figure, since, today)
  // What was only known last a while ago says nothing of this year.
  if (by !== null && now.how === 'exact') told.push({ says: 'year', by, since })
  told.push(...rankOf(figure, compared, today))
  if (figure.goal && figure.goal.value !== now.value)
    told.push({ says: 'goal', left: Math.abs(figure.goal.value - now.value), goal: figure.goal.value })
  for (const day of parts
    .map(({ points }) => points[0]!.day)
    .sort()
    .slice(1))
    told.push({ says: 'otherwise', day })
  if (pointsOf(line.parts).some(({ isSecondary }) => isSecondary)) told.push({ says: 'second-hand' })
  return told
}

/** Numbers of different years cannot be told to be higher or lower. */
function rankOf(figure: Figure, compared: Figure[], today: string): FigureSays[] {
  const values = [figure, ...compared].map(each => valueOn(each, today))
  if (values.length < 3 || values.some(value => value === null)) return []
  const day = values.map(value => value!.known).reduce((one, other) => (one < other ? one : other))
  const [own, ...others] = [figure, ...compared].map(each => valueOn(each, day))
  if (!own || others.some(other => other === null)) return []
  const higher = others.filter(other => other!.value > own.value).length
  return [{ says: 'rank', higher, among: others.length, day }]
}

function daysIn(points: { day: string }[]): number {
  return points.length === 0 ? 0 : Date.parse(points.at(-1)!.day) - Date.parse(points[0]!.day)
}
