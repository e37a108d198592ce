import type { Said, SaidDay } from './said.ts'

/** "Saturday 12 December and Sunday 13", "sábado 12 y domingo 13 de diciembre": a month told beside the day, or the next one where the day lies before. */
export function withMonths(days: SaidDay[]): SaidDay[] {
  if (days.every(day => day.day === undefined || day.month !== undefined)) return days
  const shared = shareMonth(days, 1)
  return shareMonth(shared.toReversed(), -1).toReversed()
}

function shareMonth(days: SaidDay[], step: 1 | -1): SaidDay[] {
  let last: SaidDay | undefined
  return days.map(day => {
    const known = last
    if (day.month !== undefined && !day.calendar) last = day
    if (day.day === undefined || day.month !== undefined || !known?.month) return day
    const turns = step * (day.day - (known.day ?? 0)) <= 0 ? step : 0
    const at = known.month - 1 + turns
    const year = known.year === undefined ? {} : { year: known.year + Math.floor(at / 12) }
    last = { ...day, month: (((at % 12) + 12) % 12) + 1, ...year }
    return last
  })
}

/** "16 June - 28 November 2014": a year told once holds for all; a range that turns the year begins the year before. */
export function withYears(days: SaidDay[], said: Said): SaidDay[] {
  const last = days.findLast(day => day.year !== undefined)
  if (!last) return days
  const spans = said.spans || said.dates.some(date => date.link === 'range')
  let year = last.year ?? 0
  let month = 13
  const before = days.toReversed().map(day => {
    if (day.day === undefined || day.month === undefined) return day
    if (day.year !== undefined) year = day.year
    else if (day.month > month && (spans || isOfYearBefore(day, year))) year--
    month = day.month
    return { ...day, year }
  })
  return before.toReversed().map((day, index, all) => {
    const previous = all[index - 1]
    const own = days[index]
    if (own?.year !== undefined || !previous?.year || !day.year || !previous.month || !day.month) return day
    return index > days.indexOf(last) && day.month < previous.month
      ? { ...day, year: previous.year + 1 }
      : day
  })
}

/** "Friday 4 December. Saturday 20 March 2027": the weekday fits the year before, and not that one. */
function isOfYearBefore({ weekday, month, day }: SaidDay, year: number): boolean {
  if (!weekday || !month || !day) return false
  const weekdayIn = (year: number) => Temporal.PlainDate.from({ year, month, day }).dayOfWeek
  return weekdayIn(year) !== weekday && weekdayIn(year - 1) === weekday
}
