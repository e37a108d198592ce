import type { Finding } from '../../../domain/finding.ts'
import { readTime, type TimeContext } from '../../../time/read-time.ts'
import { type Clock, readClock } from '../../csv/cells.ts'
import { type Columns, type Field, matchColumns } from '../../csv/columns.ts'
import { linesOfTable } from '../../csv/read-csv.ts'
import type { Element } from '../../post/html-tree.ts'
import { type Cell, type Grid, gridOf } from './grid.ts'
import { settingIn } from './setting-of.ts'
import { type Setting, slotOf, type Words, wordsOf } from './slot.ts'

/** `events`: each with its own day in the table; `sessions`: hours of days that are told around them. */
export type Timetable = { events: Finding[]; sessions: Finding[] }

export function timetableOf(table: Element, setting: Setting, context: TimeContext): Timetable {
  const nothing = { events: [], sessions: [] }
  const grid = gridOf(table)
  if (!grid) return nothing
  const words = new Map<Cell, Words>()
  const wordsIn = (cell: Cell): Words => {
    let told = words.get(cell)
    if (!told) words.set(cell, (told = wordsOf(cell.element, setting.base)))
    return told
  }
  const told = grid.caption ? settingIn(wordsOf(grid.caption, undefined).lines.join(' '), context) : {}
  const own = { ...setting, ...told }
  const head = headOf(grid, wordsIn)
  if (head) {
    const isDated = head.columns.of.has('date') || head.columns.of.has('start')
    if (isDated) return { events: recordsOf(grid, head, wordsIn, own, context), sessions: [] }
    return { events: [], sessions: rowsOf(grid, head, wordsIn, own, context) }
  }
  return { events: [], sessions: gridSlots(grid, wordsIn, own, context) }
}

type Head = { row: number; names: string[]; columns: Columns }
type WordsIn = (cell: Cell) => Words

/** The row of names: the first of three that names when and what. */
function headOf({ rows }: Grid, wordsIn: WordsIn): Head | null {
  for (const [row, cells] of rows.slice(0, 3).entries()) {
    const names = cells.map(cell => (cell ? wordsIn(cell).lines.join(' ') : ''))
    const columns = matchColumns(names)
    const { of } = columns
    if (of.has('title') && (of.has('date') || of.has('start') || of.has('time')))
      return { row, names, columns }
  }
  return null
}

/** A table of events like any other; a cell that leads somewhere gives the address where a link is what it is for. */
function recordsOf(
  { rows }: Grid,
  { row, names, columns }: Head,
  wordsIn: WordsIn,
  setting: Setting,
  context: TimeContext,
): Finding[] {
  const fieldAt = new Map(
    [...columns.of].flatMap(([field, at]) => at.map(column => [column, field] as const)),
  )
  const hasPage = columns.of.has('url')
  const told = rows.slice(row + 1).map((cells, index) => {
    const texts = names.map((_, column) => {
      const cell = cells[column]
      if (!cell) return ''
      const { lines, links } = wordsIn(cell)
      const field = fieldAt.get(column)
      return field && linkFields.has(field) && links[0] ? links[0].url : lines.join('\n')
    })
    const page = columns.of
      .get('title')
      ?.flatMap(column => (cells[column] ? wordsIn(cells[column]).links : []))[0]
    return { cells: hasPage ? texts : [...texts, page?.url ?? ''], where: `row ${row + index + 2}` }
  })
  const table = { names: hasPage ? names : [...names, 'url'], rows: told, cut: false }
  // A year that one row tells is that of those that tell none.
  const published = context.published ?? firstDay(told.flatMap(({ cells }) => cells))
  const options = {
    ...(setting.base && { url: setting.base }),
    ...(setting.zone && { zone: setting.zone }),
    ...(published && { published }),
  }
  return [...linesOfTable(table, options)].flatMap(line =>
    'finding' in line && line.finding.start ? [ofText(line.finding)] : [],
  )
}

function firstDay(cells: string[]): string | undefined {
  for (const cell of cells) {
    const day = /20\d\d/.test(cell) && cell.length < 80 ? readTime(cell).readings[0]?.start : undefined
    if (day) return day.slice(0, 10)
  }
  return undefined
}

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

function ofText(finding: Finding): Finding {
  const fields = Object.keys(finding.from ?? {}).map(field => [field, 'text' as const])
  return { ...finding, from: Object.fromEntries(fields) }
}

/** Hours and what happens then; a row across all columns may tell the day of those below it. */
function rowsOf(
  { rows }: Grid,
  { row, names, columns }: Head,
  wordsIn: WordsIn,
  setting: Setting,
  context: TimeContext,
): Finding[] {
  const at = (field: Field) => columns.of.get(field)?.[0]
  const [time, title, place] = [at('time'), at('title'), at('place')]
  if (time === undefined || title === undefined) return []
  const zone = columns.zone
  let own = setting
  const slots: Finding[] = []
  for (const cells of rows.slice(row + 1)) {
    const day = headingOf(cells, names.length, wordsIn, context)
    if (day) own = { ...own, ...day }
    const clock = clockIn(cells[time], wordsIn)
    const cell = cells[title]
    if (!clock || !cell || day) continue
    const room = place === undefined || !cells[place] ? undefined : wordsIn(cells[place]).lines[0]
    const slot = slotOf(
      wordsIn(cell),
      { clock: zone && !clock.zone ? { ...clock, zone } : clock, place: room },
      own,
    )
    if (slot) slots.push(slot)
  }
  return slots
}

/** Hours down, rooms or days across: what spans several rows goes on to the end of the last. */
function gridSlots({ rows }: Grid, wordsIn: WordsIn, setting: Setting, context: TimeContext): Finding[] {
  const clocks = rows.map(cells => clockIn(cells[0], wordsIn))
  const first = clocks.findIndex(Boolean)
  if (first < 0 || clocks.filter(Boolean).length < 2) return []
  const width = Math.max(...rows.map(cells => cells.length))
  const heads = first > 0 ? rows[first - 1]!.map(cell => (cell ? wordsIn(cell).lines.join(' ') : '')) : []
  const days = heads.map((head, column) => (column === 0 ? {} : settingIn(head, context)))
  const hasDays = days.filter(({ day }) => day).length >= 2
  let own = setting
  const slots: Finding[] = []
  const seen = new Set<Cell>()
  for (const [row, cells] of rows.entries()) {
    if (row < first) continue
    const day = headingOf(cells, width, wordsIn, context)
    if (day) own = { ...own, ...day }
    const clock = clocks[row]
    if (!clock || day) continue
    for (const [column, cell] of cells.entries()) {
      if (column === 0 || !cell || seen.has(cell) || cell.row !== row) continue
      seen.add(cell)
      const until = clocks[row + cell.rows - 1]?.end ?? clocks[row + cell.rows]?.start
      const isForAll = cell.columns > 1
      const place = hasDays || isForAll || heads.length < 3 ? undefined : heads[column] || undefined
      const here = hasDays ? { ...own, ...days[column] } : own
      // The row's own end is that of what spans no more rows.
      const { end: _, ...open } = clock
      const slot = slotOf(wordsIn(cell), { clock: cell.rows > 1 ? open : clock, until, place }, here)
      if (slot) slots.push(slot)
    }
  }
  return slots
}

function clockIn(cell: Cell | undefined, wordsIn: WordsIn): Clock | null {
  return cell ? readClock(wordsIn(cell).lines.join(' ').slice(0, 60)) : null
}

/** A row with words in one cell alone, which tell a day. */
function headingOf(
  cells: Cell[],
  width: number,
  wordsIn: WordsIn,
  context: TimeContext,
): { day?: string; zone?: string } | null {
  const [only, ...more] = new Set(cells.filter(cell => cell && wordsIn(cell).lines.length > 0))
  if (!only || more.length > 0 || (only.columns < Math.min(2, width) && cells.length > 1 && only.column > 0))
    return null
  const told = settingIn(wordsIn(only).lines.join(' '), context)
  return told.day ? told : null
}
