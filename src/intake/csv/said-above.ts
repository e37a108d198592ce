import { readTime } from '../../time/read-time.ts'
import { zoneSaid } from '../post/zone-said.ts'
import { matchColumns } from './columns.ts'
import type { BadRow, Row, Table } from './parse-table.ts'

/**
 * A table with what is said above its names, or in a row of its own between the others, for all rows below: a day,
 * where there is no column of days, and a zone.
 */
export function withSaidAbove(table: Table, published: string | undefined): Table & { zone?: string } {
  const { above = [], names } = table
  const zone = zoneSaid([...above], published ? { published } : {})
  const { of } = matchColumns(names)
  const needsDay = of.has('time') && !of.has('date') && !of.has('start')
  if (!needsDay) return { ...table, ...(zone && { zone }) }
  const day = above.map(words => dayIn(words, published)).find(Boolean) ?? ''
  const rows = datedRows(table.rows, names.length, day, published)
  return { ...table, names: [...names, 'date'], rows, ...(zone && { zone }) }
}

function* datedRows(
  rows: Iterable<Row | BadRow>,
  width: number,
  above: string,
  published: string | undefined,
): Generator<Row | BadRow> {
  let day = above
  for (const row of rows) {
    if ('says' in row) {
      yield row
      continue
    }
    const told = row.cells.filter(cell => cell.trim() !== '')
    const heading = told.length === 1 ? dayIn(told[0]!, published) : undefined
    if (heading) day = heading
    else yield { ...row, cells: [...Array.from({ length: width }, (_, at) => row.cells[at] ?? ''), day] }
  }
}

/** Words that tell one day, and little else: "Day 1: Monday, 14 December 2020". */
export function dayIn(words: string, published: string | undefined): string | undefined {
  if (!/\d/.test(words) || words.length > 120) return undefined
  const { readings } = readTime(words, published ? { published } : {})
  return readings.length === 1 ? /^\d{4}-\d\d-\d\d$/.exec(readings[0]!.start)?.[0] : undefined
}
