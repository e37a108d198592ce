import type { Clock } from '../csv/cells.ts'
import { withAfternoons } from './afternoons.ts'
import { bareClocks, clockIn } from './clock-in.ts'
import { type Grid, lineOf, turned, widthOf } from './grid.ts'

/**
 * Where a grid has its hours, turned so that they run downwards: in which column (ends may stand in the next one), from
 * which row on, and in which column the items begin. `clocks`: of each row.
 */
export type Hours = {
  rows: Grid
  isTurned: boolean
  first: number
  column: number
  from: number
  clocks: (Clock | null)[]
}

export function hoursIn(grid: Grid): Hours | null {
  return hoursDown(grid, false) ?? hoursDown(turned(grid), true)
}

/** A day, or a number, may stand before the hours. */
const columnsBefore = 2
/** A title and notes may stand above hours that run across. */
const rowsBefore = 15

function hoursDown(rows: Grid, isTurned: boolean): Hours | null {
  const last = Math.min(isTurned ? rowsBefore : columnsBefore, widthOf(rows) - 1)
  for (let column = 0; column <= last; column++) {
    const clocks = clocksIn(rows, column)
    const count = clocks.filter(Boolean).length
    if (count < 2) continue
    const ends = clocksIn(rows, column + 1)
    const hasEnds = ends.filter(Boolean).length * 2 >= count
    return {
      rows,
      isTurned,
      first: clocks.findIndex(Boolean),
      column,
      from: column + (hasEnds ? 2 : 1),
      clocks: hasEnds ? clocks.map((clock, row) => withEnd(clock, ends[row]!)) : clocks,
    }
  }
  return null
}

function clocksIn(rows: Grid, column: number): (Clock | null)[] {
  const cells = rows.map(row => row[column])
  const told = cells.map(clockIn)
  return told.filter(Boolean).length < 2 ? bareClocks(cells) : withAfternoons(told, cells.map(lineOf))
}

function withEnd(clock: Clock | null, end: Clock | null): Clock | null {
  return clock && end && !clock.end ? { ...clock, end: end.start } : clock
}
