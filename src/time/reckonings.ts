import type { Doubt } from './doubt.ts'
import type { SaidDay } from './said.ts'

type Day = Temporal.PlainDate

/**
 * "Meskerem 1, 2026": the year may be of that month's calendar or one of ours. The day of the year that the weekday or
 * the day of publication speaks for; `others`, where they leave it open, are the same days read the other way.
 */
export function reckoned(
  days: SaidDay[],
  published: Day | null,
): { days: SaidDay[]; others: SaidDay[][]; doubts: Doubt[] } {
  const most = Math.max(0, ...days.map(day => day.either?.length ?? 0))
  const ways = Array.from({ length: most + 1 }, (_, way) => days.map(day => inWay(day, way)))
  const [own, ...rest] = ways.filter(way => way.every(fitsWeekday)).length
    ? ways.filter(way => way.every(fitsWeekday))
    : ways
  if (!own || !rest.length) return { days: own ?? days, others: [], doubts: [] }
  const ordered = published
    ? [own, ...rest].toSorted((a, b) => awayFrom(published, a) - awayFrom(published, b))
    : [own, ...rest]
  const [first = own, ...others] = ordered
  const isSure = published !== null && first === own && awayFrom(published, own) < 500
  if (isSure) return { days: first, others: [], doubts: [] }
  const says = `The year may be of the month's own calendar or one of ours: ${ordered.map(way => dateOf(way[0])).join(' or ')}.`
  return { days: first, others, doubts: [{ code: 'date-calendar', says }] }
}

function inWay({ either, ...day }: SaidDay, way: number): SaidDay {
  return way ? { ...day, ...either?.[way - 1] } : day
}

function fitsWeekday(day: SaidDay): boolean {
  return day.weekday === undefined || !day.told || (dateOf(day)?.dayOfWeek ?? day.weekday) === day.weekday
}

function awayFrom(published: Day, [day]: SaidDay[]): number {
  const date = dateOf(day)
  return date ? Math.abs(published.until(date).total({ unit: 'days' })) : 0
}

function dateOf(day: SaidDay | undefined): Day | null {
  const { year, month } = day ?? {}
  return year && month && day?.day ? Temporal.PlainDate.from({ year, month, day: day.day }) : null
}
