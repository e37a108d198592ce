import { attribute, type Element, isElement } from '../../post/markup/html-tree.ts'
import type { Cell, Grid } from '../../timetable/grid.ts'
import type { Words } from '../../timetable/slot.ts'
import { wordsOf } from './words-of.ts'

/** `caption`: in words. */
export type HtmlGrid = { rows: Grid; caption?: string }

/** No programme is larger, and spans may be written as large as one likes. */
const mostRows = 500
const mostColumns = 40

/** Null for tables that hold others: they are only there to put things beside each other. */
export function gridOf(table: Element, base: string | undefined): HtmlGrid | null {
  const lines: Element[] = []
  let caption: Element | undefined
  const stack: Element[] = [table]
  for (let next = stack.pop(); next; next = stack.pop()) {
    for (const child of next.childNodes.filter(isElement).toReversed()) {
      if (child.tagName === 'caption') caption = child
      else if (/^(?:thead|tbody|tfoot)$/.test(child.tagName)) stack.push(child)
    }
    if (
      next !== table ||
      !next.childNodes.some(child => isElement(child) && /^t(?:head|body|foot)$/.test(child.tagName))
    )
      lines.push(...next.childNodes.filter(isElement).filter(child => child.tagName === 'tr'))
  }
  if (lines.length < 2 || lines.length > mostRows) return null
  const rows: Cell[][] = lines.map(() => [])
  for (const [row, line] of lines.entries()) {
    let column = 0
    for (const element of line.childNodes.filter(isElement)) {
      if (!/^t[dh]$/.test(element.tagName)) continue
      while (rows[row]![column]) column++
      if (column >= mostColumns) break
      const cell = cellOf(element, base, {
        row,
        column,
        rows: Math.min(spanOf(element, 'rowspan'), lines.length - row),
        columns: Math.min(spanOf(element, 'colspan'), mostColumns - column),
      })
      for (let down = 0; down < cell.rows; down++)
        for (let right = 0; right < cell.columns; right++) rows[row + down]![column + right] ??= cell
      column += cell.columns
    }
  }
  return { rows, ...(caption && { caption: wordsOf(caption, undefined).lines.join(' ') }) }
}

/** Words are gathered when they are asked for: most tables of a page are no programme. */
function cellOf(element: Element, base: string | undefined, at: Omit<Cell, 'words'>): Cell {
  let told: Words | undefined
  return {
    ...at,
    get words() {
      return (told ??= wordsOf(element, base))
    },
  }
}

function spanOf(element: Element, name: string): number {
  const number = Number.parseInt(attribute(element, name) ?? '', 10)
  return number > 1 ? Math.min(number, mostRows) : 1
}
