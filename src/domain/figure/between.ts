import { daysOf } from '../../time/edtf.ts'
import type { Figure, FigurePoint } from '../figure.ts'
import { byTime } from './members.ts'
import { type FigureValue, lineValueOn, valueOn } from './value-at.ts'

/** What became of a figure between two days. */
export type FigureBetween = {
  from: FigureValue | null
  to: FigureValue | null
  /**
   * By how much it changed within one definition: that which speaks at the end, where it spoke of the beginning as
   * well. Null: no one definition knows both.
   */
  by: number | null
  /** Who joined and left, on lines of members that speak, each with its day, month or year. */
  joined: FigurePoint[]
  left: FigurePoint[]
}

/** @param from the day before the first that counts, @param to the last (`YYYY-MM-DD`) */
export function changedBetween(figure: Figure, from: string, to: string): FigureBetween {
  const [before, now] = [valueOn(figure, from), valueOn(figure, to)]
  const line = figure.lines.find(({ key }) => key === now?.line)
  const same = line ? lineValueOn(figure, line, from) : null
  const acts = figure.lines
    .filter(({ counts, beside }) => counts === 'members' && !beside)
    .flatMap(({ key }) => actsBetween(figure, key, from, to))
  return {
    from: before,
    to: now,
    by: now && same ? now.value - same.value : null,
    joined: acts.filter(({ act }) => act === 'joined'),
    left: acts.filter(({ act }) => act === 'left'),
  }
}

/**
 * Who joined or left on one line of members after a day up to another, in the order of time. What is only known by its
 * month or year counts when all of that lies between.
 */
export function actsBetween(figure: Figure, line: string, from: string, to: string): FigurePoint[] {
  return figure.points
    .filter(point => point.line === line && point.act !== null)
    .filter(({ date }) => daysOf(date).first > from && daysOf(date).last <= to)
    .toSorted(byTime)
}
