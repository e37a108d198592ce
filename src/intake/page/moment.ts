import { canonicalZone } from '../../time/zones.ts'

/** A time as machines write it: a day, a clock time, or both; `offset` is `Z` or `+02:00`, `zone` an IANA name. */
export type Moment = { day?: string; clock?: string; offset?: string; zone?: string }

/**
 * ISO 8601 in all its forms, RFC 9557, RFC 2822, what JavaScript and PHP print, numbers of seconds; and the slips of
 * templates that leave no doubt about what was meant (`2019-9-13T10:00`, `2012-05-13-11:00:00`). Null for prose and
 * for days that do not exist.
 */
export function readMoment(text: string): Moment | null {
  const told = text.trim().slice(0, 100)
  return (
    isoMoment(told) ??
    compactMoment(told) ??
    oddDay(told) ??
    mailMoment(told) ??
    epochMoment(told) ??
    clockOnly(told)
  )
}

/** `PT1H30M`, `P1DT2H`, `T1M33S`, `01:30:00` → minutes; null for anything else and for nothing at all. */
export function readLength(text: string): number | null {
  const iso = /^P?(?:(\d+)D)?T?(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?$/i.exec(
    text.trim(),
  )
  const clock = /^(\d{1,3}):(\d\d)(?::\d\d)?$/.exec(text.trim())
  const minutes = iso
    ? Number(iso[1] ?? 0) * 1440 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0) + Number(iso[4] ?? 0) / 60
    : clock
      ? Number(clock[1]) * 60 + Number(clock[2])
      : 0
  return minutes >= 1 && minutes <= 60 * 24 * 400 ? Math.round(minutes) : null
}

const zonePart = String.raw`\s*(Z|UTC|GMT|(?:UTC|GMT)?\s*[+\-−]\d{1,2}:?\d{0,2})?\s*(?:\[([\w/+:-]+)\])?`
const clockPart = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?`

const iso = new RegExp(
  String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|\s+|-|,\s*|\s+at\s+)${clockPart})?${zonePart}$`,
  'i',
)

function isoMoment(text: string): Moment | null {
  const match = iso.exec(text) ?? /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=[T\s]|$)/.exec(text)
  if (!match) {
    const hourOnly = /^(\d{4})-(\d{2})-(\d{2})T(\d{2})(Z|[+-]\d{2}:?\d{2})?$/.exec(text)
    return hourOnly
      ? built(hourOnly[1]!, hourOnly[2]!, hourOnly[3]!, clockOf(hourOnly[4], '00'), hourOnly[5])
      : null
  }
  const clock = clockOf(match[4], match[5], match[6], match[7])
  return built(match[1]!, match[2]!, match[3]!, clock, clock ? match[8] : undefined, match[9])
}

function compactMoment(text: string): Moment | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text)
  if (!match || (match[4] && !/T/i.test(text) && text.length < 12)) return null
  return built(match[1]!, match[2]!, match[3]!, clockOf(match[4], match[5], match[6]), match[7])
}

/** The day of a year (`2013-034`) or of a week (`2013-W05-1`), with a clock time or without. */
function oddDay(text: string): Moment | null {
  const [, year, week, weekday, ordinal, rest] =
    /^(\d{4})-?(?:W(\d{2})(?:-?([1-7]))?|(\d{3}))(?:[T ](.*))?$/i.exec(text) ?? []
  if (!year) return null
  const first = Date.UTC(Number(year), 0, 1)
  const fourth = new Date(Date.UTC(Number(year), 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * dayMs
  const at = ordinal
    ? first + (Number(ordinal) - 1) * dayMs
    : monday + ((Number(week) - 1) * 7 + Number(weekday ?? 1) - 1) * dayMs
  const isPossible = ordinal
    ? Number(ordinal) >= 1 && Number(ordinal) <= 366
    : Number(week) >= 1 && Number(week) <= 53
  if (!isPossible || (week && !weekday)) return null
  const day = new Date(at).toISOString().slice(0, 10)
  const clock = rest ? clockOnly(rest) : null
  return { day, ...(clock ?? {}) }
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** "Fri, 12 Apr 2019 10:00:00 +0200", "Sun Jul 27 2025 15:00:00 GMT-0400 (Eastern Daylight Time)". */
function mailMoment(text: string): Moment | null {
  const bare = text.replace(/\s*\([^)]*\)\s*$/, '')
  const mail = new RegExp(
    String.raw`^(?:\p{L}{3,9},?\s+)?(\d{1,2})\s+(\p{L}{3})\p{L}*\s+(\d{4})\s+${clockPart}${zonePart}$`,
    'iu',
  ).exec(bare)
  const script = new RegExp(
    String.raw`^(?:\p{L}{3,9},?\s+)(\p{L}{3})\s+(\d{1,2})\s+(\d{4})\s+${clockPart}${zonePart}$`,
    'iu',
  ).exec(bare)
  const found = mail ?? script
  if (!found) return null
  const [dayNumber, monthName] = mail ? [found[1]!, found[2]!] : [found[2]!, found[1]!]
  const month = months.indexOf(monthName.toLowerCase()) + 1
  if (month === 0) return null
  const clock = clockOf(found[4], found[5], found[6], found[7])
  return built(found[3]!, String(month), dayNumber, clock, found[8], found[9])
}

function epochMoment(text: string): Moment | null {
  if (!/^1\d{9}(?:\d{3})?$/.test(text)) return null
  const at = new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString()
  return { day: at.slice(0, 10), clock: at.slice(11, 19), offset: 'Z' }
}

/** `19:00:00-05:00`, `7:30 pm`. */
function clockOnly(text: string): Moment | null {
  const match = new RegExp(`^T?${clockPart}${zonePart}$`, 'i').exec(text)
  const clock = match && clockOf(match[1], match[2], match[3], match[4])
  if (!clock) return null
  const offset = offsetOf(match[5])
  return { clock, ...(offset && { offset }) }
}

function built(
  year: string,
  month: string,
  date: string,
  clock: string | null,
  zone?: string,
  name?: string,
): Moment | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = Date.parse(`${day}T00:00:00Z`)
  const exists = !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
  if (!exists || day < '1990-01-01' || day > '2200') return null
  if (clock === '24:00:00') {
    return { day: new Date(at + dayMs).toISOString().slice(0, 10), clock: '00:00:00', ...zoneOf(zone, name) }
  }
  return clock ? { day, clock, ...zoneOf(zone, name) } : { day }
}

function zoneOf(written: string | undefined, name: string | undefined): Pick<Moment, 'offset' | 'zone'> {
  const offset = offsetOf(written)
  const zone = name && canonicalZone(name)
  return { ...(offset && { offset }), ...(zone && { zone }) }
}

function offsetOf(written: string | undefined): string | undefined {
  const told = written?.replace('−', '-').replace(/\s/g, '')
  if (!told) return undefined
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(told)
  if (!match) return 'Z'
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  if (minutes > 14 * 60) return undefined
  return minutes === 0 ? 'Z' : `${match[1]}${match[2]!.padStart(2, '0')}:${match[3] ?? '00'}`
}

function clockOf(hour?: string, minute?: string, second = '00', half?: string): string | null {
  if (hour === undefined || minute === undefined) return null
  let hours = Number(hour)
  if (half && hours <= 12) hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0)
  const isPossible = hours <= 24 && Number(minute) < 60 && !(hours === 24 && Number(minute) > 0)
  return isPossible
    ? `${String(hours).padStart(2, '0')}:${minute}:${Number(second) < 60 ? second : '00'}`
    : null
}

const dayMs = 86_400_000
