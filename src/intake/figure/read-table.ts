import { type FigureColumns, figureColumns } from '../../domain/figure-watch.ts'
import { countryOf } from '../../time/countries.ts'
import { type DateOrder, orderOf } from '../csv/cells.ts'
import { rowReader } from '../csv/separated-values.ts'
import { readText } from '../read-text.ts'
import { matchFigureColumns } from './figure-columns.ts'
import {
  type Counts,
  type FigureProblem,
  type FigureProblemCode,
  type FigureRead,
  type FigureUnread,
  mostPoints,
  mostProblems,
  type ReadPoint,
} from './figure-read.ts'
import { readFigureDate } from './read-date.ts'
import { readNumber } from './read-number.ts'

type Asked = {
  counts: Counts
  /** What somebody says that columns hold; by their names where nothing is said. */
  columns?: FigureColumns
  /** Only rows in which this column says this. */
  where?: { column: string; is: string } | null
}

const maxBytes = 8 * 1024 * 1024
const longestRow = 100_000
const mostColumns = 500

/**
 * A table of separated values, or one that was pasted: the history of a number, or who joined and left. A row that cannot
 * be read is a problem and never a guess.
 */
export function readFigureTable(bytes: Uint8Array, asked: Asked): FigureRead | FigureUnread {
  const { text } = readText(bytes, { maxBytes })
  const rows = rowsOf(text)
  const header = rows?.findIndex(row => (row.cells?.filter(cell => cell.trim() !== '').length ?? 0) > 1) ?? -1
  if (!rows || header < 0) return { unread: 'no-table' }
  const names = rows[header]!.cells!.map(cell => cell.trim().slice(0, 200))
  const columns = asked.columns ?? matchFigureColumns(names)
  for (const name of [...Object.values(columns), ...(asked.where ? [asked.where.column] : [])])
    if (!names.includes(name)) return { unread: 'column-gone', words: name }
  const table = { names, columns }
  if (!isEnough(columns, asked.counts)) return { points: [], unit: null, problems: [], table }
  const read = pointsOf(rows.slice(header + 1), names, { ...asked, columns })
  return { ...read, table }
}

/** Whether these columns tell what a line of this kind needs. */
export function isEnough(columns: FigureColumns, counts: Counts): boolean {
  if (counts === 'totals') return columns.value !== undefined
  return columns.who !== undefined && (columns.joined !== undefined || columns.date !== undefined)
}

type Cells = { cells: string[] | null; where: string }

function rowsOf(text: string): Cells[] | null {
  const told = /^sep=(.)\r?\n/.exec(text)
  const from = told?.[0].length ?? 0
  const delimiter = told?.[1] ?? delimiterOf(text)
  const rowAt = rowReader(text, delimiter, longestRow)
  const rows: Cells[] = []
  let line = told ? 2 : 1
  for (let at = from; at < text.length && rows.length < 4 * mostPoints; ) {
    const row = rowAt(at)
    if (typeof row === 'string') {
      rows.push({ cells: null, where: `${line}` })
      break
    }
    if (row.cells.some(cell => cell.trim() !== ''))
      rows.push({ cells: row.cells.slice(0, mostColumns), where: `${line}` })
    at = row.end
    line += row.lines
  }
  return rows.length > 1 ? rows : null
}

/** By which the first rows fall into most cells, each into as many. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
    .slice(0, 10)
  const score = (mark: string) => {
    const counts = lines.map(line => line.split(mark).length - 1)
    return Math.max(0, ...counts) === 0 ? 0 : counts.filter(count => count === counts[0] && count > 0).length
  }
  return ['\t', ';', ',', '|'].toSorted((a, b) => score(b) - score(a))[0]!
}

function pointsOf(
  rows: Cells[],
  names: string[],
  { counts, columns, where }: Asked & { columns: FigureColumns },
): FigureRead {
  const place = Object.fromEntries(
    figureColumns.map(column => [column, names.indexOf(columns[column] ?? '')]),
  )
  const whereAt = where ? names.indexOf(where.column) : -1
  const chosen = rows.filter(
    ({ cells }) => !cells || whereAt < 0 || (cells[whereAt] ?? '').trim() === where!.is.trim(),
  )
  const order = orderIn(chosen, [place.date!, place.joined!, place.left!])
  const points: ReadPoint[] = []
  const problems: FigureProblem[] = []
  const units = new Set<string | null>()
  const wrong = (code: FigureProblemCode, cell: string, at: string) => {
    if (problems.length < mostProblems) problems.push({ code, cell: cell.slice(0, 100), where: at })
  }
  for (const { cells, where: at } of chosen) {
    if (!cells) {
      wrong('row-broken', '', at)
      continue
    }
    const cell = (column: string) => cells[place[column] ?? -1]?.trim() ?? ''
    const note = cell('note').slice(0, 500) || null
    const source = cell('source').slice(0, 500) || null
    const who = whoOf(cell('who'))
    if (points.length >= mostPoints) {
      wrong('too-many', '', at)
      break
    }
    if (counts === 'totals') {
      if (cell('value') === '') continue
      const number = readNumber(cell('value'))
      const date = place.date! < 0 ? null : dateIn(cell('date'), order)
      if (!number) wrong('no-number', cell('value'), at)
      else if (date && 'unread' in date) wrong(unreadOf(date.unread), cell('date'), at)
      else {
        units.add(number.unit)
        points.push({ date: date?.date ?? null, value: number.value, who, act: null, note, source })
      }
      continue
    }
    const acts = [
      ['joined', cell(place.joined! < 0 ? 'date' : 'joined')],
      ['left', cell('left')],
    ] as const
    for (const [act, told] of acts) {
      if (told === '') continue
      const { date: words, mark } = withoutMark(told)
      const date = dateIn(words, order)
      if (who === null) wrong('nobody', told, at)
      else if ('unread' in date) wrong(unreadOf(date.unread), told, at)
      else
        points.push({
          date: date.date,
          value: null,
          who,
          act,
          note: [mark, note].filter(Boolean).join('; ') || null,
          source,
        })
    }
  }
  const unit = units.size === 1 ? [...units][0]! : null
  return { points, unit, problems }
}

const unreadOf = (unread: 'order' | 'no-date') => (unread === 'order' ? 'date-order' : 'no-date')

/** Which figure comes first in dates, where any row tells; where rows contradict each other, none does. */
function orderIn(rows: Cells[], columns: number[]): DateOrder {
  const orders = new Set(
    rows.flatMap(({ cells }) =>
      columns.flatMap(column => (column < 0 || !cells ? [] : [orderOf(cells[column]?.trim() ?? '')])),
    ),
  )
  orders.delete(null)
  return orders.size === 1 ? [...orders][0]! : null
}

function dateIn(cell: string, order: DateOrder) {
  return readFigureDate(cell, order)
}

/** A country by its code, whoever else as they are called. */
function whoOf(cell: string): string | null {
  const name = cell
    .replace(/\s+/g, ' ')
    .replace(/\s*(?:\[[^\]]{1,12}\]|[*†‡]+)$/, '')
    .trim()
  if (name === '') return null
  return asListed.get(name.toLowerCase()) ?? countryOf(name) ?? name.slice(0, 200)
}

/** As lists of States mean it, other than people who tell where something takes place. */
const asListed = new Map([
  ['congo', 'CG'],
  ['european union', 'EU'],
  ['european community', 'EU'],
])

/** Behind a date the Treaty Collection says by a letter how a State joined. */
function withoutMark(cell: string): { date: string; mark: string | null } {
  const [, date = cell, mark] = /^(.*\d)\s+([aAdcs]|AA)$/.exec(cell) ?? []
  return { date, mark: mark ? (marks[mark] ?? null) : null }
}

const marks: Record<string, string> = {
  a: 'accession',
  A: 'acceptance',
  AA: 'approval',
  c: 'formal confirmation',
  d: 'succession',
  s: 'definitive signature',
}
