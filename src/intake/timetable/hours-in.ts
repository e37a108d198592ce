import { clockIn, type Grid, turned } from './grid.ts'

/**
 * Where a grid has its hours, turned so that they run downwards: in which column (ends may stand in the next one), from
 * which row on, and in which column the items begin.
 */
export type Hours = {
  rows: Grid
  isTurned: boolean
  first: number
  column: number
  end?: number
  from: number
}

export function hoursIn(grid: Grid): Hours | null {
  return hoursDown(grid, false) ?? hoursDown(turned(grid), true)
}

/** A day, or a number, may stand before the hours. */
const columnsBefore = 2
/** A title and notes may stand above hours that run across. */
const rowsBefore = 15

function hoursDown(rows: Grid, isTurned: boolean): Hours | null {
  for (let column = 0; column <= (isTurned ? rowsBefore : columnsBefore); column++) {
    const count = clocksIn(rows, column)
    if (count < 2) continue
    const hasEnds = clocksIn(rows, column + 1) * 2 >= count
    const first = rows.findIndex(cells => clockIn(cells[column]))
    const from = column + (hasEnds ? 2 : 1)
    return { rows, isTurned, first, column, from, ...(hasEnds && { end: column + 1 }) }
  }
  return null
}

function clocksIn(rows: Grid, column: number): number {
  return rows.filter(cells => clockIn(cells[column])).length
}
