/** One value of a row of years, the oldest first. `year` is what the year, or its edition, is called. */
export type YearValue = { year: string; value: number }

/** What is to be seen in such a row. */
export type ToldYears =
  | { tells: 'only'; peak: string; count: number }
  | { tells: 'none-before'; year: string; peak: string; count: number }
  /** `few`: all of them together before that year. */
  | { tells: 'few-before'; year: string; few: number; peak: string; count: number }
  | { tells: 'none-after'; year: string; peak: string; count: number }
  | { tells: 'most'; peak: string; count: number }
  | { tells: 'from-to'; first: string; from: number; last: string; to: number }

/** So much of the most is hardly any. */
const hardly = 0.1
/** So much of the most, at least, is a beginning. */
const begun = 0.3

/**
 * What catches the eye in a row of values: when something began, when it ended, when there was most of it, or how it came
 * to be what it is. Null where there are not two years, or nothing in any.
 *
 * @param isSummed false: values that cannot be added, such as shares
 */
export function tellYears(values: YearValue[], { isSummed = true } = {}): ToldYears | null {
  const some = values.filter(({ value }) => value > 0)
  if (values.length < 2 || some.length === 0) return null
  const most = some.reduce((most, each) => (each.value >= most.value ? each : most))
  const peak = { peak: most.year, count: most.value }
  // Nobody knows yet of the newest whether it stays the only one.
  if (some.length === 1 && some[0] !== values.at(-1)) return { tells: 'only', ...peak }
  const began = values.indexOf(some[0]!)
  if (began > 0) return { tells: 'none-before', year: some[0]!.year, ...peak }
  const rise = isSummed ? riseIn(values, most.value) : null
  if (rise) return { tells: 'few-before', ...rise, ...peak }
  const last = some.at(-1)!
  if (last !== values.at(-1)) return { tells: 'none-after', year: last.year, ...peak }
  const [first, end] = [values[0]!, values.at(-1)!]
  if (most.value >= 1.5 * Math.max(first.value, end.value)) return { tells: 'most', ...peak }
  return { tells: 'from-to', first: first.year, from: first.value, last: end.year, to: end.value }
}

/** The first year of many, after at least two that had hardly any, even together. */
function riseIn(values: YearValue[], most: number): { year: string; few: number } | null {
  let few = 0
  for (const [index, { year, value }] of values.entries()) {
    if (index >= 2 && value >= begun * most) return { year, few }
    few += value
    if (few > hardly * most) return null
  }
  return null
}
