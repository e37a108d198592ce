import type { RecurrenceRule } from './recurrence-rule.ts'

/** How much work expanding may cost in all; `left` below zero: it was cut. */
export type Budget = { left: number }

/**
 * The wall times a rule gives, in order, as the milliseconds they would have in UTC.
 *
 * @param start the series' DTSTART in the same measure; it is given only where the rule gives it
 * @param until the last that counts
 * @param from where it may begin to look; with a COUNT it still counts from `start`
 * @param to where it stops looking
 */
export function* datesOf(
  rule: RecurrenceRule,
  start: number,
  {
    until = Infinity,
    from = start,
    to,
    budget,
  }: { until?: number; from?: number; to: number; budget: Budget },
): Generator<number> {
  const last = Math.min(until, to)
  const candidates = subDaily[rule.freq]
    ? unitsOf(rule, start, from, last, budget)
    : periodsOf(rule, start, from, last, budget)
  let count = 0
  for (const date of candidates) {
    if (date < start) continue
    if (date > last) return
    if (rule.count !== undefined && ++count > rule.count) return
    if (date >= from) yield date
  }
}

const dayMs = 86_400_000
const subDaily: Partial<Record<RecurrenceRule['freq'], number>> = {
  HOURLY: 3_600_000,
  MINUTELY: 60_000,
  SECONDLY: 1000,
}

function* periodsOf(
  rule: RecurrenceRule,
  start: number,
  from: number,
  last: number,
  budget: Budget,
): Generator<number> {
  const startDay = Math.floor(start / dayMs)
  const lastDay = Math.floor(last / dayMs)
  const times = timesOfDay(rule, start)
  const days = daysOf[rule.freq as 'YEARLY'](rule, startDay)
  const skipped = rule.count === undefined ? days.periodsBefore(Math.floor(from / dayMs)) : 0
  for (let period = Math.max(0, skipped); ; period++) {
    const first = days.firstOf(period * rule.interval)
    if (first > lastDay + 7 || (budget.left -= days.cost) < 0) return
    const inPeriod = days.inPeriod(period * rule.interval)
    const dates = inPeriod.flatMap(day => times.map(time => day * dayMs + time))
    budget.left -= dates.length
    yield* rule.bySetPos.length ? pick(dates, rule.bySetPos) : dates
  }
}

/** A list of days per period, counted from the period of the start. */
type Days = {
  firstOf(period: number): number
  inPeriod(period: number): number[]
  /** How many whole intervals can be passed over before a day. */
  periodsBefore(day: number): number
  cost: number
}

const daysOf: Record<
  'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY',
  (rule: RecurrenceRule, start: number) => Days
> = {
  YEARLY: (rule, start) => (rule.byWeekNo.length ? yearsOfWeeks(rule, start) : years(rule, start)),
  MONTHLY(rule, start) {
    const at = civil(start)
    const monthDays = rule.byMonthDay.length || rule.byDay.length ? rule.byMonthDay : [at.day]
    const index = at.year * 12 + at.month - 1
    return {
      firstOf: period => dayNumber(Math.floor((index + period) / 12), ((index + period) % 12) + 1, 1),
      inPeriod(period) {
        const year = Math.floor((index + period) / 12)
        const month = ((index + period) % 12) + 1
        if (rule.byMonth.length && !rule.byMonth.includes(month)) return []
        return daysOfMonth(rule, year, month, monthDays, nthInMonth)
      },
      periodsBefore: day => Math.floor((day - start) / 31 / rule.interval) - 1,
      cost: 4,
    }
  },
  WEEKLY(rule, start) {
    const first = start - ((weekday(start) - rule.weekStart + 7) % 7)
    const wanted = rule.byDay.length ? rule.byDay.map(day => day.weekday) : [weekday(start)]
    return {
      firstOf: period => first + 7 * period,
      inPeriod: period =>
        week(first + 7 * period).filter(day => wanted.includes(weekday(day)) && inMonths(rule, day)),
      periodsBefore: day => Math.floor((day - first) / 7 / rule.interval) - 1,
      cost: 2,
    }
  },
  DAILY: (rule, start) => ({
    firstOf: period => start + period,
    inPeriod: period => (fitsDay(rule, start + period) ? [start + period] : []),
    periodsBefore: day => Math.floor((day - start) / rule.interval) - 1,
    cost: 1,
  }),
}

function years(rule: RecurrenceRule, start: number): Days {
  const at = civil(start)
  const byDays = rule.byYearDay.length || rule.byDay.length
  const months = rule.byMonth.length ? rule.byMonth : byDays ? allMonths : [at.month]
  const monthDays = byDays || rule.byMonthDay.length ? rule.byMonthDay : [at.day]
  const nth = rule.byMonth.length ? nthInMonth : nthInYear
  return {
    firstOf: period => dayNumber(at.year + period, 1, 1),
    inPeriod: period => months.flatMap(month => daysOfMonth(rule, at.year + period, month, monthDays, nth)),
    periodsBefore: day => Math.floor((day - start) / 366 / rule.interval) - 1,
    cost: 4 * months.length,
  }
}

/** With BYWEEKNO a year is one of weeks: its first has at least four days of January. */
function yearsOfWeeks(rule: RecurrenceRule, start: number): Days {
  const wanted = rule.byDay.length ? rule.byDay.map(day => day.weekday) : [weekday(start)]
  const firstWeek = (year: number) => {
    const fourth = dayNumber(year, 1, 4)
    return fourth - ((weekday(fourth) - rule.weekStart + 7) % 7)
  }
  const near = civil(start).year
  const year = start < firstWeek(near) ? near - 1 : start >= firstWeek(near + 1) ? near + 1 : near
  return {
    firstOf: period => firstWeek(year + period),
    inPeriod(period) {
      const first = firstWeek(year + period)
      const weeks = (firstWeek(year + period + 1) - first) / 7
      const numbers = new Set(rule.byWeekNo.map(number => (number < 0 ? weeks + number : number - 1)))
      return [...numbers]
        .filter(number => number >= 0 && number < weeks)
        .sort((a, b) => a - b)
        .flatMap(number => week(first + 7 * number))
        .filter(day =>
          rule.byDay.length || rule.byMonthDay.length || rule.byYearDay.length
            ? true
            : wanted.includes(weekday(day)),
        )
        .filter(day =>
          fitsDay({ ...rule, byDay: rule.byDay.map(({ weekday: at }) => ({ weekday: at, nth: 0 })) }, day),
        )
    },
    periodsBefore: day => Math.floor((day - start) / 371 / rule.interval) - 1,
    cost: 8,
  }
}

function daysOfMonth(
  rule: RecurrenceRule,
  year: number,
  month: number,
  monthDays: number[],
  nth: (day: number, nth: number) => boolean,
): number[] {
  const first = dayNumber(year, month, 1)
  const length = daysInMonth(year, month)
  const days: number[] = []
  for (let day = 1; day <= length; day++) {
    if (monthDays.length && !monthDays.includes(day) && !monthDays.includes(day - length - 1)) continue
    if (rule.byYearDay.length && !fitsYearDay(rule, first + day - 1)) continue
    const at = weekday(first + day - 1)
    if (
      rule.byDay.length &&
      !rule.byDay.some(told => told.weekday === at && (told.nth === 0 || nth(first + day - 1, told.nth)))
    ) {
      continue
    }
    days.push(first + day - 1)
  }
  if (rule.skip !== 'OMIT' && monthDays.some(day => day > length)) {
    const instead = rule.skip === 'BACKWARD' ? first + length - 1 : first + length
    if (!days.includes(instead)) days.push(instead)
  }
  return days
}

function nthInMonth(day: number, nth: number): boolean {
  const at = civil(day)
  return nth > 0
    ? Math.ceil(at.day / 7) === nth
    : Math.ceil((daysInMonth(at.year, at.month) - at.day + 1) / 7) === -nth
}

function nthInYear(day: number, nth: number): boolean {
  const { year } = civil(day)
  const place = day - dayNumber(year, 1, 1) + 1
  return nth > 0 ? Math.ceil(place / 7) === nth : Math.ceil((dayNumber(year + 1, 1, 1) - day) / 7) === -nth
}

/** Rules by the hour, minute or second; days, hours and minutes that do not fit are passed over as a whole. */
function* unitsOf(
  rule: RecurrenceRule,
  start: number,
  from: number,
  last: number,
  budget: Budget,
): Generator<number> {
  const unit = subDaily[rule.freq]!
  const base = Math.floor(start / unit) * unit
  const step = unit * rule.interval
  const within = timesWithin(rule, start, unit)
  let index = rule.count === undefined && from > base ? Math.max(0, Math.floor((from - base) / step) - 1) : 0
  const jump = (at: number, span: number) => {
    index = Math.max(index + 1, Math.ceil(((Math.floor(at / span) + 1) * span - base) / step))
  }
  for (;;) {
    const at = base + index * step
    if (at > last || --budget.left < 0) return
    if (!fitsDay(rule, Math.floor(at / dayMs))) jump(at, dayMs)
    else if (!fits(rule.byHour, Math.floor((at % dayMs) / 3_600_000) + (at % dayMs < 0 ? 24 : 0)))
      jump(at, 3_600_000)
    else if (unit < 3_600_000 && !fits(rule.byMinute, new Date(at).getUTCMinutes())) jump(at, 60_000)
    else if (unit === 1000 && !fits(rule.bySecond, new Date(at).getUTCSeconds())) index++
    else {
      const dates = within.map(time => at + time)
      yield* rule.bySetPos.length ? pick(dates, rule.bySetPos) : dates
      index++
    }
  }
}

function timesWithin(rule: RecurrenceRule, start: number, unit: number): number[] {
  if (unit === 1000) return [0]
  const seconds = rule.bySecond.length ? rule.bySecond : [new Date(start).getUTCSeconds()]
  if (unit === 60_000) return seconds.map(second => second * 1000)
  const minutes = rule.byMinute.length ? rule.byMinute : [new Date(start).getUTCMinutes()]
  return minutes.flatMap(minute => seconds.map(second => minute * 60_000 + second * 1000))
}

function timesOfDay(rule: RecurrenceRule, start: number): number[] {
  const hours = rule.byHour.length ? rule.byHour : [new Date(start).getUTCHours()]
  return hours.flatMap(hour => timesWithin(rule, start, 3_600_000).map(time => hour * 3_600_000 + time))
}

function pick(dates: number[], positions: number[]): number[] {
  const picked = positions.flatMap(position => dates.at(position > 0 ? position - 1 : position) ?? [])
  return [...new Set(picked.filter(date => date !== undefined))].sort((a, b) => a - b)
}

function fitsDay(rule: RecurrenceRule, day: number): boolean {
  if (!inMonths(rule, day)) return false
  if (rule.byYearDay.length && !fitsYearDay(rule, day)) return false
  if (rule.byMonthDay.length) {
    const at = civil(day)
    if (!fits(rule.byMonthDay, at.day) && !fits(rule.byMonthDay, at.day - daysInMonth(at.year, at.month) - 1))
      return false
  }
  return rule.byDay.length === 0 || rule.byDay.some(told => told.weekday === weekday(day))
}

function fitsYearDay(rule: RecurrenceRule, day: number): boolean {
  const { year } = civil(day)
  return (
    rule.byYearDay.includes(day - dayNumber(year, 1, 1) + 1) ||
    rule.byYearDay.includes(day - dayNumber(year + 1, 1, 1))
  )
}

function inMonths(rule: RecurrenceRule, day: number): boolean {
  return fits(rule.byMonth, rule.byMonth.length ? civil(day).month : 0)
}

function fits(list: number[], value: number): boolean {
  return list.length === 0 || list.includes(value)
}

const allMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

function week(first: number): number[] {
  return [0, 1, 2, 3, 4, 5, 6].map(day => first + day)
}

/** 0 Monday … 6 Sunday; 1 January 1970 was a Thursday. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

function civil(day: number): { year: number; month: number; day: number } {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const date = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: date }
}

/** Days since 1970; arithmetic, since a Date for each of them would be most of the work. */
function dayNumber(year: number, month: number, day: number): number {
  const ofMarch = month <= 2 ? year - 1 : year
  const era = Math.floor(ofMarch / 400)
  const yearOfEra = ofMarch - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const ofEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear
  return era * 146_097 + ofEra - 719_468
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
function daysInMonth(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return leap ? 29 : lengths[month - 1]!
}
