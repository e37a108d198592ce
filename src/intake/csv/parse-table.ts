import type { TimeContext } from '../../time/read-time.ts'
import { readText } from '../read-text.ts'
import { mostRowsAbove } from './above-in.ts'
import { matchColumns } from './columns.ts'
import { gridInText } from './grid-in-text.ts'
import { rowReader } from './separated-values.ts'
import type { BadRow, Row, Table } from './table.ts'

/** More than any table of events has; what comes after is not read. */
const maxBytes = 64 * 1024 * 1024
const maxRowLength = 1024 * 1024
const maxBadRows = 50

/**
 * Rows of a table of separated values, read one by one. The delimiter and the row of names are those under which
 * most columns are known by name. Where none is a title, hours may run along rooms or days: their items are the rows.
 * Where none is known, the first row may be one in words that nobody foresaw, to be told by whoever knows them; null
 * where it does not look so.
 */
export function parseTable(bytes: Uint8Array, context: TimeContext = {}): Table | null {
  const { text, cut } = readText(bytes, { maxBytes })
  const told = /^sep=(.)\r?\n/.exec(text)
  const start = told?.[0].length ?? 0
  const delimiters = told ? [told[1]!] : [',', ';', '\t', '|']
  let best: { delimiter: string; header: Header; known: number } | null = null
  for (const delimiter of delimiters) {
    const header = findHeader(text, delimiter, start)
    if (header && (!best || header.known > best.known)) best = { delimiter, header, known: header.known }
  }
  if (!best || !hasTitles(best.header.names)) {
    const grid = gridInText(text, start, delimiters, context)
    if (grid) return { ...grid, cut }
  }
  if (!best)
    for (const delimiter of delimiters) {
      const header = foreignHeader(text, delimiter, start)
      if (header && header.names.length > (best?.header.names.length ?? 0))
        best = { delimiter, header, known: 0 }
    }
  if (!best) return null
  const { delimiter, header } = best
  const lines = header.lines + (told ? 1 : 0)
  const { names, above, end } = header
  return { names, rows: readRows(text, delimiter, end, lines), cut, ...(above.length > 0 && { above }) }
}

type Header = { names: string[]; known: number; end: number; lines: number; above: string[] }

function findHeader(text: string, delimiter: string, start: number): Header | null {
  const rowAt = rowReader(text, delimiter, maxRowLength)
  let best: Header | null = null
  let end = start
  let lines = 0
  const above: string[] = []
  for (let rows = 0; rows < mostRowsAbove && end < text.length; rows++) {
    const row = rowAt(end)
    if (typeof row === 'string') break
    end = row.end
    lines += row.lines
    const known: number = row.cells.length > 1 || best === null ? knownFields(row.cells) : 0
    if (known >= 2 && known > (best?.known ?? 0))
      best = { names: row.cells, known, end, lines, above: [...above] }
    above.push(row.cells.join(' ').trim())
  }
  return best
}

/** Names and no values: short words, each another, and below them a row of as many cells. */
function foreignHeader(text: string, delimiter: string, start: number): Header | null {
  const rowAt = rowReader(text, delimiter, maxRowLength)
  const row = rowAt(start)
  if (typeof row === 'string') return null
  const below = row.end < text.length ? rowAt(row.end) : null
  if (below === null || typeof below === 'string' || below.cells.length !== row.cells.length) return null
  const names = row.cells.map(cell => cell.trim())
  const areNames = names.every(name => name.length <= 60 && /\p{L}/u.test(name) && !name.includes('://'))
  if (names.length < 2 || !areNames || new Set(names).size < names.length) return null
  return { names: row.cells, known: 0, end: row.end, lines: row.lines, above: [] }
}

/** Whether a column of these tells what each row is; what has an identifier may be a page's address in words. */
export function hasTitles(names: readonly string[]): boolean {
  const { of } = matchColumns(names)
  return of.has('title') || of.has('uid')
}

export function knownFields(cells: readonly string[]): number {
  return matchColumns(cells).of.size
}

function* readRows(
  text: string,
  delimiter: string,
  from: number,
  linesBefore: number,
): Generator<Row | BadRow> {
  const rowAt = rowReader(text, delimiter, maxRowLength)
  let at = from
  let line = linesBefore + 1
  let bad = 0
  while (at < text.length) {
    const row = rowAt(at)
    if (typeof row !== 'string') {
      if (row.cells.some(cell => cell.trim() !== '')) yield { cells: row.cells, where: `line ${line}` }
      at = row.end
      line += row.lines
      continue
    }
    yield { says: saysOf[row], where: `line ${line}` }
    if (++bad >= maxBadRows) {
      yield {
        says: `More than ${maxBadRows} rows cannot be read; the rest was left out.`,
        where: `line ${line}`,
      }
      return
    }
    const next = text.indexOf('\n', at)
    if (next === -1) return
    at = next + 1
    line++
  }
}

const saysOf = {
  'quote-not-closed': 'A quotation mark is opened here and never closed.',
  'too-long':
    'This row does not end within a million letters: if a cell begins with a quotation mark, close it or take the mark away.',
}
