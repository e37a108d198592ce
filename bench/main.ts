import { calendars } from './calendars.ts'
import { chart } from './chart.ts'
import { clashes } from './clashes.ts'
import { comments } from './comments.ts'
import { duplicates } from './duplicates.ts'
import { fanOut } from './fan-out.ts'
import { imports } from './imports.ts'
import { jobs } from './jobs.ts'
import { large } from './large.ts'
import { pages } from './pages.ts'
import { pastes } from './pastes.ts'
import { plan } from './plan.ts'
import { type Measure, type Row, table } from './row.ts'
import { search } from './search.ts'
import { start } from './start.ts'

/**
 * `npm run bench [-- NAME …]`: every measurement, or those named, as ratios taken in one run. What takes minutes is
 * measured only where it is named.
 */
const measures: Record<string, Measure> = {
  calendars,
  chart,
  clashes,
  comments,
  duplicates,
  imports,
  jobs,
  plan,
  search,
  start,
  pages,
  'fan-out': fanOut,
  pastes,
  large,
}
const takesMinutes = new Set(['large'])

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !(name in measures))
if (unknown.length > 0) {
  process.stderr.write(`Unknown: ${unknown.join(', ')}. Known: ${Object.keys(measures).join(', ')}.\n`)
  process.exit(1)
}

const rows: Row[] = []
for (const [name, measure] of Object.entries(measures)) {
  if (asked.length > 0 ? !asked.includes(name) : takesMinutes.has(name)) continue
  process.stderr.write(`Measuring ${name} …\n`)
  try {
    rows.push(...(await measure()))
  } catch (error) {
    process.stderr.write(`${name} could not be measured: ${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}
process.stdout.write(`${table(rows)}\n`)
