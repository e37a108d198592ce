import type { TimeContext } from '../../time/read-time.ts'
import type { Clock } from '../csv/cells.ts'
import { type Cell, type Grid, isFilled, lineOf, widthOf } from './grid.ts'
import { headingOf } from './heading-of.ts'
import { type GridHeads, headsOf } from './heads-of.ts'
import { hoursIn } from './hours-in.ts'
import { countNights, daysOn, isSoon } from './night.ts'
import { holdPeople } from './people-row.ts'
import { isRoster } from './roster.ts'
import { settingIn } from './setting-of.ts'
import type { Setting, Words } from './slot.ts'

/** One item of a grid. `until`: where its own hour has no end, the next one's beginning. */
export type Slot = {
  words: Words
  clock: Clock
  until?: string | undefined
  place?: string | undefined
  setting: Setting
  row: number
}

/**
 * The items of a table with hours on one side and rooms or days on the other; null where it has no hours. What spans
 * several hours goes on to the end of the last, what spans several days is on each of them; what stands below without
 * an hour has that of the row above; what begins after midnight is on the next day. `isSure`: days, rooms or breaks show that it is such a table, and no list whose
 * names nobody foresaw. `isUsual`: the hours stand in its first column.
 */
export function unroll(
  table: Grid,
  setting: Setting,
  context: TimeContext,
): { slots: Slot[]; isSure: boolean; isUsual: boolean } | null {
  const hours = hoursIn(table)
  if (!hours) return null
  const { rows, first, column, from, isTurned, clocks } = hours
  const heads = headsOf(hours, setting, context)
  let own: Setting = { ...setting, ...heads.setting }
  let clock: Clock | null = null
  const nights = countNights()
  let above = new Map<number, Slot[]>()
  const slots: Slot[] = []
  for (let row = first; row < rows.length; row++) {
    const cells = rows[row]!
    const day = headingOf(cells, widthOf(rows), context)
    const before = cells.slice(0, column).map(lineOf).find(Boolean)
    const told = { ...(before && settingIn(before, context)), ...day }
    own = { ...own, ...told }
    if (told.day) nights.dayTold()
    const isGoingOn = !clocks[row] && !isFilled(cells[column]) && !day
    clock = isGoingOn ? clock : (clocks[row] ?? null)
    const here = [...new Set(cells.slice(from))].filter(cell => isFilled(cell) && cell.row === row)
    const isBelow = isGoingOn || (row > first && rows[row - 1]![column] === cells[column])
    if (!clock || day || (isBelow && addPeople(above, here))) continue
    above = new Map()
    const on = nights.at(clock.start)
    for (const cell of here) {
      const found = slotsIn(cell, clock, clocks, heads).map(slot => ({
        ...slot,
        setting: daysOn({ ...own, ...slot.setting }, on),
        row: isTurned ? cell.column : row,
      }))
      above.set(cell.column, found)
      slots.push(...found)
    }
  }
  if (heads.isList) return null
  const isSure = heads.isSure && !isRoster(slots.map(({ words }) => words.lines))
  return { slots, isSure, isUsual: column === 0 && !isTurned }
}

/** One for each day it spans; what spans several rooms is in none of them alone. */
function slotsIn(cell: Cell, clock: Clock, clocks: (Clock | null)[], heads: GridHeads): Slot[] {
  const { words, row } = cell
  const last = row + cell.rows - 1
  const next = clocks.slice(last + 1).find(Boolean)?.start
  const begun = clocks.slice(row, last + 1).findLast(Boolean)?.start ?? clock.start
  const until = clocks[last]?.end ?? (next && isSoon(begun, next) ? next : undefined)
  const { end: _, ...open } = clock
  // The row's own end is that of what spans no more rows.
  const time = { clock: cell.rows > 1 && clocks[last] !== clock ? open : clock, until }
  const spanned = heads.of.slice(cell.column, cell.column + cell.columns)
  const days = new Map(spanned.map(head => [head.day, head]))
  return [...days.values()].map(({ place, ...setting }) => ({
    words,
    ...time,
    ...(cell.columns === 1 && { place }),
    setting,
    row,
  }))
}

/** Who speaks stands below what it is about. */
function addPeople(above: Map<number, Slot[]>, here: Cell[]): boolean {
  if (!holdPeople(here) || !here.every(({ column }) => above.has(column))) return false
  for (const { column, words } of here)
    for (const slot of above.get(column)!)
      slot.words = { ...slot.words, lines: [...slot.words.lines, ...words.lines] }
  return true
}
