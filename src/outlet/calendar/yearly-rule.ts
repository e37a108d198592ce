/** Clocks change: at this wall time (as they showed until then), from one offset to another, in milliseconds. */
export type Change = { wall: string; from: number; to: number }

/** The first change of those that come each year by a rule (RRULE). */
type Yearly = { change: Change; rule: string }

/**
 * What of the changes comes each year by a rule, from some year on until the last one, and what came before that.
 * There is a rule only for all of them: a zone that has one for winter and none for summer has none.
 *
 * @param changes in order of time
 * @param last the year until which they were asked for
 */
export function yearlyFrom(changes: Change[], last: number): { rules: Yearly[]; before: Change[] } {
  const late = changes.filter(({ wall }) => yearOf(wall) > last - fewestYears)
  const kinds = new Set(late.map(kindOf))
  if (late.length === 0 || late.length !== kinds.size * fewestYears) return { rules: [], before: changes }
  const rules: Yearly[] = []
  const ruled = new Set<Change>()
  for (const kind of kinds) {
    const same = changes.filter(change => kindOf(change) === kind)
    const run = longestRun(same, last)
    if (run === null) return { rules: [], before: changes }
    rules.push({ change: run.changes[0]!, rule: run.rule })
    for (const change of run.changes) ruled.add(change)
  }
  return { rules, before: changes.filter(change => !ruled.has(change)) }
}

/** Whatever happened to come alike for some years is no rule. */
const fewestYears = 12

function kindOf({ from, to }: Change): string {
  return `${from} ${to}`
}

/** The last changes that come once a year by one rule: as many as do. */
function longestRun(same: Change[], last: number): { changes: Change[]; rule: string } | null {
  let best: { changes: Change[]; rule: string } | null = null
  for (let count = fewestYears; count <= same.length; count++) {
    const changes = same.slice(-count)
    if (!changes.every(({ wall }, at) => yearOf(wall) === last - count + 1 + at)) break
    const rule = ruleOf(changes.map(({ wall }) => wall))
    if (rule === null) break
    best = { changes, rule }
  }
  return best
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** “The last Sunday of March”, “the first Sunday from the 2nd of April on”; null where it is nothing like that. */
function ruleOf(walls: string[]): string | null {
  const clocks = new Set(walls.map(wall => wall.slice(5, 7) + wall.slice(11)))
  const days = walls.map(wall => new Date(`${wall}Z`))
  const on = new Set(days.map(day => day.getUTCDay()))
  if (clocks.size > 1 || on.size > 1) return null
  const month = days[0]!.getUTCMonth() + 1
  const weekday = weekdays[days[0]!.getUTCDay()]!
  const dates = days.map(day => day.getUTCDate())
  const [first, latest] = [Math.min(...dates), Math.max(...dates)]
  const yearly = `FREQ=YEARLY;BYMONTH=${month}`
  if (days.every(day => day.getUTCDate() + 7 > daysIn(day))) return `${yearly};BYDAY=-1${weekday}`
  const week = Math.ceil(first / 7)
  if (dates.every(date => Math.ceil(date / 7) === week)) return `${yearly};BYDAY=${week}${weekday}`
  if (latest - first > 6) return null
  // Of all weeks that hold these days the one that begins with the first of them: as the law of Chile or Gaza says it.
  const span = Array.from({ length: 7 }, (_, at) => first + at)
  if (first + 6 > daysIn(days[0]!)) return null
  return `${yearly};BYMONTHDAY=${span.join(',')};BYDAY=${weekday}`
}

function daysIn(day: Date): number {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()
}

function yearOf(wall: string): number {
  return Number(wall.slice(0, 4))
}
