import { cityIn } from './city-names.ts'
import { dayOf, offsetAt } from './days.ts'

/**
 * Times said in the words of a locale. Only `Intl`, so that the server and the reader's browser say them alike.
 * A locale is a BCP 47 tag; whether clocks have 12 or 24 hours and which digits are used is its own matter.
 * Moments are epoch milliseconds, zones IANA names or fixed offsets (`+08:00`), wall times `2020-12-18T14:00:00`,
 * days `2020-12-18`.
 */

/** `17:00`, `5:00 PM` */
export function sayClock(epochMs: number, zone: string, locale: string): string {
  return sayMinute(Math.floor((epochMs + offsetAt(epochMs, zone)) / 60_000), locale)
}

/** `06`: an hour of a scale, of 24 in every locale. */
export function sayHour(epochMs: number, zone: string, locale: string): string {
  // Some say a word with it (`06 Uhr`, `06时`), for which a scale has no room.
  const parts = formatter('hour', locale, zone).formatToParts(epochMs)
  return parts.find(({ type }) => type === 'hour')!.value
}

/** The clock of a wall time, whatever its zone. */
export function sayWallClock(wall: string, locale: string): string {
  return sayMinute(Date.parse(`${wall.slice(0, 16)}Z`) / 60_000, locale)
}

/** `Saturday 6 March 2021`, `Saturday 6 March`, `Sat 6 Mar`, `Sat 6`, `6 March` */
export function sayDay(day: string, form: DayForm, locale: string): string {
  const key = `${form} ${locale} ${day}`
  let words = daysSaid.get(key)
  if (words === undefined) {
    words = formatter(form, locale, 'UTC').format(Date.parse(`${day}T00:00Z`))
    if (daysSaid.size >= 2000) daysSaid.clear()
    daysSaid.set(key, words)
  }
  return words
}

/** A day in a list: with its year where that is not the one the list is of. */
export function sayDayOf(day: string, year: string, locale: string): string {
  return sayDay(day, day.startsWith(year) ? 'long' : 'full', locale)
}

/** A day beside others: with its year only where that is not this one. */
export function sayDayNear(day: string, now: number, locale: string): string {
  return sayDay(day, day.startsWith(`${new Date(now).getUTCFullYear()}-`) ? 'short' : 'short-yearly', locale)
}

/** `March 2021`, of `2021-03` */
export function sayMonth(month: string, locale: string): string {
  return formatter('month', locale, 'UTC').format(Date.parse(`${month}-01T00:00Z`))
}

/** `6–8 March 2021` */
export function sayDays(first: string, last: string, locale: string): string {
  if (first === last) return sayDay(first, 'full', locale)
  return formatter('dates', locale, 'UTC').formatRange(
    Date.parse(`${first}T00:00Z`),
    Date.parse(`${last}T00:00Z`),
  )
}

/** `Saturday 6 March 2021 at 17:20` */
export function sayMoment(epochMs: number, zone: string, locale: string): string {
  return formatter('moment', locale, zone).format(epochMs)
}

/** `40 minutes`, `2 hours`; with the plurals of the locale. */
export function sayDuration(milliseconds: number, locale: string): string {
  const { count, unit } = roughly(milliseconds)
  return numbers(locale, unit).format(count)
}

/** `12 minutes ago` */
export function sayAgo(milliseconds: number, locale: string): string {
  const { count, unit } = roughly(milliseconds)
  return new Intl.RelativeTimeFormat(locale).format(-count, unit)
}

function roughly(milliseconds: number): { count: number; unit: 'minute' | 'hour' | 'day' } {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000))
  if (minutes < 100) return { count: minutes, unit: 'minute' }
  if (minutes < 48 * 60) return { count: Math.round(minutes / 60), unit: 'hour' }
  return { count: Math.round(minutes / 1440), unit: 'day' }
}

/** `Sat 6 Mar 10:20` */
export function sayBriefly(epochMs: number, zone: string, locale: string): string {
  return `${sayDay(dayOf(epochMs, zone), 'short', locale)} ${sayClock(epochMs, zone, locale)}`
}

/** `UTC+8`, `UTC−3:30`, `UTC` */
export function sayOffset(epochMs: number, zone: string): string {
  const minutes = Math.round(offsetAt(epochMs, zone) / 60_000)
  if (minutes === 0) return 'UTC'
  const size = Math.abs(minutes)
  const rest = size % 60
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`
}

/**
 * The city a zone is named after, as a locale calls it (`Ho Chi Minh City`, `胡志明市`); null where it has none (`UTC`,
 * `+08:00`, `Etc/GMT+3`).
 */
export function cityOf(zone: string, locale: string): string | null {
  const city = plainCity(zone)
  return city && (cityIn(locale, city) ?? city)
}

/** The same in plain letters, whatever the language (`Ho Chi Minh`): one name for all names that a zone has. */
export function plainCity(zone: string): string | null {
  if (!zone.includes('/') || zone.startsWith('Etc/')) return null
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
  return nowCalled[city] ?? city
}

/** Browsers give some zones the name of a city that is called otherwise today. */
const nowCalled: Record<string, string> = {
  Asmera: 'Asmara',
  Calcutta: 'Kolkata',
  'Coral Harbour': 'Atikokan',
  Enderbury: 'Kanton',
  Faeroe: 'Faroe',
  Godthab: 'Nuuk',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Ponape: 'Pohnpei',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh',
  Truk: 'Chuuk',
}

/** What a zone is called: its city, else its distance from UTC. */
export function sayZone(zone: string, epochMs: number, locale: string): string {
  return cityOf(zone, locale) ?? sayOffset(epochMs, zone)
}

/** `Central European Time`: what the clocks of a zone are called; null where they have no name but their distance. */
export function sayZoneInWords(zone: string, epochMs: number, locale: string): string | null {
  if (plainCity(zone) === null) return null
  const words = formatter('zone', locale, zone)
    .formatToParts(epochMs)
    .find(({ type }) => type === 'timeZoneName')?.value
  return words && !/\d/.test(words) ? words : null
}

/** How many hours the clocks of a locale have. */
export function clockOf(locale: string): 12 | 24 {
  return formatter('hours', locale, 'UTC').resolvedOptions().hour12 ? 12 : 24
}

export type DayForm = 'full' | 'long' | 'short' | 'short-yearly' | 'tiny' | 'yearly' | 'dates'

const forms: Record<
  DayForm | 'clock' | 'hours' | 'hour' | 'dates' | 'month' | 'moment' | 'zone',
  Intl.DateTimeFormatOptions
> = {
  clock: { hour: 'numeric', minute: '2-digit' },
  hours: { hour: 'numeric' },
  hour: { hour: '2-digit', hourCycle: 'h23' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  'short-yearly': { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  tiny: { weekday: 'short', day: 'numeric' },
  yearly: { day: 'numeric', month: 'long' },
  dates: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  moment: { dateStyle: 'full', timeStyle: 'short' },
  zone: { year: 'numeric', timeZoneName: 'longGeneric' },
}

/** A page says thousands of clocks and days, of which few differ: asking `Intl` each time is most of saying them. */
const daysSaid = new Map<string, string>()
const clocksSaid = new Map<string, string[]>()

/** The clock of a wall time, told in whole minutes since any midnight. */
function sayMinute(wallMinute: number, locale: string): string {
  let said = clocksSaid.get(locale)
  if (!said) {
    if (clocksSaid.size >= 50) clocksSaid.clear()
    clocksSaid.set(locale, (said = []))
  }
  const minute = ((wallMinute % 1440) + 1440) % 1440
  return (said[minute] ??= formatter('clock', locale, 'UTC').format(minute * 60_000))
}

const formatters = new Map<string, Intl.DateTimeFormat>()
const durations = new Map<string, Intl.NumberFormat>()

/** A formatter costs some 50 µs to make and is used thousands of times on a page. */
function formatter(form: keyof typeof forms, locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${form} ${locale} ${timeZone}`
  let known = formatters.get(key)
  if (!known) {
    if (formatters.size >= 500) formatters.clear()
    const options: Intl.DateTimeFormatOptions = { ...forms[form], timeZone, calendar: 'gregory' }
    if (form === 'clock' && clockOf(locale) === 24) options.hour = '2-digit'
    // Every calendar of a locale but the Gregorian would disagree with the dates that organisers told.
    known = new Intl.DateTimeFormat(locale, options)
    formatters.set(key, known)
  }
  return known
}

function numbers(locale: string, unit: string): Intl.NumberFormat {
  const key = `${unit} ${locale}`
  let known = durations.get(key)
  if (!known) {
    known = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
    durations.set(key, known)
  }
  return known
}
