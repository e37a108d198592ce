import { dayOf } from '../../time/days.ts'
import { daysOf } from '../../time/edtf.ts'
import type { Figure, FigureLine, FigurePoint, FigureSource } from '../figure.ts'
import { membersOn } from './members.ts'
import { stepsOf } from './steps.ts'

/** What a line says of a moment. */
export type LineValue = {
  value: number
  /**
   * - `exact` it is told, or every change up to then is
   * - `at-least`, `at-most` it was this when it was last told, and can only have grown, or fallen
   * - `last-known` it was this when it was last told
   */
  how: 'exact' | 'at-least' | 'at-most' | 'last-known'
  /** Since when it is so (a date as that of a point). */
  since: string
  /** Key of the line. */
  line: string
  /** The point that says so, or the last that was counted. */
  point: FigurePoint
  source: FigureSource | null
  /** The last day of which the line tells something, this moment at the latest. */
  known: string
}

export type FigureValue = LineValue & {
  /**
   * What other lines, or other sources of the same line and date, say otherwise of the same moment: it cannot be so as
   * well. What was known earlier and has since been overtaken is not among them.
   */
  others: LineValue[]
}

/**
 * What a figure is at a moment (epoch milliseconds): what the line says that knows of the latest day up to it; of those
 * that know the same the first. Null: nothing is told yet.
 */
export function valueAt(figure: Figure, at: number): FigureValue | null {
  return valueOn(figure, dayOf(at, 'UTC'))
}

/** The same for a day (`YYYY-MM-DD`), when it has passed. */
export function valueOn(figure: Figure, day: string): FigureValue | null {
  const told = figure.lines.flatMap(line => {
    const values = valuesOn(figure, line, day)
    return values.map((value, index) => ({ value, speaks: !line.beside && index === 0 }))
  })
  const best = told
    .filter(({ speaks }) => speaks)
    .reduce<LineValue | null>(
      (known, { value }) => (known && known.known >= value.known ? known : value),
      null,
    )
  if (!best) return null
  const others = told.flatMap(({ value }) => (value !== best && saysOtherwise(value, best) ? [value] : []))
  return { ...best, others }
}

/** Whether both cannot be so: who last knew of less, where it only grows, has said nothing else. */
function saysOtherwise(one: LineValue, other: LineValue): boolean {
  if (one.value === other.value || one.how === 'last-known') return false
  if (one.how === 'at-least') return one.value > other.value
  if (one.how === 'at-most') return one.value < other.value
  return true
}

/** What one line says of a day; null: nothing is told by then. */
export function lineValueOn(figure: Figure, line: FigureLine, day: string): LineValue | null {
  return valuesOn(figure, line, day)[0] ?? null
}

/** The one that counts first. */
function valuesOn(figure: Figure, line: FigureLine, day: string): LineValue[] {
  return line.counts === 'totals' ? totalsOn(figure, line, day) : countedOn(figure, line, day)
}

function totalsOn(figure: Figure, line: FigureLine, day: string): LineValue[] {
  const step = stepsOf(figure, line).findLast(({ date }) => daysOf(date).first <= day)
  if (!step) return []
  const last = later(daysOf(step.date).last, line.until && daysOf(line.until).last)
  const how = day <= last ? 'exact' : after(figure)
  const known = earlier(day, last)
  return step.points.map(point => ({
    value: point.value!,
    how,
    since: step.date,
    line: line.key,
    point,
    source: sourceOf(figure, point),
    known,
  }))
}

function countedOn(figure: Figure, line: FigureLine, day: string): LineValue[] {
  const { certain, unsure, latest } = membersOn(figure, line.key, day)
  if (!latest) return []
  const last = line.until ? daysOf(line.until).last : lastTold(figure, line)
  const within = unsure.length > 0 ? 'at-least' : 'exact'
  return [
    {
      value: certain.length,
      how: day <= last ? within : after(figure),
      since: latest.date,
      line: line.key,
      point: latest,
      source: sourceOf(figure, latest),
      known: earlier(day, last),
    },
  ]
}

function lastTold({ points }: Figure, { key }: FigureLine): string {
  return points
    .filter(({ line }) => line === key)
    .reduce((last, { date }) => later(last, daysOf(date).last), '')
}

function after({ direction }: Figure): LineValue['how'] {
  return direction === 'grows' ? 'at-least' : direction === 'falls' ? 'at-most' : 'last-known'
}

function sourceOf({ sources }: Figure, { source }: FigurePoint): FigureSource | null {
  return sources.find(({ id }) => id === source) ?? null
}

function later(one: string, other: string | null): string {
  return other !== null && other > one ? other : one
}

function earlier(one: string, other: string): string {
  return one < other ? one : other
}
