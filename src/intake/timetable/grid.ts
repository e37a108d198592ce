import type { Words } from './slot.ts'

/** A table as it is seen: what spans rows or columns stands in each of them. A place without a cell is empty. */
export type Grid = Cell[][]
/** Where it begins, and how many rows and columns it takes. */
export type Cell = { readonly words: Words; row: number; column: number; rows: number; columns: number }

export function isFilled(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && cell.words.lines.length > 0
}

export function lineOf(cell: Cell | undefined): string {
  return isFilled(cell) ? cell.words.lines.join(' ') : ''
}

export function widthOf(grid: Grid): number {
  return grid.reduce((most, cells) => Math.max(most, cells.length), 0)
}

/** Rows as columns. */
export function turned(grid: Grid): Grid {
  const kept = new Map<Cell, Cell>()
  const turn = (cell: Cell): Cell => {
    const { words, row, column, rows, columns } = cell
    if (!kept.has(cell)) kept.set(cell, { words, row: column, column: row, rows: columns, columns: rows })
    return kept.get(cell)!
  }
  return Array.from({ length: widthOf(grid) }, (_, column) =>
    grid.map(cells => (cells[column] ? turn(cells[column]) : (undefined as never))),
  )
}
