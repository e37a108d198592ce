import { ruleOfVCalendar } from './vcalendar-rule.ts'

/**
 * An RRULE (RFC 5545, section 3.3.10; SKIP of RFC 7529 for the Gregorian calendar), its numbers checked. Kept by
 * ourselves and not by a library for two reasons: it must be bounded whatever a stranger writes, and of the 146
 * rules of libical's test set ical.js expands 75 as expected and rrule-temporal 124, one of them without end.
 */
export type RecurrenceRule = {
  freq: (typeof frequencies)[number]
  interval: number
  count?: number
  /** `20201218`, `20201218T140000` or `20201218T140000Z` */
  until?: string
  bySecond: number[]
  byMinute: number[]
  byHour: number[]
  /** Weekday (0 Monday … 6 Sunday), and which of them in month or year; 0: each. */
  byDay: { weekday: number; nth: number }[]
  byMonthDay: number[]
  byYearDay: number[]
  byWeekNo: number[]
  byMonth: number[]
  bySetPos: number[]
  weekStart: number
  skip: 'OMIT' | 'BACKWARD' | 'FORWARD'
}

const frequencies = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'] as const

/** The rule, or in words what is wrong with it. */
export function readRule(told: string): RecurrenceRule | string {
  const text = ruleOfVCalendar(told) ?? told
  const parts = new Map<string, string>()
  for (const part of text
    .trim()
    .replace(/^RRULE:/i, '')
    .split(';')) {
    const [name = '', value] = part.split('=', 2)
    if (value === undefined) {
      if (part.trim() !== '') return `"${part.slice(0, 40)}" is no part of a rule`
      continue
    }
    parts.set(name.trim().toUpperCase(), value.trim().toUpperCase())
  }
  const freq = frequencies.find(frequency => frequency === parts.get('FREQ'))
  if (!freq) return `FREQ is ${parts.get('FREQ') ?? 'missing'}`
  const scale = parts.get('RSCALE')
  if (scale && scale !== 'GREGORIAN') return `the calendar ${scale} is not known`
  return fill(freq, parts)
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const ranges: [keyof RecurrenceRule, string, number, number][] = [
  ['bySecond', 'BYSECOND', 0, 60],
  ['byMinute', 'BYMINUTE', 0, 59],
  ['byHour', 'BYHOUR', 0, 23],
  ['byMonthDay', 'BYMONTHDAY', -31, 31],
  ['byYearDay', 'BYYEARDAY', -366, 366],
  ['byWeekNo', 'BYWEEKNO', -53, 53],
  ['byMonth', 'BYMONTH', 1, 12],
  ['bySetPos', 'BYSETPOS', -366, 366],
]

function fill(freq: RecurrenceRule['freq'], parts: Map<string, string>): RecurrenceRule | string {
  const interval = Number(parts.get('INTERVAL') ?? 1)
  if (!Number.isInteger(interval) || interval < 1) return `INTERVAL is ${parts.get('INTERVAL')}`
  const count = parts.has('COUNT') ? Number(parts.get('COUNT')) : undefined
  if (count !== undefined && (!Number.isInteger(count) || count < 1)) return `COUNT is ${parts.get('COUNT')}`
  const until = parts.get('UNTIL')
  if (until !== undefined && !/^\d{8}(?:T\d{6}Z?)?$/.test(until)) return `UNTIL is ${until.slice(0, 40)}`
  const skip = parts.get('SKIP')
  const rule: RecurrenceRule = {
    freq,
    interval,
    ...(count === undefined ? {} : { count }),
    ...(until === undefined ? {} : { until }),
    bySecond: [],
    byMinute: [],
    byHour: [],
    byDay: [],
    byMonthDay: [],
    byYearDay: [],
    byWeekNo: [],
    byMonth: [],
    bySetPos: [],
    weekStart: Math.max(0, weekdays.indexOf(parts.get('WKST') ?? 'MO')),
    skip: skip === 'BACKWARD' || skip === 'FORWARD' ? skip : 'OMIT',
  }
  for (const [key, name, low, high] of ranges) {
    const told = parts.get(name)
    if (told === undefined) continue
    const numbers = told
      .split(',')
      .map(number => (/^[+-]?\d+$/.test(number.trim()) ? Number(number) : Number.NaN))
    if (numbers.some(number => !(number >= low && number <= high) || (low < 0 && number === 0))) {
      return `${name} is ${told.slice(0, 40)}`
    }
    Object.assign(rule, { [key]: [...new Set(numbers)].sort((a, b) => a - b) })
  }
  for (const told of parts.get('BYDAY')?.split(',') ?? []) {
    const day = /^([+-]?\d{1,3})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(told.trim())
    if (!day || day[1] === '0') return `BYDAY is ${told.slice(0, 40)}`
    rule.byDay.push({ weekday: weekdays.indexOf(day[2]!), nth: Number(day[1] ?? 0) })
  }
  return misused(rule) ?? rule
}

/** Combinations that RFC 5545 rules out. */
function misused({
  freq,
  byDay,
  byWeekNo,
  byYearDay,
  byMonthDay,
  bySetPos,
  ...rest
}: RecurrenceRule): string | null {
  if (byWeekNo.length && freq !== 'YEARLY') return `BYWEEKNO does not go with ${freq}`
  if (byYearDay.length && ['MONTHLY', 'WEEKLY', 'DAILY'].includes(freq))
    return `BYYEARDAY does not go with ${freq}`
  if (byMonthDay.length && freq === 'WEEKLY') return 'BYMONTHDAY does not go with WEEKLY'
  const others = [
    byDay,
    byWeekNo,
    byYearDay,
    byMonthDay,
    rest.byMonth,
    rest.byHour,
    rest.byMinute,
    rest.bySecond,
  ]
  if (bySetPos.length && others.every(list => list.length === 0)) return 'BYSETPOS needs another BY part'
  return null
}
