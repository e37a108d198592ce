import { attribute, type Element, isElement } from '../../post/html-tree.ts'

/** A table as it is seen: what spans rows or columns stands in each of them. */
export type Grid = { rows: Cell[][]; caption?: Element }
export type Cell = {
  element: Element
  /** Where it begins, and how many rows and columns it takes. */
  row: number
  column: number
  rows: number
  columns: number
}

/** No programme is larger, and spans may be written as large as one likes. */
const mostRows = 500
const mostColumns = 40

/** Null for tables that hold others: they are only there to put things beside each other. */
export function gridOf(table: Element): Grid | null {
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
      const cell: Cell = {
        element,
        row,
        column,
        rows: Math.min(spanOf(element, 'rowspan'), lines.length - row),
        columns: Math.min(spanOf(element, 'colspan'), mostColumns - column),
      }
      for (let down = 0; down < cell.rows; down++)
        for (let right = 0; right < cell.columns; right++) rows[row + down]![column + right] ??= cell
      column += cell.columns
    }
  }
  return { rows, ...(caption && { caption }) }
}

function spanOf(element: Element, name: string): number {
  const number = Number.parseInt(attribute(element, name) ?? '', 10)
  return number > 1 ? Math.min(number, mostRows) : 1
}
