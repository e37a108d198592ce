import { readTime, type TimeContext } from '../../time/read-time.ts'
import { zoneBeside, zoneSaid } from '../post/times/zone-said.ts'
import { publishedBefore } from '../post/words/cue-words.ts'
import { yearIn } from './above-in.ts'
import { matchColumns } from './columns.ts'
import type { BadRow, Row, Table } from './table.ts'

/**
 * A table with what is said above its names, or in a row of its own between the others, for all rows below: a day,
 * where there is no column of days, and a zone.
 */
export function withSaidAbove(table: Table, context: TimeContext): Table & SaidAbove {
  const { above = [], names } = table
  const year = yearIn(above)
  const own = { ...context, ...(year && { year }) }
  const zone = zoneOfAll(above, own)
  const said = { ...(zone && { zone }), ...(year && { year }) }
  const { of } = matchColumns(names)
  const needsDay = of.has('time') && !of.has('date') && !of.has('start')
  if (!needsDay) return { ...table, ...said }
  const day = above.map(words => dayIn(words, own)).find(Boolean) ?? ''
  const rows = datedRows(table.rows, names.length, day, own)
  return { ...table, names: [...names, 'date'], rows, ...said }
}

export type SaidAbove = { zone?: string; year?: number }

/** The zone of all hours: in a sentence, or in brackets behind a title ("(London time)"). */
export function zoneOfAll(above: readonly string[], context: TimeContext): string | undefined {
  return zoneSaid([...above], context) ?? above.map(words => zoneBeside(words, context)).find(Boolean)
}

function* datedRows(
  rows: Iterable<Row | BadRow>,
  width: number,
  above: string,
  context: TimeContext,
): Generator<Row | BadRow> {
  let day = above
  for (const row of rows) {
    if ('says' in row) {
      yield row
      continue
    }
    const told = row.cells.filter(cell => cell.trim() !== '')
    const heading = told.length === 1 ? dayIn(told[0]!, context) : undefined
    if (heading) day = heading
    else yield { ...row, cells: [...Array.from({ length: width }, (_, at) => row.cells[at] ?? ''), day] }
  }
}

/** Words that tell one day, and little else: "Day 1: Monday, 14 December 2020"; not the day they were written on. */
export function dayIn(words: string, context: TimeContext): string | undefined {
  if (!/\d/.test(words) || words.length > 120 || publishedBefore.test(words)) return undefined
  const { readings } = readTime(words, context)
  return readings.length === 1 ? /^\d{4}-\d\d-\d\d$/.exec(readings[0]!.start)?.[0] : undefined
}
