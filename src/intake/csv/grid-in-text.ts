import type { TimeContext } from '../../time/read-time.ts'
import { gridOfCells } from '../timetable/grid-of-cells.ts'
import { gridTable } from '../timetable/grid-table.ts'
import { aboveIn } from './above-in.ts'
import { rowReader } from './separated-values.ts'
import type { Table } from './table.ts'

/** No grid of hours is larger. */
const mostRows = 500
const longestRow = 100_000

/** A grid of hours and rooms or days in a text of separated values, under the delimiter with most items; null without. */
export function gridInText(
  text: string,
  start: number,
  delimiters: readonly string[],
  context: TimeContext,
): Table | null {
  const tables = delimiters.flatMap(delimiter => {
    const found = rowsIn(text, start, delimiter)
    if (!found) return []
    const { rows, lines } = found
    return gridTable(gridOfCells(rows), aboveIn(rows), context, row => `line ${lines[row]}`) ?? []
  })
  const count = (table: Table) => [...table.rows].length
  return tables.toSorted((a, b) => count(b) - count(a))[0] ?? null
}

function rowsIn(
  text: string,
  start: number,
  delimiter: string,
): { rows: string[][]; lines: number[] } | null {
  const rowAt = rowReader(text, delimiter, longestRow)
  const rows: string[][] = []
  const lines: number[] = []
  let line = start > 0 ? 2 : 1
  for (let at = start; at < text.length; ) {
    const row = rowAt(at)
    if (typeof row === 'string' || rows.length >= mostRows) return null
    rows.push(row.cells)
    lines.push(line)
    line += row.lines
    at = row.end
  }
  return { rows, lines }
}
