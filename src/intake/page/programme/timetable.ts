import type { Finding } from '../../../domain/finding.ts'
import { readTime, type TimeContext } from '../../../time/read-time.ts'
import type { Field } from '../../csv/column-names.ts'
import { type Columns, matchColumns } from '../../csv/columns.ts'
import { linesOfTable } from '../../csv/read-csv.ts'
import { findingOf } from '../../csv/row-finding.ts'
import type { Element } from '../../post/markup/html-tree.ts'
import { clockIn } from '../../timetable/clock-in.ts'
import { type Cell, type Grid, isFilled, lineOf } from '../../timetable/grid.ts'
import { headingOf } from '../../timetable/heading-of.ts'
import { settingIn } from '../../timetable/setting-of.ts'
import { type Setting, slotOf } from '../../timetable/slot.ts'
import { unroll } from '../../timetable/unroll.ts'
import { gridOf } from './html-grid.ts'

/** `events`: each with its own day in the table; `sessions`: hours of days that are told around them. */
export type Timetable = { events: Finding[]; sessions: Finding[] }

export function timetableOf(table: Element, setting: Setting, context: TimeContext): Timetable {
  const nothing = { events: [], sessions: [] }
  const grid = gridOf(table, setting.base)
  if (!grid) return nothing
  const { rows, caption } = grid
  const own = { ...setting, ...(caption && settingIn(caption, context)) }
  const head = headOf(rows)
  if (head) {
    if (isDated(rows, head)) return { events: recordsOf(rows, head, own, context), sessions: [] }
    return { events: [], sessions: rowsOf(rows, head, own, context) }
  }
  const found = unroll(rows, own, context)
  if (!found?.isUsual && !found?.isSure) return nothing
  const sessions = found.slots.flatMap(({ words, setting, ...when }) => slotOf(words, when, setting) ?? [])
  return { events: [], sessions }
}

type Head = { row: number; names: string[]; columns: Columns }

/** The row of names: the first of three that names when and what. */
function headOf(rows: Grid): Head | null {
  for (const [row, cells] of rows.slice(0, 3).entries()) {
    const names = cells.map(lineOf)
    const columns = matchColumns(names)
    const { of, again } = columns
    if (of.has('title') && (of.has('date') || of.has('start') || of.has('time') || again.length > 1))
      return { row, names, columns }
  }
  return null
}

/** Whether each row has its day; hours alone may be called a start. */
function isDated(rows: Grid, { row, columns: { of } }: Head): boolean {
  const [start] = of.get('start') ?? []
  if (of.has('date') || start === undefined) return of.has('date')
  return rows.slice(row + 1).some(cells => isFilled(cells[start]) && !clockIn(cells[start]))
}

/** A table of events like any other; a cell that leads somewhere gives the address where a link is what it is for. */
function recordsOf(
  rows: Grid,
  { row, names, columns }: Head,
  setting: Setting,
  context: TimeContext,
): Finding[] {
  const hasPage = columns.of.has('url')
  const told = rows.slice(row + 1).map((cells, index) => {
    const texts = textsOf(cells, names, columns)
    const page = columns.of
      .get('title')
      ?.flatMap(column => (isFilled(cells[column]) ? cells[column].words.links : []))[0]
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

/** A row as a table has it: where a link is what a cell is for, its address. */
function textsOf(cells: Cell[], names: readonly string[], { of }: Columns): string[] {
  const ofLinks = new Set([...linkFields].flatMap(field => of.get(field) ?? []))
  return names.map((_, column) => {
    const cell = cells[column]
    if (!isFilled(cell)) return ''
    const { lines, links } = cell.words
    return ofLinks.has(column) && links[0] ? links[0].url : lines.join('\n')
  })
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
  rows: Grid,
  { row, names, columns }: Head,
  setting: Setting,
  context: TimeContext,
): Finding[] {
  const at = (field: Field) => columns.of.get(field)?.[0]
  const [first] = columns.again
  const zone = at('time') === undefined && first ? first.zone : columns.zone
  const [time, until] = [at('time') ?? at('start') ?? first?.column, at('endTime') ?? at('end')]
  const [title, place] = [at('title'), at('place')]
  if (time === undefined || title === undefined) return []
  const dated = matchColumns([...names, 'date'])
  let own = setting
  const slots: Finding[] = []
  for (const cells of rows.slice(row + 1)) {
    const day = headingOf(cells, names.length, context)
    if (day) own = { ...own, ...day }
    const clock = clockIn(cells[time])
    const cell = cells[title]
    if (!clock || !cell || day) continue
    const when = {
      clock: zone && !clock.zone ? { ...clock, zone } : clock,
      until: until === undefined ? undefined : clockIn(cells[until])?.start,
      place: place === undefined ? undefined : cells[place]?.words.lines[0],
    }
    const slot = slotOf(cell.words, when, own)
    if (slot) slots.push(withBesides(slot, [...textsOf(cells, names, columns), own.day ?? ''], dated))
  }
  return slots
}

/** An item with what the other columns say of it; they may tell its hour again, in other zones. */
function withBesides(slot: Finding, cells: readonly string[], columns: Columns): Finding {
  const found = findingOf({ cells, where: '' }, columns, { order: null })
  if ('none' in found) return slot
  const { people, organisations, languages, interpretation, links, summary } = found
  const again = found.doubts?.filter(({ code }) => code === 'zones-disagree') ?? []
  return {
    ...(people && { people }),
    ...(organisations && { organisations }),
    ...(languages && { languages }),
    ...(interpretation && { interpretation }),
    ...(links && { links }),
    ...(summary && { summary }),
    ...slot,
    ...(again.length > 0 && { doubts: [...(slot.doubts ?? []), ...again] }),
  }
}
