/** How precise a date is (EDTF level 0): `2015-03-17`, `2015-03`, `2015`. */
export type DatePrecision = 'day' | 'month' | 'year'

/** Null: it is no such date, or there is no such day. */
export function precisionOf(date: string): DatePrecision | null {
  const [, year, month, day] = shape.exec(date) ?? []
  if (year === undefined) return null
  if (month === undefined) return 'year'
  if (Number(month) < 1 || Number(month) > 12) return null
  if (day === undefined) return 'month'
  return Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month)) ? 'day' : null
}

/** First and last day of what it may be. @throws RangeError for what is no such date */
export function daysOf(date: string): { first: string; last: string } {
  const precision = precisionOf(date)
  if (precision === null) throw new RangeError(`A day, month or year was expected; came ${date}`)
  if (precision === 'day') return { first: date, last: date }
  if (precision === 'year') return { first: `${date}-01-01`, last: `${date}-12-31` }
  const [year, month] = date.split('-').map(Number)
  return { first: `${date}-01`, last: `${date}-${daysIn(year!, month!)}` }
}

/** By the first day each may be; of two that begin together the more precise one first. */
export function compareDates(one: string, other: string): number {
  const [a, b] = [daysOf(one), daysOf(other)]
  const order = a.first === b.first ? [a.last, b.last] : [a.first, b.first]
  return order[0]! < order[1]! ? -1 : order[0] === order[1] ? 0 : 1
}

const shape = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}
