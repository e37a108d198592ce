import type { Cell, Grid } from './grid.ts'
import type { Words } from './slot.ts'

/** Columns and rows, counted from 0, that are one cell. */
export type Merged = { row: number; column: number; lastRow: number; lastColumn: number }

/** A grid of plain cells. `linkAt`: where the words of a cell lead. */
export function gridOfCells(
  rows: readonly (readonly string[])[],
  merged: readonly Merged[] = [],
  linkAt: (row: number, column: number) => string | undefined = () => undefined,
): Grid {
  const grid: Grid = rows.map(() => [])
  for (const { row, column, lastRow, lastColumn } of merged) {
    if (row >= rows.length || column >= mostColumns) continue
    const last = { row: Math.min(lastRow, rows.length - 1), column: Math.min(lastColumn, mostColumns - 1) }
    const cell: Cell = {
      words: wordsOf(rows[row]![column] ?? '', linkAt(row, column)),
      row,
      column,
      rows: last.row - row + 1,
      columns: last.column - column + 1,
    }
    for (let down = row; down <= last.row; down++)
      for (let right = column; right <= last.column; right++) grid[down]![right] ??= cell
  }
  for (const [row, cells] of rows.entries())
    for (const [column, text] of cells.slice(0, mostColumns).entries())
      grid[row]![column] ??= { words: wordsOf(text, linkAt(row, column)), row, column, rows: 1, columns: 1 }
  return grid
}

const mostColumns = 60

function wordsOf(text: string, link: string | undefined): Words {
  const lines = text
    .split(/\r?\n|\r/)
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
  const urls = [...(link ? [link] : []), ...(text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? [])]
  return { lines, links: [...new Set(urls)].slice(0, 50).map(url => ({ text: '', url })) }
}
