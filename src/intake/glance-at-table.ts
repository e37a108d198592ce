import type { Field } from './csv/column-names.ts'
import { type ColumnsTold, columnKey, matchColumns } from './csv/columns.ts'
import { parseJsonTable } from './csv/parse-json-table.ts'
import { parseTable } from './csv/parse-table.ts'
import { isOfPeople } from './csv/people-table.ts'
import type { Table } from './csv/table.ts'
import { recognise } from './recognise.ts'
import { readSheets } from './spreadsheet/sheets.ts'
import { tablesOf } from './spreadsheet/table-of.ts'

/** The columns of a table, for what each of them was taken (null: it is left out), and its first rows. `key`: the whole name. */
export type TableGlance = { columns: { key: string; name: string; field: Field | null }[]; rows: string[][] }

const mostRows = 5
const mostColumns = 40
const mostLetters = 120

/** How a table is understood, before it is imported. Null for what is no table. */
export async function glanceAtTable(
  bytes: Uint8Array,
  name: string,
  { as, published, columns }: { as: string | null; published: string; columns?: ColumnsTold },
): Promise<TableGlance | null> {
  const found = as ? { kind: as } : recognise(bytes, name)
  if (!('kind' in found)) return null
  const table =
    found.kind === 'csv'
      ? (parseJsonOf(bytes) ?? parseTable(bytes, { published }))
      : found.kind === 'spreadsheet'
        ? await firstSheet(bytes, published, columns)
        : null
  return table && glanceAt(table, columns)
}

function parseJsonOf(bytes: Uint8Array): Table | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('utf8')
  return /^\uFEFF?\s*[[{]/.test(head) ? parseJsonTable(bytes) : null
}

async function firstSheet(
  bytes: Uint8Array,
  published: string,
  columns?: ColumnsTold,
): Promise<Table | null> {
  const answer = await readSheets(bytes)
  if (!('content' in answer)) return null
  const { sheets, is1904 } = answer.content
  const tables = tablesOf(sheets, { is1904, published, ...(columns && { columns }) })
  const found = tables.filter(table => table !== null)
  return found.find(({ names }) => !isOfPeople(matchColumns(names))) ?? found[0] ?? null
}

function glanceAt({ names, rows }: Table, told?: ColumnsTold): TableGlance {
  const { of } = matchColumns(names, told)
  const fields = new Map([...of].flatMap(([field, at]) => at.map(column => [column, field] as const)))
  const shown = [...names.keys()].filter(column => names[column]!.trim() !== '' || fields.has(column))
  const columns = shown.slice(0, mostColumns)
  const first: string[][] = []
  for (const row of rows) {
    if ('says' in row) continue
    first.push(columns.map(column => cut(row.cells[column] ?? '')))
    if (first.length === mostRows) break
  }
  return {
    columns: columns.map(column => ({
      key: columnKey(names[column]!),
      name: cut(names[column]!),
      field: fields.get(column) ?? null,
    })),
    rows: first,
  }
}

function cut(cell: string): string {
  const words = cell.replace(/\s+/g, ' ').trim()
  return words.length > mostLetters ? `${words.slice(0, mostLetters)}…` : words
}
