import { mostRowsAbove, yearIn } from '../csv/above-in.ts'
import type { Field } from '../csv/column-names.ts'
import { matchColumns } from '../csv/columns.ts'
import { hasTitles, knownFields } from '../csv/parse-table.ts'
import { isOfPeople } from '../csv/people-table.ts'
import { dayIn, zoneOfAll } from '../csv/said-above.ts'
import type { Row } from '../csv/table.ts'
import { cellText } from './cell-text.ts'
import { gridInSheet } from './grid-in-sheet.ts'
import type { SheetOptions, SheetTable } from './sheet-table.ts'
import type { Sheet } from './sheets.ts'

/**
 * The tables in these sheets, null for each without a row of names. Names are found by what columns are usually called.
 * Where none of them is a title, hours may run along rooms or days. Where no sheet has such, the first that looks like a
 * table is one in words that nobody foresaw, to be told by whoever knows them.
 */
export function tablesOf(sheets: readonly Sheet[], options: SheetOptions): (SheetTable | null)[] {
  const headers = sheets.map(headerOf)
  const grids = sheets.map((sheet, at) =>
    headers[at] !== -1 && hasTitles(namesIn(sheet, headers[at]!)) ? null : gridInSheet(sheet, options),
  )
  const isKnown = headers.some((header, at) => header !== -1 || grids[at])
  const foreign = isKnown ? [] : sheets.map(foreignHeaderOf)
  const first = foreign.findIndex(header => header !== -1)
  return sheets.map(
    (sheet, at) => grids[at] ?? tableOf(sheet, at === first ? foreign[at]! : headers[at]!, options),
  )
}

function namesIn(sheet: Sheet, header: number): string[] {
  return sheet.rows[header]!.map(cell => (typeof cell === 'string' ? cell.trim() : ''))
}

/**
 * The table in a sheet below this row of names; null where there is none. A day
 * that stands alone in a row, above the names or as the name of the sheet is the day of the rows below it, where
 * there is no column of days; a zone said above the names is that of all.
 */
function tableOf(
  sheet: Sheet,
  header: number,
  { is1904, published, columns: told }: SheetOptions,
): SheetTable | null {
  if (header === -1) return null
  const names = namesIn(sheet, header)
  const columns = matchColumns(names, told)
  const fieldAt = new Map(
    [...columns.of].flatMap(([field, at]) => at.map(column => [column, field] as const)),
  )
  const textAt = (row: number, column: number): string => {
    const field = fieldAt.get(column)
    const text = cellText(sheet.rows[row]![column] ?? null, { field, is1904 })
    const link = field && linkFields.has(field) ? sheet.links.get(`${row},${column}`) : undefined
    return link && !text.includes('://') ? `${text} ${link}`.trim() : text
  }
  fillMerged(sheet)
  const above = [sheet.name, ...sheet.rows.slice(0, header).map(row => wordsOf(row))]
  // Of what nothing is known nothing is missed.
  const needsDay =
    columns.of.size > 0 && !columns.of.has('date') && !columns.of.has('start') && !isOfPeople(columns)
  const titles = columns.of.get('title') ?? []
  const year = yearIn(above)
  const context = { ...(published && { published }), ...(year && { year }) }
  const zone = zoneOfAll(above, context)
  const dayOf = (words: string) => dayIn(words, context)
  const extra = [
    ...(needsDay ? ['date'] : []),
    ...(titles.length > 0 && !columns.of.has('url') ? ['url'] : []),
  ]

  function* rows(): Generator<Row> {
    let day = needsDay ? (above.map(dayOf).find(Boolean) ?? '') : ''
    for (let row = header + 1; row < sheet.rows.length; row++) {
      const cells = names.map((_, column) => textAt(row, column))
      const told = sheet.rows[row]!.filter(cell => cell !== null && cell !== '')
      if (told.length === 0) continue
      const heading = needsDay && told.length === 1 ? dayOf(wordsOf(told)) : undefined
      if (heading) {
        day = heading
        continue
      }
      if (needsDay) cells.push(day)
      if (extra.includes('url'))
        cells.push(titles.map(column => sheet.links.get(`${row},${column}`)).find(Boolean) ?? '')
      yield { cells, where: `sheet “${sheet.name}”, row ${row + 1}` }
    }
  }

  return {
    names: [...names, ...extra],
    rows: rows(),
    cut: sheet.cut,
    ...(zone && { zone }),
    ...(year && { year }),
  }
}

/** Where a word in a cell may have the address behind it. */
const linkFields = new Set<Field>([
  'url',
  'join',
  'registration',
  'livestream',
  'recording',
  'slides',
  'programme',
  'source',
])

function headerOf({ rows }: Sheet): number {
  let best = -1
  let most = 1
  for (const [at, row] of rows.slice(0, mostRowsAbove).entries()) {
    const known = knownFields(row.map(cell => (typeof cell === 'string' ? cell : '')))
    if (known > most) [best, most] = [at, known]
  }
  return best
}

/** Names and no values: short words, each another, and below them a row of at least two cells. */
function foreignHeaderOf({ rows }: Sheet): number {
  const filled = (row: Sheet['rows'][number] | undefined) =>
    (row ?? []).filter(cell => cell !== null && cell !== '')
  const at = rows.slice(0, mostRowsAbove).findIndex(row => filled(row).length > 1)
  const names = filled(rows[at])
  const isName = (cell: unknown) =>
    typeof cell === 'string' && cell.length <= 60 && /\p{L}/u.test(cell) && !cell.includes('://')
  const areNames = names.every(isName) && new Set(names).size === names.length
  return at !== -1 && areNames && filled(rows[at + 1]).length > 1 ? at : -1
}

/** What is merged downwards holds for each of its rows: one day beside many talks. */
function fillMerged({ rows, merged }: Sheet): void {
  for (const { row, column, lastRow } of merged) {
    const cell = rows[row]?.[column] ?? null
    for (let at = row + 1; at <= Math.min(lastRow, rows.length - 1); at++) rows[at]![column] ??= cell
  }
}

function wordsOf(row: readonly unknown[]): string {
  return row
    .flatMap(cell =>
      cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null ? [] : String(cell),
    )
    .join(' ')
    .trim()
}
