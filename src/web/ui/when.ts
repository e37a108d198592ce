import { dayOf } from '../../time/days.ts'
import { sayClock, sayDay, sayWallClock, sayZone } from '../../time/say-time.ts'

/**
 * The words of a time, filled in on the server and again by the script that knows the reader's zone: both from the
 * same few messages, in which `{…}` are places to fill and nothing more.
 */
export type TimeWords = {
  own: string
  ownDay: string
  ownDayOffset: string
  ownOffset: string
  ownSame: string
  until: string
}

/** The organiser's own time and place, where they differ from the reader's; with the day where that differs too. */
export function sayOwn(
  words: TimeWords,
  own: { wall: string; place: string },
  startsAt: number,
  zone: string,
  locale: string,
): string {
  const clock = sayWallClock(own.wall, locale)
  const day = own.wall.slice(0, 10)
  const isOffset = own.place.startsWith('UTC')
  const told = { day: sayDay(day, 'short', locale), time: clock, place: own.place }
  if (isOtherDay(own, startsAt, zone)) return fill(isOffset ? words.ownDayOffset : words.ownDay, told)
  if (sayClock(startsAt, zone, locale) === clock) return fill(words.ownSame, told)
  return fill(isOffset ? words.ownOffset : words.own, told)
}

/** Whether the organiser's own day is another than the reader's: they must not come a day late. */
export function isOtherDay(own: { wall: string }, startsAt: number, zone: string): boolean {
  return dayOf(startsAt, zone) !== own.wall.slice(0, 10)
}

/** The time of a second place beside the reader's: its clock, and its name with the day where that is another. */
export function sayBeside(
  startsAt: number,
  beside: string,
  zone: string,
  locale: string,
): { clock: string; name: string } {
  const day = dayOf(startsAt, beside)
  const place = sayZone(beside, startsAt, locale)
  return {
    clock: sayClock(startsAt, beside, locale),
    name: day === dayOf(startsAt, zone) ? place : `${place} · ${sayDay(day, 'short', locale)}`,
  }
}

/** An end: its clock, with the day where it is not that of the start. */
export function sayEnd(
  words: TimeWords,
  startsAt: number,
  endsAt: number,
  zone: string,
  locale: string,
): string {
  const day = dayOf(endsAt, zone)
  const clock = sayClock(endsAt, zone, locale)
  const time = day === dayOf(startsAt, zone) ? clock : `${sayDay(day, 'short', locale)} ${clock}`
  return fill(words.until, { time })
}

/** So many places are named of those whose clocks change together. */
export const mostPlaces = 4

export function fill(message: string, values: Record<string, string>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** To the minute, in UTC: what `<time datetime>` holds. */
export function isoOf(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 16)}Z`
}
