import type { Problem } from '../../domain/problem.ts'
import { type ApartKind, askApart, isFailure } from '../apart.ts'
import type { Merged } from '../timetable/grid-of-cells.ts'
import { zipEntries } from '../zip-entries.ts'

/** A date or a time of day is a `Date` in UTC whose figures are those of the cell. */
export type SheetCell = string | number | boolean | Date | null

/** `links`: addresses behind cells, by `row,column`. Cells below and beside a merged one are empty in `rows`. */
export type Sheet = {
  name: string
  rows: SheetCell[][]
  merged: Merged[]
  links: Map<string, string>
  cut: boolean
}
export type SheetsContent = { sheets: Sheet[]; hidden: string[]; is1904: boolean }
export type SheetsGiven = { bytes: Uint8Array; isOpen: boolean; limits: SheetLimits }
export type SheetsAnswer = { content: SheetsContent } | { unread: 'locked' | 'broken' }

/**
 * What one spreadsheet may take: its size, what it says it unpacks to, how many files are in it, sheets, rows and
 * columns of each, milliseconds, and megabytes of memory while it is read.
 */
export type SheetLimits = typeof sheetLimits
export const sheetLimits = {
  bytes: 20 * 1024 * 1024,
  unpacked: 120 * 1024 * 1024,
  entries: 1000,
  sheets: 30,
  rows: 20_000,
  columns: 150,
  ms: 15_000,
  megabytes: 400,
}

/** The sheets of an XLSX or ODS file, read in a thread of its own; sizes are looked at before anything is unpacked. */
export async function readSheets(
  bytes: Uint8Array,
  limits: Partial<SheetLimits> = {},
): Promise<{ content: SheetsContent } | { problem: Problem }> {
  const own = { ...sheetLimits, ...limits }
  const entries = zipEntries(bytes, own.entries + 1)
  if (!entries) return { problem: problem('broken') }
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0)
  // An entry that claims to be empty and is not has no size at which unpacking it would stop.
  const lies = entries.some(({ size, packed }) => size === 0 && packed > 2)
  if (bytes.length > own.bytes || unpacked > own.unpacked || entries.length > own.entries || lies)
    return { problem: problem('too-large') }
  const isOpen = entries.some(({ name }) => name === 'content.xml')
  const given: SheetsGiven = { bytes, isOpen, limits: own }
  const answer = await askApart<SheetsAnswer>(apart, given, own)
  if (isFailure(answer)) return { problem: problem(answer.failed === 'broken' ? 'broken' : 'too-heavy') }
  return 'unread' in answer ? { problem: problem(answer.unread) } : answer
}

/** One file at a time, as all together would take what one may take times their number. */
const apart: ApartKind = { file: new URL('./sheet-worker.ts', import.meta.url), most: 1, idleMs: 0 }

const says = {
  'too-large': `This spreadsheet is larger than programmes are: at most ${sheetLimits.bytes / 1024 / 1024} MB, and ${sheetLimits.unpacked / 1024 / 1024} MB once unpacked. Copy the table of events into a file of its own.`,
  'too-heavy':
    'This spreadsheet takes too much time or memory to be read. Copy the table of events into a file of its own, or save it as CSV.',
  locked:
    'This spreadsheet is locked with a password. Save it without one, or save the table of events as CSV.',
  broken: 'This spreadsheet is damaged and cannot be read. Open and save it again, or save it as CSV.',
}

function problem(code: keyof typeof says): Problem {
  const values = { megabytes: sheetLimits.bytes / 1024 / 1024 }
  return {
    code: code === 'broken' ? 'damaged' : code,
    says: says[code],
    ...(code === 'too-large' && { values }),
  }
}
