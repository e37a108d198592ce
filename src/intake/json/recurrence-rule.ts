import { isText, isThing, type Json, listIn, textIn } from './json.ts'

/** A RecurrenceRule (RFC 8984, section 4.3.3) as a line of iCalendar; empty for one without a frequency. */
export function ruleOf(name: 'RRULE' | 'EXRULE', rule: Json): string {
  const frequency = textIn(rule.frequency, 20)?.toUpperCase()
  if (!frequency || !/^(?:YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY|MINUTELY|SECONDLY)$/.test(frequency)) return ''
  const parts = [`FREQ=${frequency}`]
  const number = (key: string, value: unknown) => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) parts.push(`${key}=${value}`)
  }
  const numbers = (key: string, value: unknown) => {
    const list = listIn(value, 400).filter(one => isText(one, /^-?\d{1,4}$/) || Number.isSafeInteger(one))
    if (list.length > 0) parts.push(`${key}=${list.join(',')}`)
  }
  number('INTERVAL', rule.interval)
  number('COUNT', rule.count)
  const until = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(textIn(rule.until, 40) ?? '')
  if (until) parts.push(`UNTIL=${until[1]}${until[2]}${until[3]}T${until[4]}${until[5]}${until[6]}`)
  const days = listIn(rule.byDay, 100).flatMap(day => {
    const word = isThing(day) ? textIn(day.day, 2)?.toUpperCase() : undefined
    if (!isThing(day) || !word || !/^(?:MO|TU|WE|TH|FR|SA|SU)$/.test(word)) return []
    return [`${Number.isSafeInteger(day.nthOfPeriod) ? day.nthOfPeriod : ''}${word}`]
  })
  if (days.length > 0) parts.push(`BYDAY=${days.join(',')}`)
  numbers('BYMONTHDAY', rule.byMonthDay)
  numbers('BYMONTH', rule.byMonth)
  numbers('BYYEARDAY', rule.byYearDay)
  numbers('BYWEEKNO', rule.byWeekNo)
  numbers('BYHOUR', rule.byHour)
  numbers('BYMINUTE', rule.byMinute)
  numbers('BYSECOND', rule.bySecond)
  numbers('BYSETPOS', rule.bySetPosition)
  const first = textIn(rule.firstDayOfWeek, 2)?.toUpperCase()
  if (first && /^(?:MO|TU|WE|TH|FR|SA|SU)$/.test(first)) parts.push(`WKST=${first}`)
  return `${name}:${parts.join(';')}`
}
