import type { TimeContext } from '../../time/read-time.ts'
import { yearIn } from '../csv/above-in.ts'
import type { Row, Table } from '../csv/table.ts'
import { isBreakAlone } from '../post/words/break-words.ts'
import type { Grid } from './grid.ts'
import { endBefore } from './night.ts'
import { settingIn } from './setting-of.ts'
import { type Slot, unroll } from './unroll.ts'

/**
 * A sheet with hours on one side and rooms or days on the other as a table of events; null for any other sheet.
 *
 * @param above what is said above it, and the name of its sheet: of its day
 * @param where the place of a row in its file
 */
export function gridTable(
  grid: Grid,
  above: readonly string[],
  context: TimeContext,
  where: (row: number) => string,
): Table | null {
  const year = yearIn(above)
  const own = { ...context, ...(year && { year }) }
  const setting = above.map(words => settingIn(words, own)).find(({ day }) => day) ?? {}
  const found = unroll(grid, setting, own)
  if (!found?.isSure) return null
  const rows = found.slots.flatMap(slot => rowOf(slot, where) ?? [])
  return rows.length > 1 ? { names, rows, cut: false, above } : null
}

const names = ['title', 'date', 'time', 'end time', 'timezone', 'place', 'description', 'link']

function rowOf(
  { words, clock, until, place, setting, row }: Slot,
  where: (row: number) => string,
): Row | null {
  const addresses = words.links.map(({ url }) => url)
  const [title = '', ...others] = words.lines
    .map(line => line.replace(/https?:\/\/\S+/g, '').trim())
    .filter(Boolean)
  if (!/\p{L}{2}/u.test(title) || isBreakAlone(title)) return null
  const cells = [
    title,
    setting.said ?? setting.day ?? '',
    clock.start,
    clock.end ?? endBefore(clock.start, until) ?? '',
    clock.zone ?? setting.zone ?? '',
    place ?? '',
    others.join('\n'),
    addresses.join(' '),
  ]
  return { cells, where: where(row) }
}
