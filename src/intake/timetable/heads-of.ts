import { readTime, type TimeContext } from '../../time/read-time.ts'
import { zoneIn } from '../post/times/zone-said.ts'
import { type Cell, type Grid, isFilled, lineOf, widthOf } from './grid.ts'
import type { Hours } from './hours-in.ts'
import { hasListColumn } from './list-columns.ts'
import { isAboutRooms, isOfSeries, looksLikeRoom, namesRoom } from './room-words.ts'
import { settingIn } from './setting-of.ts'
import type { Setting } from './slot.ts'

type Head = { place?: string; day?: string; zone?: string }

/**
 * What the rows above the hours say of each column, and of all. `isSure`: they are days or rooms beyond doubt: two
 * of them, or one beside one other. `isList`: a column of it is of people, of rooms or of answers.
 */
export type GridHeads = { of: Head[]; setting: Partial<Setting>; isSure: boolean; isList: boolean }

export function headsOf(hours: Hours, setting: Setting, context: TimeContext): GridHeads {
  const { rows, column, from } = hours
  const above = headRows(hours)
  const corner = above.map(cells => lineOf(cells[column])).filter(Boolean)
  const ofAll = { ...zoneOfCorner(corner, context), ...dayOf(corner, context) }
  const week = ofAll.day ?? setting.day
  const of: Head[] = []
  for (let at = from; at < widthOf(rows); at++) {
    const told = above.map((cells, level) => headAt(cells, at, from, level > 0)).filter(Boolean)
    const day = dayOf(told, context).day ? dayOf(told, context) : weekdayIn(told, week)
    const place = told.find(words => !isDay(words, context) && !isCount(words))
    of[at] = { ...day, ...(place && widthOf(rows) - from > 1 && { place: place.slice(0, 200) }) }
  }
  const heads = of.slice(from)
  const days = heads.filter(({ day }) => day).length
  const names = Array.from(of, head => head?.place ?? '')
  const isRoom = (at: number) => namesRoom(names[at]!) || isOfSeries(names[at]!, names)
  const isList = hasListColumn(hours, names, at => isRoom(at) || of[at]?.day !== undefined)
  const rooms = names.filter((name, at) => isRoom(at) || (looksLikeRoom(name) && !isAboutRooms(name))).length
  const isOfRooms = !isList && names.some((_, at) => isRoom(at)) && (rooms >= 2 || heads.length === 2)
  return { of, setting: ofAll, isSure: days >= 2 || isOfRooms, isList }
}

/** Rows directly above the hours with more than a title in them, the lowest first. */
function headRows({ rows, first, column }: Hours): Grid {
  const found: Grid = []
  for (let row = first - 1; row >= 0 && found.length < mostLevels; row--) {
    const filled = new Set(rows[row]!.filter(isFilled))
    if (filled.size === 0) break
    // A title over all columns; days may span all rooms.
    if (filled.size === 1 && (found.length > 0 || ![...filled].some(cell => cell.column > column))) break
    found.push(rows[row]!)
  }
  return found
}

const mostLevels = 4

/** A name that holds for several columns stands in the first of them where nothing is merged. */
function headAt(cells: Cell[], at: number, from: number, goesOn: boolean): string {
  for (let column = at; column >= from; column--) {
    if (isFilled(cells[column])) return lineOf(cells[column])
    if (!goesOn) break
  }
  return ''
}

function dayOf(words: string[], context: TimeContext): { day?: string; zone?: string } {
  return words.map(told => settingIn(told, context)).find(({ day }) => day) ?? {}
}

function zoneOfCorner(words: string[], context: TimeContext): { zone?: string } {
  for (const told of words) {
    const zone = zoneIn(/\(([^()]{2,60})\)/.exec(told)?.[1] ?? '', context)
    if (zone) return { zone }
  }
  return {}
}

/** "Tuesday", in a week whose first day is told. */
function weekdayIn(words: string[], week: string | undefined): { day?: string } {
  const told = words.find(isWeekday)
  const day = told && week ? readTime(told, { published: week }).readings[0]?.start.slice(0, 10) : undefined
  return day ? { day } : {}
}

function isWeekday(words: string): boolean {
  if (words.length > 20 || /\p{Nd}/u.test(words)) return false
  const { doubts, readings } = readTime(words, { published: '2021-01-15' })
  return readings.length > 0 && doubts.some(({ code }) => code === 'date-missing')
}

function isDay(words: string, context: TimeContext): boolean {
  return settingIn(words, context).day !== undefined || isWeekday(words) || numbered.test(words)
}

const numbered =
  /^(?:day|día|dia|jour|tag|giorno|dag|dzień|den|nap|ziua|gün|hari|день|ден|day no\.?)\s*\d{1,2}$/iu

/** "120 seats" */
function isCount(words: string): boolean {
  return (
    /^\(?\s*(?:(?:max\.?|capacity|cap\.?|pax)\s*:?\s*)?\d+(?:\s*\p{L}+\.?)?\s*\)?$/iu.test(words) &&
    !looksLikeRoom(words)
  )
}
