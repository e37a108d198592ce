/** The Bikram year of Nepal and the Bengali year: their months begin on nearly the same days of ours each year. */
export type SolarCalendar = 'bikram' | 'bangla'

/** How many years they are ahead of ours in December, and the day on which each month begins. */
const calendars: Record<SolarCalendar, { ahead: number; months: [month: number, day: number][] }> = {
  bikram: {
    ahead: 57,
    months: [
      [4, 14], [5, 15], [6, 15], [7, 17], [8, 17], [9, 17], [10, 18], [11, 17], [12, 16], [1, 15], [2, 13], [3, 15],
    ],
  },
  bangla: {
    ahead: -593,
    months: [
      [4, 14], [5, 15], [6, 15], [7, 16], [8, 16], [9, 16], [10, 17], [11, 16], [12, 16], [1, 15], [2, 14], [3, 15],
    ],
  },
} // biome-ignore format: a table

export function isSolar(calendar: string): calendar is SolarCalendar {
  return calendar in calendars
}

/** A day of it as one of ours, at most one day off: Nepal tables its months anew, West Bengal reckons a day later than Dhaka. */
export function dayOfSolar(
  calendar: SolarCalendar,
  year: number,
  month: number,
  day: number,
): Temporal.PlainDate | null {
  const { ahead, months } = calendars[calendar]
  const begins = months[month - 1]
  if (!begins || day < 1 || day > 32) return null
  const ours = year - ahead + (begins[0] < 4 ? 1 : 0)
  return Temporal.PlainDate.from({ year: ours, month: begins[0], day: begins[1] }).add({ days: day - 1 })
}

/** The year of it in which a day of ours lies. */
export function solarYearOf(calendar: SolarCalendar, day: Temporal.PlainDate): number {
  return day.year + calendars[calendar].ahead - (day.month < 4 || (day.month === 4 && day.day < 14) ? 1 : 0)
}
