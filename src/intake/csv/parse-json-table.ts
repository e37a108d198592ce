import { readText } from '../read-text.ts'
import { matchColumns } from './columns.ts'
import type { Row, Table } from './table.ts'

/** The same table as JSON: an array of flat objects, alone or under a name, or one object a line. */
export function parseJsonTable(bytes: Uint8Array): Table | null {
  const { text, cut } = readText(bytes)
  const found = listIn(parseJson(text))
  return found && { ...tableOf(found), cut }
}

/** A list of events that lies deeper within other JSON: things with a title and a day or a moment; null without. */
export function tableIn(json: unknown): Table | null {
  const tables = listsIn(json, 0).map(tableOf)
  return (
    tables.find(({ names }) => {
      const { of } = matchColumns(names)
      return of.has('title') && (of.has('date') || of.has('start'))
    }) ?? null
  )
}

function listsIn(value: unknown, depth: number): List[] {
  if (!isItem(value) || depth > mostLevels) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    Array.isArray(inner) ? (isList(inner) ? [{ items: inner, name }] : []) : listsIn(inner, depth + 1),
  )
}

function tableOf(found: List): Table {
  const names = new Set<string>()
  for (const item of found.items) for (const [name] of leavesOf(item)) names.add(name)
  const columns = [...names]
  return { names: columns, rows: rowsOf(found, columns), cut: false }
}

/** Deeper than this no table is, and hostile nesting is. */
const mostLevels = 3
const mostColumns = 20_000
type Item = Record<string, unknown>
type List = { items: Item[]; name: string }

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return parseJsonLines(text)
  }
}

function parseJsonLines(text: string): unknown {
  if (!text.startsWith('{')) return null
  const items: unknown[] = []
  for (const line of text.split('\n')) {
    if (!line.trim()) continue
    try {
      items.push(JSON.parse(line))
    } catch {
      return null
    }
  }
  return items
}

function listIn(value: unknown): List | null {
  if (Array.isArray(value)) return isList(value) ? { items: value, name: '' } : null
  if (!isItem(value)) return null
  let largest: List | null = null
  for (const [name, inner] of Object.entries(value)) {
    if (Array.isArray(inner) && isList(inner) && inner.length > (largest?.items.length ?? 0)) {
      largest = { items: inner, name }
    }
  }
  return largest ?? { items: [value], name: '' }
}

function isList(value: unknown[]): value is Item[] {
  return value.length > 0 && value.every(isItem)
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function* rowsOf({ items, name }: List, columns: string[]): Generator<Row> {
  const at = new Map(columns.map((column, index) => [column, index]))
  for (const [index, item] of items.entries()) {
    const cells = new Array<string>(columns.length).fill('')
    for (const [column, cell] of leavesOf(item)) cells[at.get(column)!] = cell
    if (cells.some(cell => cell !== '')) yield { cells, where: `${name}[${index}]` }
  }
}

function* leavesOf(item: Item, prefix = '', level = 1): Generator<[name: string, cell: string]> {
  let count = 0
  for (const [key, value] of Object.entries(item)) {
    if (++count > mostColumns) return
    if (isItem(value)) {
      const leaf = leafOf(value)
      if (leaf) {
        yield [prefix + key, leaf.cell]
        if (leaf.zone) yield ['timezone', leaf.zone]
      } else if (level < mostLevels)
        yield* leavesOf(value, wrappers.test(key) ? prefix : `${prefix}${key} `, level + 1)
    } else if (value !== null && value !== undefined) {
      yield [prefix + key, cellOf(value)]
    }
  }
}

/** What only holds the fields of its thing: Airtable's records, features of GeoJSON. */
const wrappers = /^(?:properties|attributes|fields)$/

/** A text with its markup beside it, or a moment with its zone: one value, though it is told as an object. */
function leafOf(item: Item): { cell: string; zone?: string } | null {
  const text = item.text ?? item.rendered
  if (typeof text === 'string' && Object.keys(item).length <= 3) return { cell: text }
  const moment = item.dateTime ?? item.local
  const zone = item.timeZone ?? item.timezone
  if (typeof moment !== 'string') return null
  return { cell: moment, ...(typeof zone === 'string' && { zone }) }
}

function cellOf(value: unknown): string {
  if (!Array.isArray(value)) return String(value)
  return value
    .map(one => (isItem(one) ? (one.name ?? one.title) : one))
    .flatMap(one => (typeof one === 'object' || !one ? [] : String(one)))
    .join('; ')
}
