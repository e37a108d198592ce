import { readToldTime } from '../../domain/told-time.ts'
import { epochOf } from '../../time/instants.ts'
import type { Columns } from './columns.ts'
import { type RowTime, readRowTime, type TimeCells, type TimeOptions } from './row-time.ts'
import type { Row } from './table.ts'

/** The hour of a row as it is at one of several places, so many days on. */
type Again = { name: string; zone: string; words: string; days: number }

const dayMs = 86_400_000

/**
 * When a row takes place whose hour is told for several places in a column each ("London", "Tokyo"). Where no other
 * column tells the hour, that of the first on the day itself counts; where they are not one moment, it is in doubt.
 */
export function readTimeOf(row: Row, columns: Columns, cells: TimeCells, options: TimeOptions): RowTime {
  const told = columns.again.flatMap(column => againIn(row, column))
  const own = readRowTime(cells, options)
  const day = own.start?.slice(0, 10)
  if (told.length === 0 || !day || own.sessions) return own
  const first = told.find(({ days }) => days === 0) ?? told[0]!
  const when = own.start!.includes('T') ? own : momentOf(first, cells, day, options)
  const at = epochIn(when)
  if (at === null) return own
  const off = told.filter(one => {
    const other = epochIn(momentOf(one, cells, day, options))
    return other !== null && other + one.days * dayMs !== at
  })
  const start = first.days === 0 || own.start!.includes('T') ? when : own
  if (off.length === 0) return start
  const names = off.map(({ name }) => name).join(', ')
  const says = `The times told for ${names} are not the moment that is told otherwise, or are on another day there.`
  return { ...start, doubts: [...(start.doubts ?? []), { code: 'zones-disagree', field: 'start', says }] }
}

function againIn({ cells }: Row, { column, name, zone }: Columns['again'][number]): Again[] {
  const cell = cells[column]?.slice(0, longestCell).replace(/\s+/g, ' ').trim() ?? ''
  const [whole, sign, count] = nextDay.exec(cell) ?? []
  const words = whole ? cell.replace(whole, '').trim() : cell
  if (!/\p{Nd}/u.test(words)) return []
  return [{ name, zone, words, days: whole ? (sign === '-' ? -1 : 1) * Number(count ?? 1) : 0 }]
}

const longestCell = 200

const nextDay =
  /\(?\s*(?:([+-])\s?([12])(?!\d)\s*(?:days?|d|día|jour|Tag)?|next day|following day|día siguiente|lendemain|am folgetag)\s*\)?\s*$/i

function momentOf({ words, zone }: Again, cells: TimeCells, day: string, options: TimeOptions): RowTime {
  const { start: _, time: __, endTime: ___, end: ____, ...rest } = cells
  return readRowTime({ ...rest, date: day, time: words, timezone: zone }, { order: options.order })
}

function epochIn({ start }: RowTime): number | null {
  const told = start ? readToldTime(start) : null
  return told && !told.isDay && told.zone ? epochOf(told.wall, told.zone) : null
}
