import { type ClockFound, clock, isHourCharacter, looksLikeClock } from './clock-signs.ts'
import { fold } from './fold.ts'
import { halfAt } from './halves.ts'
import { exactHourWords, twelveHourWords } from './hour-words.ts'
import { atWords, betweenWords } from './links.ts'
import { militaryAt } from './military-hours.ts'
import { monthAt } from './months.ts'
import { oddMinutesAt } from './odd-minutes.ts'
import { type Clock, isGlued, isMark, isNumber, isWord } from './part.ts'
import { zoneWordsAt } from './scan-zones.ts'
import type { Token } from './tokens.ts'

export function figureAt(tokens: Token[], at: number): ClockFound {
  const token = tokens[at]
  if (token?.kind !== 'number') return null
  if (token.raw.length === 4) return militaryAt(tokens, at)
  if (token.raw.length === 6 && isWord(tokens[at - 1], 't') && isGlued(token))
    return compactAt(token.text, at)
  if (token.raw.length > 2) return null
  const hour = Number(token.text)
  if (hour > (isLateNight(tokens, at) ? 29 : 24)) return null
  const padded = token.text.length === 2 && token.text.startsWith('0')
  const sign = tokens[at + 1]
  const minutes = tokens[at + 2]
  if ((isMark(sign, ':') || isMark(sign, '.')) && isGlued(sign)) {
    const exact = isNumber(minutes, 2) && isGlued(minutes) && Number(minutes.text) < 60
    if (exact)
      return withSeconds(tokens, at + 3, clock({ hour, minute: Number(minutes.text), padded }), sign?.text)
    if (isMark(sign, ':')) return null
  }
  return (
    minutesApart(tokens, at, hour, padded) ?? worded(tokens, at, hour) ?? plainHour(tokens, at, hour, padded)
  )
}

/** Minutes that another sign or a word sets apart: "11 : 00 am", "3.pm", "16 و30 دقيقة", "u 11 i 30". */
function minutesApart(tokens: Token[], at: number, hour: number, padded: boolean): ClockFound {
  const [sign, minutes] = [tokens[at + 1], tokens[at + 2]]
  const spaced = spacedMinutes(tokens, at)
  if (spaced) return withSeconds(tokens, at + 3, clock({ hour, minute: spaced.minute, padded }), ':')
  const odd = oddMinutesAt(tokens, at)
  if (odd) return withSeconds(tokens, odd.to, clock({ hour, minute: odd.minute, padded }), ':')
  // "3.pm"
  if (isMark(sign, '.') && isGlued(sign) && isGlued(minutes) && isWord(minutes, 'am', 'pm') && hour <= 12)
    return { part: clock({ hour, half: minutes?.text === 'am' ? 'am' : 'pm' }), to: at + 3 }
  if (!isNumber(minutes, 2)) return null
  const minute = Number(minutes.text)
  // "الساعة 16 و30 دقيقة"
  const isCalled = isWord(tokens[at + 3], 'دقيقة', 'دق', 'د')
  if (isWord(sign, 'و') && isGlued(minutes) && minute < 60 && (isCalled || isAtWord(tokens[at - 1])))
    return withHalf(tokens, isCalled ? at + 4 : at + 3, clock({ hour, minute }))
  // "u 11 i 30"
  const isSlavic = isWord(sign, 'i', 'и') && isWord(tokens[at - 1], 'u', 'у', 'od', 'од', 'do', 'до')
  return isSlavic && /^(?:15|30|45)$/.test(minutes.text)
    ? withHalf(tokens, at + 3, clock({ hour, minute }))
    : null
}

/** With the word or the ending of an hour: "14h30", "9 Uhr", "15時", "19-tej", "17. uri". */
function worded(tokens: Token[], at: number, hour: number): ClockFound {
  const [sign, ending] = [tokens[at + 1], tokens[at + 2]]
  const written = hourSignAt(tokens, at, hour)
  if (written) {
    const exact = hour > 12 || !(isHourCharacter(sign) || sign?.raw.endsWith('è'))
    return withHalf(tokens, written.to, clock({ hour, minute: written.minute, padded: exact }))
  }
  const isSlovene = isWord(ending, 'uri', 'ure', 'uro')
  const isOrdinal =
    isMark(sign, '-', '.') && isGlued(sign) && (isSlovene || isWord(ending, 'tej', 'ej', 'ta'))
  const isLed = isSlovene || isWord(tokens[at - 1], 'o', 'od', 'do', 'godz', 'godzinie', 'godziny')
  return isOrdinal && isLed ? withHalf(tokens, at + 3, clock({ hour })) : null
}

/** With its half of the day or "o’clock", else bare: "3-ish pm", "5 o’clock", "7". */
function plainHour(tokens: Token[], at: number, hour: number, padded: boolean): ClockFound {
  const sign = tokens[at + 1]
  const isDashed = isMark(sign, '-') && isWord(tokens[at + 2], 'ish')
  const half = halfAt(tokens, isWord(sign, 'ish') ? at + 2 : isDashed ? at + 3 : at + 1)
  if (half && hour > 0) return { part: clock({ hour, ...halved(half.half, hour) }), to: half.to }
  const oclock = oclockTo(tokens, at + 1)
  if (oclock) return withHalf(tokens, oclock, clock({ hour }))
  return { part: clock({ hour, bare: true, padded }), to: at + 1 }
}

/** Japan counts the hours behind midnight on: "25:00" behind a day, its weekday or "深夜", or before "〜" or "開演", is one in the night. */
function isLateNight(tokens: Token[], at: number): boolean {
  if (!isMark(tokens[at + 1], ':') && !isWord(tokens[at + 1], '時')) return false
  const raws = (from: number, to: number) =>
    tokens
      .slice(Math.max(0, from), to)
      .map(token => token.raw)
      .join('')
  return (
    /(?:[日曜夜]|[月火水木金土日祝][）)])$/u.test(raws(at - 4, at)) ||
    /^(?:[:：]?\d\d)?(?:[〜～~]|から|開|スタート)/u.test(raws(at + 1, at + 7))
  )
}

/** "11 : 00 am", "11: 00 UTC": believed where something else makes them an hour. */
function spacedMinutes(tokens: Token[], at: number): { minute: number } | null {
  const minutes = tokens[at + 2]
  if (!isMark(tokens[at + 1], ':') || !isNumber(minutes, 2) || Number(minutes.text) > 59) return null
  if (isGlued(tokens[at + 1]) && isGlued(minutes)) return null
  const hourly = halfAt(tokens, at + 3) || zoneWordsAt(tokens, at + 3) || isAtWord(tokens[at - 1])
  return hourly ? { minute: Number(minutes.text) } : null
}

/** "T130000". */
function compactAt(text: string, at: number): ClockFound {
  const [hour = 0, minute = 0, second = 0] = [0, 2, 4].map(from => Number(text.slice(from, from + 2)))
  if (hour > 24 || minute > 59 || second > 59) return null
  return { part: clock({ hour, minute, second, padded: true }), to: at + 1 }
}

function withSeconds(
  tokens: Token[],
  at: number,
  told: { kind: 'clock' } & Clock,
  sign?: string,
): ClockFound {
  let to = at
  let second = 0
  const seconds = tokens[to + 1]
  if (isMark(tokens[to], ':') && isGlued(tokens[to]) && isGlued(seconds)) {
    if (!isNumber(seconds, 2) || Number(seconds.text) > 59) return null
    second = Number(seconds.text)
    to += 2
    if (isMark(tokens[to], '.') && isGlued(tokens[to]) && isNumber(tokens[to + 1])) to += 2
  }
  if (
    isMark(tokens[to], '%', '€', '$') ||
    (isMark(tokens[to], ':', '.') &&
      isGlued(tokens[to]) &&
      isNumber(tokens[to + 1]) &&
      isGlued(tokens[to + 1]))
  )
    return null
  const after = tokens[to]
  // "a film of 14:30 minutes" lasts so long.
  if (isWord(after, ...minuteWords)) return null
  if (isWord(after, ...afterMinutes)) to++
  // "2:30 ч. следобед"
  if (isWord(after, 'ч', 'h', 'hod', 'godz') && isMark(tokens[to], '.') && halfAt(tokens, to + 1)) to++
  return withHalf(tokens, to, { ...told, second, padded: told.padded || (sign === ':' && told.hour === 0) })
}

const minuteWords = 'min mins minutes minuten minutos minuti minut мин минут menit'.split(' ')

/** What stands behind the hour, whether or not minutes follow it. */
const wordsForHour = [
  ...'h u hs hrs uhr uur horas heures ч часов น นาฬิกา sati val'.split(' '),
  ...exactHourWords,
]

const afterMinutes = [...wordsForHour, ...['hours', 'hod', 'godz'], ...twelveHourWords]

const afterHour = [...wordsForHour, ...'час часа heure hora hod hodin godz sata годині val gio'.split(' ')]

export function withHalf(tokens: Token[], at: number, told: { kind: 'clock' } & Clock): ClockFound {
  const half = halfAt(tokens, at)
  if (!half) return { part: told, to: at }
  return { part: { ...told, ...halved(half.half, told.hour) }, to: half.to }
}

export function halved(half: 'am' | 'pm' | 'noon' | 'midnight' | 'night', hour: number): Partial<Clock> {
  if (half === 'noon') return { half: hour === 12 || hour <= 6 ? 'pm' : 'am' }
  if (half === 'midnight') return { hour: 0, half: null, midnight: true, padded: true }
  if (half === 'night') return { half: hour === 12 || hour < 5 ? 'am' : 'pm' }
  return { half }
}

/** "14h", "14h30", "14 h 30", "9 Uhr", "9 Uhr 30", "15 часов", "3点半", "15時30分". */
function hourSignAt(tokens: Token[], at: number, hour: number): { minute: number; to: number } | null {
  const sign = tokens[at + 1]
  // Burmese "seven hours and a half"
  if (sign?.raw === 'နာရီခွဲ') return { minute: 30, to: at + 2 }
  if (isHourCharacter(sign)) return eastAsianMinutes(tokens, at + 2)
  // "18 és 20 óra között"; Italian "18 ora italiana"
  if (isWord(sign, 'ora') && isWord(tokens[at + 2], 'kozott')) return { minute: 0, to: at + 2 }
  // Haitian "3zè"
  if (isGlued(sign) && /^(?:z|tr|t|k|v)?è$/.test(sign?.raw ?? '')) return { minute: 0, to: at + 2 }
  if (!isWord(sign, ...afterHour)) return null
  if (sign?.text === 'u' && !isGlued(sign)) return null
  const long = isWord(sign, 'heures', 'heure', 'horas', 'hora', 'часов', 'час', 'часа', 'hrs', 'uur')
  if (
    long &&
    !halfAt(tokens, at + 2) &&
    !isAtWord(tokens[at - 1]) &&
    zoneWordsAt(tokens, at + 2)?.part.sort !== 'abbreviation' &&
    !betweenWords.has(tokens[at - 1]?.text ?? '-') &&
    !isWord(tokens[at - 1], 'до', 'tot', 'hasta', 'jusqua', 'a', 'les') &&
    !(isMark(tokens[at - 1], ',') && isWord(sign, 'uur', 'часов', 'часа', 'heures')) &&
    !endsRange(tokens, at, hour)
  )
    return null
  if (hour < 7 && sign?.text === 'h' && isWord(tokens[at - 1], 'duree', 'durée', 'pendant', 'dauer'))
    return null
  const minutes = tokens[at + 2]
  const close = isNumber(minutes, 2) && (isGlued(minutes) || (sign?.spaced && !isGlued(minutes)))
  if (close && Number(minutes?.text) < 60 && (isGlued(minutes) || !looksLikeClock(tokens, at + 2))) {
    const month = monthAt(tokens, at + 3)
    if (!month || isGlued(minutes)) {
      return {
        minute: Number(minutes?.text),
        to: isWord(tokens[at + 3], 'min', 'мин', 'минут') ? at + 4 : at + 3,
      }
    }
  }
  // "17 hs. (Argentina)"
  const isDotted = isMark(minutes, '.') && isGlued(minutes) && isMark(tokens[at + 3], '(')
  return { minute: 0, to: isDotted ? at + 3 : at + 2 }
}

/** "10-16 uur", "9-11 horas"; not "2-3 uur", which may last so long. */
function endsRange(tokens: Token[], at: number, hour: number): boolean {
  const first = Number(tokens[at - 2]?.text)
  return isMark(tokens[at - 1], '-', '~') && first < hour && (hour > 12 || first >= 7)
}

export function eastAsianMinutes(tokens: Token[], at: number): { minute: number; to: number } {
  const quarter = quarterAt(tokens, at)
  if (quarter) return quarter
  if (isWord(tokens[at], ...halfWords)) return { minute: 30, to: at + 1 }
  if (isWord(tokens[at], '整')) return { minute: 0, to: at + 1 }
  const minutes = tokens[at]
  if (isNumber(minutes) && Number(minutes.text) < 60 && isWord(tokens[at + 1], '分', '분')) {
    return { minute: Number(minutes.text), to: at + 2 }
  }
  return { minute: 0, to: at }
}

const halfWords = ['半', '반', ...['ເຄິ່ງ', 'កន្លះ', 'ተኩል'].map(word => fold(word).normalize('NFC'))]

/** "三点一刻", "十点二十分": quarters, and minutes in signs. */
function quarterAt(tokens: Token[], at: number): { minute: number; to: number } | null {
  const digits = '一二三四五六七八九'
  const raw = (index: number) => tokens[index]?.raw ?? ''
  if (/^[一三1３3]$/.test(raw(at)) && raw(at + 1) === '刻')
    return { minute: /[一1]/.test(raw(at)) ? 15 : 45, to: at + 2 }
  let here = at
  let minute = digits.indexOf(raw(here) || '-') + 1
  if (minute) here++
  if (raw(here) === '十') {
    const ones = digits.indexOf(raw(here + 1) || '-') + 1
    minute = (minute || 1) * 10 + ones
    here += ones ? 2 : 1
  }
  return minute && minute < 60 && raw(here) === '分' ? { minute, to: here + 1 } : null
}

export function oclockTo(tokens: Token[], at: number): number | null {
  if (isWord(tokens[at], 'oclock')) return at + 1
  return isWord(tokens[at], 'o') && isMark(tokens[at + 1], "'") && isWord(tokens[at + 2], 'clock')
    ? at + 3
    : null
}

export function isAtWord(token: Token | undefined): boolean {
  return token !== undefined && atWords.has(token.text)
}
