import { fold } from '../../time/fold.ts'
import {
  attribute,
  type Element,
  isElement,
  parseTree,
  TooDeep,
  textInside,
  walk,
} from '../post/markup/html-tree.ts'
import { readText } from '../read-text.ts'
import type { FigureRead, FigureUnread } from './figure-read.ts'
import { readNumber } from './read-number.ts'

const maxBytes = 8 * 1024 * 1024
const mostCells = 50_000
const widest = 200

/**
 * One cell of a table of a page, told by what the headings of its row and its column say: where columns or rows are
 * moved, it is found all the same; where a heading is called otherwise, or there are two, nothing is.
 */
export function readFigureCell(
  bytes: Uint8Array,
  asked: { row: string; column: string },
  charset?: string,
): FigureRead | FigureUnread {
  const { text } = readText(bytes, { maxBytes, ...(charset && { declared: charset }) })
  const tables = tablesIn(text)
  if (tables === null) return { unread: 'too-heavy' }
  if (tables.length === 0) return { unread: 'no-table' }
  const [row, column] = [fold(asked.row), fold(asked.column)]
  const found = tables.flatMap(grid => cellsAt(grid, row, column))
  if (found.length === 0) {
    const hasRow = tables.some(grid => rowsNamed(grid, row).length > 0)
    const words = hasRow ? headingsOf(tables, 'columns') : headingsOf(tables, 'rows')
    return { unread: hasRow ? 'column-gone' : 'row-gone', words }
  }
  const cells = new Set(found)
  if (cells.size > 1) {
    return { unread: 'cell-twice', words: [...cells].slice(0, 5).join(' | ') }
  }
  const [cell = ''] = cells
  const number = readNumber(cell)
  if (!number) return { unread: 'no-number', words: cell.slice(0, 100) }
  const point = { date: null, value: number.value, who: null, act: null, note: null, source: null }
  return { points: [point], unit: number.unit, problems: [] }
}

/** Text of each cell, those that span several standing in each of them; and which are headings. */
type Grid = { cells: string[][]; headings: boolean[][] }

function tablesIn(html: string): Grid[] | null {
  let root: Element
  try {
    root = parseTree(html)
  } catch (error) {
    if (error instanceof TooDeep) return null
    throw error
  }
  const grids: Grid[] = []
  let count = 0
  for (const node of walk(root)) {
    if (!isElement(node) || node.tagName !== 'table') continue
    const grid = gridOf(node)
    count += grid.cells.reduce((sum, row) => sum + row.length, 0)
    if (count > mostCells) return grids
    if (grid.cells.length > 0) grids.push(grid)
  }
  return grids
}

function gridOf(table: Element): Grid {
  const grid: Grid = { cells: [], headings: [] }
  for (const [row, tr] of rowsOf(table).entries()) {
    if (row >= 5000) break
    grid.cells[row] ??= []
    grid.headings[row] ??= []
    let column = 0
    for (const cell of tr.childNodes) {
      if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue
      while (grid.cells[row]![column] !== undefined && column < widest) column++
      const words = withoutNotes(cell)
      const [down, across] = [spanOf(cell, 'rowspan', 100), spanOf(cell, 'colspan', widest - column)]
      for (let below = row; below < row + down; below++)
        for (let beside = column; beside < column + across; beside++) {
          grid.cells[below] ??= []
          grid.headings[below] ??= []
          grid.cells[below]![beside] = words
          grid.headings[below]![beside] = cell.tagName === 'th'
        }
      column += across
      if (column >= widest) break
    }
  }
  grid.cells = grid.cells.map(row => Array.from(row, cell => cell ?? ''))
  return grid
}

/** Its own rows, and not those of tables within. */
function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap(node => {
    if (!isElement(node)) return []
    if (node.tagName === 'tr') return [node]
    return /^t(?:head|body|foot)$/.test(node.tagName) ? rowsOf(node) : []
  })
}

/** Text without footnote marks, which move with every edit of a page. */
function withoutNotes(cell: Element): string {
  const kept = {
    ...cell,
    childNodes: cell.childNodes.filter(node => !isElement(node) || node.tagName !== 'sup'),
  }
  return textInside(kept)
    .replace(/\[[^\]]{1,12}\]/g, '')
    .trim()
    .slice(0, 500)
}

function spanOf(cell: Element, name: 'rowspan' | 'colspan', most: number): number {
  return Math.min(Math.max(1, Math.trunc(Number(attribute(cell, name))) || 1), Math.max(1, most))
}

function cellsAt(grid: Grid, row: string, column: string): string[] {
  const rows = rowsNamed(grid, row)
  return rows.flatMap(at => columnsNamed(grid, column, at).map(beside => grid.cells[at]![beside] ?? ''))
}

/** Rows whose heading – or, where no cell is one, first cell – says this. */
function rowsNamed({ cells, headings }: Grid, name: string): number[] {
  return cells.flatMap((row, at) => {
    const isHeading = (index: number) => headings[at]?.[index] || index === 0
    // A row of nothing but headings is that of the columns.
    if (row.length > 1 && row.every((_, index) => headings[at]?.[index])) return []
    return row.some((cell, index) => isHeading(index) && fold(cell) === name) ? [at] : []
  })
}

/** Columns whose heading above the row says this: in a row of headings, or in the first. */
function columnsNamed({ cells, headings }: Grid, name: string, below: number): number[] {
  const width = cells[below]!.length
  return Array.from({ length: width }, (_, column) => column).filter(column =>
    cells
      .slice(0, below)
      .some((row, at) => (at === 0 || headings[at]?.[column]) && fold(row[column] ?? '') === name),
  )
}

/** What there is instead, for whoever looks for it. */
function headingsOf(tables: Grid[], of: 'rows' | 'columns'): string {
  const words = tables.flatMap(({ cells }) =>
    of === 'columns' ? (cells[0] ?? []) : cells.map(row => row[0] ?? ''),
  )
  return [...new Set(words.filter(word => word !== ''))].slice(0, 12).join(' | ').slice(0, 300)
}
