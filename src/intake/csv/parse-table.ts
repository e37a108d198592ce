import { type CsvError, parse } from 'csv-parse/sync'
import { charsetOf, readText } from '../read-text.ts'
import { matchColumns } from './columns.ts'

/** `line`: the line of the file a row begins on, or the name of a JSON array's item. */
export type Row = { cells: readonly string[]; where: string }
export type BadRow = { says: string; where: string }
export type Table = { names: readonly string[]; rows: Iterable<Row | BadRow>; cut: boolean }

/** More than any table of events has; what comes after is not read. */
const maxBytes = 64 * 1024 * 1024
const maxRowBytes = 1024 * 1024
const maxBadRows = 50

/**
 * Rows of a table of separated values, read piece by piece. The delimiter and the row of names are those under which
 * most columns are known by name; null where no row looks like one.
 */
export function parseTable(bytes: Uint8Array): Table | null {
  const { data, cut } = utf8Of(bytes)
  const told = /^(?:\uFEFF)?sep=(.)\r?\n/.exec(data.toString('utf8', 0, 16))
  let best: { delimiter: string; header: Header; known: number } | null = null
  for (const delimiter of told ? [told[1]!] : [',', ';', '\t', '|']) {
    const header = findHeader(data, delimiter)
    if (header && (!best || header.known > best.known)) best = { delimiter, header, known: header.known }
  }
  if (!best) return null
  const { delimiter, header } = best
  return { names: header.names, rows: readRows(data, delimiter, header.end, header.lines), cut }
}

type Header = { names: string[]; known: number; end: number; lines: number }

/** A title and empty rows may stand above the names, as spreadsheets have them. */
const mostRowsAbove = 15

function findHeader(data: Buffer, delimiter: string): Header | null {
  let best: Header | null = null
  const start = startOf(data)
  for (const { record, info } of parseSome(data.subarray(start), delimiter, mostRowsAbove, {
    tolerant: true,
  })) {
    const known: number = record.length > 1 || best === null ? knownFields(record) : 0
    if (known >= 2 && known > (best?.known ?? 0)) {
      best = { names: record, known, end: start + info.bytes, lines: info.lines }
    }
  }
  return best
}

function knownFields(record: string[]): number {
  return matchColumns(record).of.size
}

function* readRows(
  data: Buffer,
  delimiter: string,
  from: number,
  linesBefore: number,
): Generator<Row | BadRow> {
  let at = from
  let lines = linesBefore
  let count = 256
  let bad = 0
  while (at < data.length) {
    let parsed: Parsed[]
    try {
      parsed = parseSome(data.subarray(at), delimiter, count)
    } catch (error) {
      if (count > 1) {
        count = Math.max(1, Math.floor(count / 16))
        continue
      }
      yield { says: sayError(error as CsvError), where: `line ${lines + 1}` }
      if (++bad >= maxBadRows) {
        yield {
          says: `More than ${maxBadRows} rows cannot be read; the rest was left out.`,
          where: `line ${lines + 1}`,
        }
        return
      }
      const next = data.indexOf(10, at)
      if (next === -1) return
      at = next + 1
      lines++
      continue
    }
    if (parsed.length === 0) return
    let line = lines
    for (const { record, info } of parsed) {
      if (record.some(cell => cell.trim() !== '')) yield { cells: record, where: `line ${line + 1}` }
      line = lines + info.lines
    }
    const { info } = parsed.at(-1)!
    if (info.bytes === 0) return
    at += info.bytes
    lines += info.lines
    count = 256
  }
}

type Parsed = { record: string[]; info: { bytes: number; lines: number } }

function parseSome(data: Buffer, delimiter: string, count: number, { tolerant = false } = {}): Parsed[] {
  const options = {
    delimiter,
    info: true,
    to: count,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: maxRowBytes,
  } as const
  if (!tolerant) return parse(data, options) as unknown as Parsed[]
  for (let rows = count; rows > 0; rows = Math.floor(rows / 2)) {
    try {
      return parse(data, { ...options, to: rows }) as unknown as Parsed[]
    } catch {
      // A row that cannot be read may follow the names: fewer rows are tried.
    }
  }
  return []
}

function sayError(error: CsvError): string {
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return 'A cell that begins with a quotation mark here does not end: close it or take the mark away.'
  }
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'A quotation mark is opened here and never closed.'
  return `This row cannot be read: ${error.message}`
}

function startOf(data: Buffer): number {
  const mark = data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf ? 3 : 0
  const told = /^sep=.\r?\n/.exec(data.toString('utf8', mark, mark + 16))
  return mark + (told?.[0].length ?? 0)
}

/** Nearly every table is UTF-8 already and is parsed as it is; others are written again. */
function utf8Of(bytes: Uint8Array): { data: Buffer; cut: boolean } {
  const part = bytes.subarray(0, maxBytes)
  const cut = bytes.length > maxBytes
  if (charsetOf(part.subarray(0, 1 << 20)).charset === 'utf-8' && !part.includes(0)) {
    return { data: Buffer.from(part.buffer, part.byteOffset, part.byteLength), cut }
  }
  return { data: Buffer.from(readText(part).text), cut }
}
