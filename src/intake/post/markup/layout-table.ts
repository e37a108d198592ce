import { type Element, isElement, textInside, walk } from './html-tree.ts'

const known = new WeakMap<Element, boolean>()

/**
 * Whether a row is of a table that only sets out a page, as newsletters and pages of the nineties do: it holds other
 * tables or headings, or no row of it has more than one cell with words.
 */
export function isLayout(row: Element): boolean {
  const table = tableOf(row)
  if (!table) return false
  const told = known.get(table) ?? setsOut(table)
  known.set(table, told)
  return told
}

function tableOf(row: Element): Element | undefined {
  let at = row.parentNode
  while (at && 'tagName' in at && at.tagName !== 'table') at = at.parentNode
  return at && 'tagName' in at ? at : undefined
}

function setsOut(table: Element): boolean {
  let rows = 0
  for (const node of walk(table)) {
    if (!isElement(node)) continue
    if (node.tagName === 'table' || /^h[1-4]$/.test(node.tagName)) return true
    if (node.tagName === 'tr' && ++rows > 2000) return false
  }
  return [...walk(table)].every(node => !isElement(node) || node.tagName !== 'tr' || tellsOnce(node))
}

function tellsOnce(row: Element): boolean {
  const cells = row.childNodes.filter(isElement).filter(cell => /^t[dh]$/.test(cell.tagName))
  return cells.filter(cell => textInside(cell) !== '').length <= 1
}
