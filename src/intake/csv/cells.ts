/** Which figure comes first in `03/04/2021`; null where no row of the table tells. */
export type DateOrder = 'day' | 'month' | null

/** `start` and `end` are `14:00:00`; `zone` what stands behind them ("CET"). */
export type Clock = { start: string; end?: string; zone?: string }

/** A plain date of any usual order as `2021-03-06`; null for other words and for days no calendar has. */
export function readDate(cell: string, order: DateOrder): string | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cell)
  if (iso) return isoDate(iso[1]!, iso[2]!, iso[3]!)
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(cell)
  if (compact) return isoDate(compact[1]!, compact[2]!, compact[3]!)
  const serial = /^([345]\d{4})(?:\.0*)?$/.exec(cell)
  if (serial) return new Date((Number(serial[1]) - serialOf1970) * 86_400_000).toISOString().slice(0, 10)
  const figures = figuresOf(cell)
  if (!figures) return null
  const [first, second, year, sign] = figures
  const dayFirst = sign === '.' || Number(first) > 12 || order === 'day'
  if (!dayFirst && Number(second) <= 12 && order === null && first !== second) return null
  return dayFirst ? isoDate(year, second, first) : isoDate(year, first, second)
}

/** Spreadsheets count days; this is 1 January 1970. */
const serialOf1970 = 25569

/** What a date in figures says of the order in its column. */
export function orderOf(cell: string): DateOrder {
  const figures = figuresOf(cell.split(/[ T]/, 1)[0] ?? '')
  if (!figures) return null
  if (Number(figures[0]) > 12) return 'day'
  return Number(figures[1]) > 12 ? 'month' : null
}

/** `9:00`, `14h30`, `2.30 pm`, `10:00-11:30 CET`, `noon`; null for other words. */
export function readClock(cell: string): Clock | null {
  if (cell.length > longestClock) return null
  const words = cell.trim()
  const plain = /^([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/.exec(words)
  if (plain)
    return { start: `${plain[1]!.padStart(2, '0')}:${plain[2]}:${words.length > 5 ? words.slice(-2) : '00'}` }
  const [, told = words, zone] =
    /^(.*\S)\s+\(?((?:UTC|GMT)\s?[+-]\s?[\d:]{1,5}|(?!AM\b|PM\b|Uhr\b|Noon\b)[A-Z][A-Za-z]{1,5}|[A-Z]\w+\/[\w/]+)\)?$/.exec(
      words,
    ) ?? []
  const [from = '', to, ...more] = told.split(
    /\s*(?:[-–—~]|\b(?:to|until|till|bis|hasta|até|sampai)\b|\s[aà]\s(?!\.?\s?m))\s*/i,
  )
  if (more.length > 0) return null
  const end = to === undefined ? undefined : oneClock(to)
  let start = oneClock(from, end?.half)
  // "11-2pm" begins in the morning.
  if (start && end?.half === 'pm' && !oneClock(from) && start.clock > end.clock) start = oneClock(from, 'am')
  if (!start || end === null) return null
  return { start: start.clock, ...(end && { end: end.clock }), ...(zone && { zone }) }
}

/** Longer words tell more than an hour. */
const longestClock = 200

/** `2021-03-06 10:00`, `2021-03-06T10:00:00+01:00[Europe/Paris]`, `06/03/2021 10:00 CET`, or a date alone. */
export function readMoment(cell: string, order: DateOrder): { date: string; clock?: Clock } | null {
  const epoch = /^(1\d{9})(\d{3})?$/.exec(cell)
  if (epoch) return momentOf(Number(epoch[1]))
  const [, day = '', rest = ''] = /^(\S+?)(?:,?\s+|T(?=\d))(.*)$/.exec(cell) ?? [null, cell]
  const date = readDate(day, order)
  if (!date) return null
  if (!rest) return { date }
  const exact = /^(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d(?::?\d\d)?)?(?:\[([\w/+:-]+)\])?$/.exec(rest)
  if (exact) {
    const clock = oneClock(exact[1]!)
    const zone = exact[3] ?? exact[2]
    return clock ? { date, clock: { start: clock.clock, ...(zone && { zone }) } } : null
  }
  const clock = readClock(rest)
  return clock ? { date, clock } : null
}

/** Seconds since 1970, as programs write a moment. */
function momentOf(seconds: number): { date: string; clock: Clock } {
  const [date = '', clock = ''] = new Date(seconds * 1000).toISOString().split(/T|\./)
  return { date, clock: { start: clock, zone: 'UTC' } }
}

/** Minutes: `90`, `1:30`, `1h30`, `2 hours`, `PT1H30M`; null for other words. */
export function readDuration(cell: string): number | null {
  const words = cell.trim().toLowerCase()
  const plain = /^(\d{1,4})(?:\s*(?:m|min|mins|minutes?|minuten|minutos))?\.?$/.exec(words)
  if (plain) return Number(plain[1])
  const clock = /^(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(words)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const told =
    /^(?:pt)?(?:(\d{1,3}(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|horas?|heures?|stunden?|std|ore|jam))?\s*(?:(\d{1,4})\s*(?:m|min|mins|minutes?|minuten|minutos)?)?\.?$/.exec(
      words,
    )
  if (!told?.[1] && !told?.[2]) return null
  return Math.round(Number((told[1] ?? '0').replace(',', '.')) * 60) + Number(told[2] ?? 0)
}

/** Yes, no, or neither. */
export function readFlag(cell: string): boolean | null {
  if (/^(?:true|yes|y|1|x|✓|✔|s[ií]|oui|ja|sim|да|نعم|是|ya)$/i.test(cell)) return true
  if (/^(?:false|no|n|0|non|nein|não|nao|нет|لا|否|tidak)$/i.test(cell)) return false
  return null
}

function figuresOf(cell: string): [first: string, second: string, year: string, sign: string] | null {
  const told = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$/.exec(cell)
  if (!told) return null
  return [told[1]!, told[3]!, told[4]!.length === 2 ? `20${told[4]}` : told[4]!, told[2]!]
}

function isoDate(year: string, month: string, day: string): string | null {
  const last =
    [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0
  if (Number(day) < 1 || Number(day) > last) return null
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function oneClock(words: string, halfOfEnd?: 'am' | 'pm'): { clock: string; half?: 'am' | 'pm' } | null {
  const cell = words.trim().toLowerCase()
  const share = /^0?\.\d{2,}$/.test(cell) ? Math.round(Number(cell) * 1440) : null
  if (share !== null)
    return {
      clock: `${String(Math.floor(share / 60)).padStart(2, '0')}:${String(share % 60).padStart(2, '0')}:00`,
    }
  const compact = /^([01]\d|2[0-3])([0-5]\d)(?:\s?h(?:ou)?rs)?$/.exec(cell)
  if (compact) return { clock: `${compact[1]}:${compact[2]}:00` }
  if (cell === 'noon') return { clock: '12:00:00' }
  if (cell === 'midnight') return { clock: '00:00:00' }
  const told =
    /^(\d{1,2})(?:(?::|h|\.)(\d\d)(?::(\d\d)(?:\.\d+)?)?|\s*h)?\s*(?:(a|p)\.?\s?m\.?|uhr|hrs?|h)?$/.exec(cell)
  if (!told) return null
  const own = told[4] === 'a' ? 'am' : told[4] === 'p' ? 'pm' : undefined
  const half = own ?? halfOfEnd
  const isBare = told[2] === undefined && !/h|uhr/.test(cell)
  if (isBare && !half) return null
  let hour = Number(told[1])
  if (hour > 24 || Number(told[2] ?? 0) > 59 || Number(told[3] ?? 0) > 59) return null
  if (half && hour <= 12) hour = (hour % 12) + (half === 'pm' ? 12 : 0)
  if (hour === 24 && Number(told[2] ?? 0) > 0) return null
  const clock = [hour, Number(told[2] ?? 0), Number(told[3] ?? 0)]
    .map(part => String(part).padStart(2, '0'))
    .join(':')
  return { clock, ...(half && { half }) }
}
