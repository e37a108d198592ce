import { sayWallClock } from '../../time/say-time.ts'

/** The beginning of an hour as clocks of a locale show it: `09:00`. */
export function sayHourOf(day: string, hour: number, locale: string): string {
  return sayWallClock(`${day}T${String(hour).padStart(2, '0')}:00`, locale)
}
