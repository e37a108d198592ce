import type { Finding, InspectLine } from '../../domain/finding.ts'
import type { ProblemCode, ProblemValues } from '../../domain/problem.ts'
import type { Intake, IntakeOptions } from '../intake.ts'
import { adviceOn, signatureOf } from '../signature.ts'
import { type DateOrder, orderOf } from './cells.ts'
import { type Columns, matchColumns } from './columns.ts'
import { ownRows } from './own-rows.ts'
import { parseJsonTable } from './parse-json-table.ts'
import { parseTable } from './parse-table.ts'
import { isOfPeople } from './people-table.ts'
import { findingOf } from './row-finding.ts'
import { withSaidAbove } from './said-above.ts'
import type { BadRow, Row, Table } from './table.ts'

/**
 * A table of events: values separated by commas, semicolons, tabs or bars, or the same as JSON. Columns are known
 * by name. A row that cannot be read is a problem with its line; columns that were left out are named in the last line.
 */
export const readCsv: Intake = function* (bytes, options) {
  const signature = signatureOf(bytes)
  if (signature) return yield problem('not-a-table', adviceOn[signature])
  const published = options.published ?? options.readOn
  const context = published ? { published } : {}
  const table = looksLikeJson(bytes) ? parseJsonTable(bytes) : parseTable(bytes, context)
  if (!table) return yield problem('not-a-table', noNames)
  const { zone, year, ...told } = withSaidAbove(table, context)
  yield* linesOfTable(told, { ...options, ...(zone && { zone }), ...(year && { year }) })
}

export type TableOptions = IntakeOptions & { year?: number }

/** The rows of a table as findings, each column known by its name. `year`: of days that tell none. */
export function* linesOfTable(table: Table, options: TableOptions): Generator<InspectLine> {
  const columns = matchColumns(table.names, options.columns)
  if (!options.columns && isOfPeople(columns)) {
    const says = `${table.name ?? 'The table'} lists people and no events, and was left out.`
    return yield { problem: { code: 'people-left-out', says, ...(table.name && { note: true }) } }
  }
  if (!columns.of.has('title') && !columns.of.has('uid'))
    return yield problem('not-a-table', noTitles(columns), undefined, { columns: some(columns.names) })
  let hasPeople = false
  const own = ownRows(table.rows, table.names, () => {
    hasPeople = true
  })
  const { first, rest } = take(own, 500)
  const order = orderIn(first, columns)
  let rows = 0
  const told = new Map<string, string>()
  const turnedDown: string[] = []
  for (const row of all(first, rest)) {
    if ('says' in row) {
      yield problem('row-unreadable', row.says, row.where)
      continue
    }
    rows++
    const found = findingOf(row, columns, { ...options, order })
    if (!('none' in found)) {
      if (!isTwin(found, told)) yield { finding: found }
    } else if (found.none === 'untitled') yield problem('title-missing', untitled, row.where)
    else if (found.none === 'turned-down') turnedDown.push(found.title)
  }
  if (hasPeople) {
    const says = 'A list of people stands below the events, and was left out.'
    yield { problem: { code: 'people-left-out', says, note: true } }
  }
  if (turnedDown.length > 0) yield { problem: { code: 'rows-left-out', says: notIn(turnedDown), note: true } }
  if (rows === 0) yield problem('empty', `${table.name ?? 'The table'} has names of columns and no rows.`)
  if (table.cut) {
    const says = 'The table is larger than 64 MB; what comes after was not read.'
    yield problem('too-large', says, undefined, { megabytes: 64 })
  }
  if (columns.unknown.length > 0) {
    const values = { columns: some(columns.unknown) }
    yield { problem: { code: 'column-unknown', says: leftOut(columns.unknown), values, note: true } }
  }
}

/** A list of who comes says the same event in each of its rows. */
function isTwin(finding: Finding, told: Map<string, string>): boolean {
  if (!finding.uid) return false
  const all = JSON.stringify(finding)
  if (told.get(finding.uid) === all) return true
  told.set(finding.uid, all)
  return false
}

const untitled = 'This row has no title; give it one in the column of titles.'

function notIn(titles: readonly string[]): string {
  return `Rows were left out, as what they tell was turned down, withdrawn or deleted: ${some(titles)}.`
}

export const noNames =
  'No row with names of columns was found. Name them in the first row: title, date, time, timezone, place, country, organiser, url …'

function noTitles(columns: Columns): string {
  return `None of the columns is known to hold a title (found: ${some(columns.names)}). Name one of them “title”.`
}

function leftOut(unknown: readonly string[]): string {
  return unknown.length === 1
    ? `One column was left out, because nothing is known about its name: ${unknown[0]}.`
    : `${unknown.length} columns were left out, because nothing is known about their names: ${some(unknown)}.`
}

function some(names: readonly string[]): string {
  const shown = names
    .slice(0, 20)
    .map(name => name.slice(0, 60))
    .join(', ')
  return names.length > 20 ? `${shown} …` : shown
}

/** Days and months in figures are told apart by the whole column, as far as its first rows show. */
function orderIn(rows: (Row | BadRow)[], columns: Columns): DateOrder {
  const votes = { day: 0, month: 0 }
  for (const row of rows) {
    if ('says' in row) continue
    for (const field of ['date', 'start', 'endDate', 'end'] as const)
      for (const column of columns.of.get(field) ?? []) {
        const order = orderOf(row.cells[column]?.trim() ?? '')
        if (order) votes[order]++
      }
  }
  if (votes.day === votes.month) return null
  if (Math.min(votes.day, votes.month) > 0) return null
  return votes.day > 0 ? 'day' : 'month'
}

function take(rows: Iterable<Row | BadRow>, count: number) {
  const rest = rows[Symbol.iterator]()
  const first: (Row | BadRow)[] = []
  while (first.length < count) {
    const next = rest.next()
    if (next.done) break
    first.push(next.value)
  }
  return { first, rest }
}

function* all(first: (Row | BadRow)[], rest: Iterator<Row | BadRow>): Generator<Row | BadRow> {
  yield* first
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value
}

function looksLikeJson(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1000))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  return /^\[\s*(?:\{|$)|^\{\s*(?:"|$)/.test(head)
}

function problem(code: ProblemCode, says: string, where?: string, values?: ProblemValues): InspectLine {
  return { problem: { code, says, ...(where && { where }), ...(values && { values }) } }
}
