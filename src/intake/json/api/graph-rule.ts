import { isThing, type Json, listIn, textIn } from '../json.ts'

/** How Microsoft Graph says that an event comes again (`patternedRecurrence`), as a line of iCalendar; none for none. */
export function ruleOfGraph(recurrence: unknown): string[] {
  if (!isThing(recurrence) || !isThing(recurrence.pattern)) return []
  const { pattern } = recurrence
  const range = isThing(recurrence.range) ? recurrence.range : {}
  const told = partsOf(pattern)
  if (!told) return []
  const parts = [...told, ...intervalOf(pattern), ...untilOf(range)]
  return [`RRULE:${parts.join(';')}`]
}

const days = new Map([
  ['sunday', 'SU'],
  ['monday', 'MO'],
  ['tuesday', 'TU'],
  ['wednesday', 'WE'],
  ['thursday', 'TH'],
  ['friday', 'FR'],
  ['saturday', 'SA'],
])
const places = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['last', -1],
])

function dayIn(value: unknown): string | undefined {
  return days.get(textIn(value, 20)?.toLowerCase() ?? '')
}

function partsOf(pattern: Json): string[] | null {
  const byDay = listIn(pattern.daysOfWeek, 7).flatMap(day => dayIn(day) ?? [])
  const place = places.get(textIn(pattern.index, 20) ?? '') ?? 1
  const relative = byDay.length > 0 ? [`BYDAY=${byDay.join(',')}`, `BYSETPOS=${place}`] : []
  const absolute = isCount(pattern.dayOfMonth) ? [`BYMONTHDAY=${pattern.dayOfMonth}`] : []
  const month = isCount(pattern.month) ? [`BYMONTH=${pattern.month}`] : []
  switch (pattern.type) {
    case 'daily':
      return ['FREQ=DAILY']
    case 'weekly': {
      const first = dayIn(pattern.firstDayOfWeek)
      return [
        'FREQ=WEEKLY',
        ...(byDay.length > 0 ? [`BYDAY=${byDay.join(',')}`] : []),
        ...(first ? [`WKST=${first}`] : []),
      ]
    }
    case 'absoluteMonthly':
      return ['FREQ=MONTHLY', ...absolute]
    case 'relativeMonthly':
      return ['FREQ=MONTHLY', ...relative]
    case 'absoluteYearly':
      return ['FREQ=YEARLY', ...month, ...absolute]
    case 'relativeYearly':
      return ['FREQ=YEARLY', ...month, ...relative]
    default:
      return null
  }
}

function intervalOf({ interval }: Json): string[] {
  return isCount(interval) && interval > 1 ? [`INTERVAL=${interval}`] : []
}

/** Its last day is included. */
function untilOf(range: Json): string[] {
  const last = textIn(range.endDate, 10)
  if (range.type === 'numbered' && isCount(range.numberOfOccurrences))
    return [`COUNT=${range.numberOfOccurrences}`]
  return range.type === 'endDate' && last && /^\d{4}-\d\d-\d\d$/.test(last)
    ? [`UNTIL=${last.replaceAll('-', '')}T235959`]
    : []
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}
