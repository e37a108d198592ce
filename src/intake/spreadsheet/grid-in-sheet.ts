import { aboveIn, yearIn } from '../csv/above-in.ts'
import { zoneOfAll } from '../csv/said-above.ts'
import { gridOfCells } from '../timetable/grid-of-cells.ts'
import { gridTable } from '../timetable/grid-table.ts'
import { cellText } from './cell-text.ts'
import type { SheetOptions, SheetTable } from './sheet-table.ts'
import type { Sheet } from './sheets.ts'

/** No grid of hours is larger. */
const mostRows = 500

/** A sheet with hours on one side and rooms or days on the other; null for any other. Its name may tell the day. */
export function gridInSheet(sheet: Sheet, { is1904, published }: SheetOptions): SheetTable | null {
  if (sheet.rows.length > mostRows) return null
  // Parts of a day without a format are hours, where a grid has numbers at all.
  const rows = sheet.rows.map(row => row.map(cell => cellText(cell, { field: 'time', is1904 })))
  const above = [...aboveIn(rows), sheet.name]
  const year = yearIn(above)
  const context = published ? { published } : {}
  const grid = gridOfCells(rows, sheet.merged, (row, column) => sheet.links.get(`${row},${column}`))
  const table = gridTable(grid, above, context, row => `sheet “${sheet.name}”, row ${row + 1}`)
  if (!table) return null
  const zone = zoneOfAll(above, context)
  return { ...table, ...(zone && { zone }), ...(year && { year }) }
}
