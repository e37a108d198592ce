import { isDay } from '../../time/days.ts'

/** A text value of iCalendar (RFC 5545, section 3.3.11). Lines are long where they are: nothing folds them. */
export function textLine(name: string, value: string): string {
  const escaped = value.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')
  return `${name}:${escaped}`
}

/** Coordinates in degrees; empty where they are anything else. */
export function geoLine(lat: string | undefined, lon: string | undefined): string[] {
  const degrees = /^-?[\d.]{1,20}$/
  return lat && lon && degrees.test(lat) && degrees.test(lon) ? [`GEO:${lat};${lon}`] : []
}

/** A word as the value of a parameter, in quotes. */
export function quoted(words: string): string {
  return `"${words.replace(/["\r\n]/g, ' ')}"`
}

/** `2027-03-22T15:00:00` → `20270322T150000`; a day stays one. */
export function compact(moment: string): string {
  return moment.replace(/\.\d+$/, '').replace(/[-:]/g, '')
}

/** `2027-02-30T10:00:00` is no moment of any clock. */
export function isWall(moment: string): boolean {
  const [, day, clock] = /^(.{10})T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)$/.exec(moment) ?? []
  return day !== undefined && clock !== undefined && isDay(day)
}
