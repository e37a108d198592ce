import type { Field } from '../csv/column-names.ts'
import type { SheetCell } from './sheets.ts'

/**
 * A cell as a person would have typed it. Spreadsheets count days from 1900 or from 1904, hours as parts of a day;
 * what has no format of a date may still be one where its column says so.
 */
export function cellText(
  cell: SheetCell,
  { field, is1904 }: { field: Field | undefined; is1904: boolean },
): string {
  if (typeof cell === 'string')
    return /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)$/.test(cell) ? '' : cell
  if (typeof cell === 'number') return ofNumber(cell, field, is1904)
  if (cell instanceof Date) return ofDate(cell, is1904)
  return cell === null ? '' : cell ? 'yes' : 'no'
}

const days = new Set<Field>(['date', 'start', 'endDate', 'end', 'published', 'registrationUntil'])
const hours = new Set<Field>(['time', 'start', 'endTime', 'end', 'duration'])
const dayMs = 86_400_000

function ofNumber(cell: number, field: Field | undefined, is1904: boolean): string {
  if (field && days.has(field) && cell >= 20_000 && cell < 80_000)
    return ofDate(new Date(Math.round((cell - 25_569 + (is1904 ? 1462 : 0)) * dayMs)), false)
  if (field && hours.has(field) && cell > 0 && cell < 1) return clockOf(new Date(cell * dayMs))
  return String(cell)
}

/** A time of day alone stands on the first days that spreadsheets know. */
function ofDate(date: Date, is1904: boolean): string {
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000)
  const isClock = rounded.getTime() < Date.UTC(is1904 ? 1904 : 1900, 0, 2)
  if (isClock) return clockOf(rounded)
  const day = rounded.toISOString().slice(0, 10)
  return rounded.getTime() % dayMs === 0 ? day : `${day} ${clockOf(rounded)}`
}

function clockOf(date: Date): string {
  return new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(11, 19)
}
