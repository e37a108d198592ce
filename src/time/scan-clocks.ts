import { halfAt } from './halves.ts'
import { atWords, betweenWords, listWords, rangeWords } from './links.ts'
import { type Clock, type Found, isGlued, isMark, isNumber, isWord, type Part } from './part.ts'
import { monthAt } from './scan-dates.ts'
import { zoneWordsAt } from './scan-zones.ts'
import type { Token } from './tokens.ts'

type ClockFound = Found<{ kind: 'clock' } & Clock>

/** An hour that begins at token `at`; `before`, the part read last, tells whether a bare figure may be one. */
export function clockAt(tokens: Token[], at: number, before: Part | undefined): ClockFound {
  return (
    wordClockAt(tokens, at) ??
    earlyHalfAt(tokens, at) ??
    figureClockAt(tokens, at, before) ??
    bareClockAt(tokens, at, before)
  )
}

/** A figure that something behind it makes an hour ("9am", "10:00", "14h"), not the day of a month. */
export function looksLikeClock(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.kind !== 'number') return false
  const next = tokens[at + 1]
  if (isMark(next, ':') && isGlued(next) && isNumber(tokens[at + 2], 2) && isGlued(tokens[at + 2]))
    return true
  if (isMark(next, '.') && isGlued(next) && isNumber(tokens[at + 2], 2) && isGlued(tokens[at + 2])) {
    if (!isMark(tokens[at + 3], '.')) return true
  }
  const half = halfAt(tokens, at + 1)
  // "December 18 at noon", "March 8 in the evening": behind a month the figure is its day.
  if (half && !(monthAt(tokens, at - 1) && !isWord(next, 'am', 'pm', 'a', 'p'))) return true
  return isWord(next, ...hourSigns) || isHourCharacter(next)
}

/** "4-6pm": the figure begins hours, not days. */
export function opensHours(tokens: Token[], at: number): boolean {
  return isMark(tokens[at + 1], '-') && isNumber(tokens[at + 2]) && halfAt(tokens, at + 3) !== null
}

const hourSigns = ['h', 'hs', 'hrs', 'uhr', 'uur', 'heures', 'horas', 'часов', 'час', 'часа', 'ч']
const fullWords: Record<string, Partial<Clock>> = {
  noon: { hour: 12 },
  midday: { hour: 12 },
  midi: { hour: 12 },
  mediodia: { hour: 12 },
  mezzogiorno: { hour: 12 },
  mittags: { hour: 12 },
  полдень: { hour: 12 },
  midnight: { hour: 0, midnight: true },
  minuit: { hour: 0, midnight: true },
  medianoche: { hour: 0, midnight: true },
  mezzanotte: { hour: 0, midnight: true },
  mitternacht: { hour: 0, midnight: true },
  middernacht: { hour: 0, midnight: true },
  полночь: { hour: 0, midnight: true },
}
const pairs: Record<string, Partial<Clock>> = {
  'meio dia': { hour: 12 },
  'meia noite': { hour: 0, midnight: true },
  'منتصف الليل': { hour: 0, midnight: true },
  '正 午': { hour: 12 },
  '中 午': { hour: 12 },
  '午 夜': { hour: 0, midnight: true },
}
const counted = new Map(
  'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 1])
    .concat(
      'الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة'
        .split(' ')
        .map((word, index) => [word, index + 1]),
    ),
)

function clock(parts: Partial<Clock>): { kind: 'clock' } & Clock {
  return { kind: 'clock', hour: 0, minute: 0, second: 0, half: null, bare: false, padded: false, ...parts }
}

/** "noon", "midnight", "half past two", "five o'clock", "الساعة الثالثة مساءً". */
function wordClockAt(tokens: Token[], at: number): ClockFound {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const next = tokens[at + 1]
  const pairAt = isMark(next, '-') ? at + 2 : at + 1
  const pair = pairs[`${token.text} ${tokens[pairAt]?.text}`]
  if (pair && !isNumber(tokens[pairAt + 1])) return { part: clock({ ...pair, padded: true }), to: pairAt + 1 }
  const full = fullWords[token.text]
  if (full && isMark(tokens[at - 1], '-') && isWord(tokens[at - 2], 'apres')) return null
  if (full) return { part: clock({ ...full, padded: true }), to: isWord(next, 'hour') ? at + 2 : at + 1 }
  const past = pastAt(tokens, at)
  if (past) return past
  const hour = counted.get(token.text)
  if (!hour) return null
  const half = halfAt(tokens, at + 1)
  if (half) return { part: clock({ hour, ...halved(half.half, hour) }), to: half.to }
  const oclock = oclockTo(tokens, at + 1)
  if (oclock) return withHalf(tokens, oclock, clock({ hour }))
  return isWord(tokens[at - 1], 'الساعة') ? { part: clock({ hour }), to: at + 1 } : null
}

/** "half past 2", "quarter to three pm". */
function pastAt(tokens: Token[], at: number): ClockFound {
  const start = isWord(tokens[at], 'half') ? 30 : isWord(tokens[at], 'quarter') ? 15 : 0
  const after = tokens[at + 1]
  if (!start || !isWord(after, 'past', 'to', 'after')) return null
  const token = tokens[at + 2]
  const told = token?.kind === 'number' ? Number(token.text) : counted.get(token?.text ?? '')
  if (!told || told > 24) return null
  const before = isWord(after, 'to')
  const hour = before ? told - 1 : told
  return withHalf(tokens, at + 3, clock({ hour, minute: before ? 60 - start : start }))
}

/** The half of the day before the hour: "下午3点半", "오후 3시", "أ". */
function earlyHalfAt(tokens: Token[], at: number): ClockFound {
  const text = tokens[at]?.text ?? ''
  if (!earlyFirst.has(text.slice(0, 1))) return null
  const next = tokens[at + 1]
  const pair = next?.kind === 'word' ? eastAsianHalves[text + next.text] : undefined
  const told = pair ?? eastAsianHalves[text]
  if (!told) return null
  const found = figureAt(tokens, at + (pair ? 2 : 1))
  if (!found) return null
  return { part: { ...found.part, ...halved(told, found.part.hour), bare: false }, to: found.to }
}

const eastAsianHalves: Record<string, 'am' | 'pm' | 'night'> = {
  上午: 'am',
  早上: 'am',
  凌晨: 'am',
  午前: 'am',
  中午: 'pm',
  下午: 'pm',
  午后: 'pm',
  午後: 'pm',
  晚上: 'night',
  晚: 'night',
  早: 'am',
  오전: 'am',
  오후: 'pm',
}

const earlyFirst = new Set(Object.keys(eastAsianHalves).map(words => words.slice(0, 1)))

/** "10:00", "14h30", "9 Uhr", "2.30 pm", "15时30分", "1400 hrs": figures that tell by themselves that they are an hour. */
function figureClockAt(tokens: Token[], at: number, before: Part | undefined): ClockFound {
  const token = tokens[at]
  if (token?.kind !== 'number' || isPriceOrChain(tokens, at)) return null
  const found = figureAt(tokens, at)
  if (!found) return null
  if (found.part.bare) return null
  if (isMark(tokens[at + 1], '.') && !isPointClock(tokens, at, found.to, before, found.part.half)) return null
  return found
}

function figureAt(tokens: Token[], at: number): ClockFound {
  const token = tokens[at]
  if (token?.kind !== 'number') return null
  if (token.raw.length === 4) return militaryAt(tokens, at)
  if (token.raw.length === 6 && isWord(tokens[at - 1], 't') && isGlued(token))
    return compactAt(token.text, at)
  if (token.raw.length > 2) return null
  const hour = Number(token.text)
  if (hour > 24) return null
  const padded = token.text.length === 2 && token.text.startsWith('0')
  const sign = tokens[at + 1]
  const minutes = tokens[at + 2]
  if ((isMark(sign, ':') || isMark(sign, '.')) && isGlued(sign)) {
    const exact = isNumber(minutes, 2) && isGlued(minutes) && Number(minutes.text) < 60
    if (exact)
      return withSeconds(tokens, at + 3, clock({ hour, minute: Number(minutes.text), padded }), sign?.text)
    if (isMark(sign, ':')) return null
  }
  const written = hourSignAt(tokens, at, hour)
  if (written) return withHalf(tokens, written.to, clock({ hour, minute: written.minute, padded: true }))
  const half = halfAt(tokens, at + 1)
  if (half && hour > 0) return { part: clock({ hour, ...halved(half.half, hour) }), to: half.to }
  const oclock = oclockTo(tokens, at + 1)
  if (oclock) return withHalf(tokens, oclock, clock({ hour }))
  return { part: clock({ hour, bare: true, padded }), to: at + 1 }
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
  if (isWord(after, 'h', 'hs', 'hrs', 'uhr', 'uur', 'hours', 'horas', 'heures', 'часов', 'ч')) to++
  return withHalf(tokens, to, { ...told, second, padded: told.padded || (sign === ':' && told.hour === 0) })
}

function withHalf(tokens: Token[], at: number, told: { kind: 'clock' } & Clock): ClockFound {
  const half = halfAt(tokens, at)
  if (!half) return { part: told, to: at }
  return { part: { ...told, ...halved(half.half, told.hour) }, to: half.to }
}

function halved(half: 'am' | 'pm' | 'noon' | 'midnight' | 'night', hour: number): Partial<Clock> {
  if (half === 'noon') return { half: hour === 12 || hour <= 6 ? 'pm' : 'am' }
  if (half === 'midnight') return { hour: 0, half: null, midnight: true, padded: true }
  if (half === 'night') return { half: hour === 12 || hour < 5 ? 'am' : 'pm' }
  return { half }
}

/** "14h", "14h30", "14 h 30", "9 Uhr", "9 Uhr 30", "15 часов", "3点半", "15時30分". */
function hourSignAt(tokens: Token[], at: number, hour: number): { minute: number; to: number } | null {
  const sign = tokens[at + 1]
  if (isHourCharacter(sign)) return eastAsianMinutes(tokens, at + 2)
  if (
    !isWord(
      sign,
      'h',
      'hs',
      'hrs',
      'uhr',
      'uur',
      'ч',
      'часов',
      'час',
      'часа',
      'heures',
      'heure',
      'horas',
      'hora',
    )
  ) {
    return null
  }
  const long = isWord(sign, 'heures', 'heure', 'horas', 'hora', 'часов', 'час', 'часа', 'hrs', 'uur')
  if (long && !isAtWord(tokens[at - 1]) && !betweenWords.has(tokens[at - 1]?.text ?? '-')) return null
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
  return { minute: 0, to: at + 2 }
}

function isHourCharacter(token: Token | undefined): boolean {
  return isWord(token, '点', '點', '时', '時', '시')
}

function eastAsianMinutes(tokens: Token[], at: number): { minute: number; to: number } {
  if (isWord(tokens[at], '半', '반')) return { minute: 30, to: at + 1 }
  if (isWord(tokens[at], '整')) return { minute: 0, to: at + 1 }
  const minutes = tokens[at]
  if (isNumber(minutes) && Number(minutes.text) < 60 && isWord(tokens[at + 1], '分', '분')) {
    return { minute: Number(minutes.text), to: at + 2 }
  }
  return { minute: 0, to: at }
}

/** "1400 hrs", "0930 GMT": four figures with what makes them an hour. */
function militaryAt(tokens: Token[], at: number): ClockFound {
  const text = tokens[at]?.text ?? ''
  const hour = Number(text.slice(0, 2))
  const minute = Number(text.slice(2))
  if (hour > 24 || minute > 59) return null
  const next = tokens[at + 1]
  const part = clock({ hour, minute, padded: true })
  if (isWord(next, 'hrs', 'hours', 'hr', 'h', 'uhr')) return { part, to: at + 2 }
  if (isWord(tokens[at - 1], 't') && isGlued(tokens[at])) return { part, to: at + 1 }
  const isRoundYear = /^(19|20)/.test(text)
  const end = tokens[at + 2]
  if (isMark(next, '-') && isNumber(end, 4) && militaryAt(tokens, at + 2)) return { part, to: at + 1 }
  if (/^(UTC|GMT|Z)$/.test(next?.raw ?? '') || isZoned(tokens, at + 1, isRoundYear)) {
    return { part, to: at + 1 }
  }
  return null
}

/** "0930 CET", "2030 Asia/Kolkata"; a year ("2020 CET") only before a zone that is no word of prose. */
function isZoned(tokens: Token[], at: number, isYear: boolean): boolean {
  const zone = zoneWordsAt(tokens, at)
  if (!zone) return false
  return (
    zone.part.said.includes('/') ||
    (!isYear && (zone.part.sort === 'abbreviation' || zone.part.sort === 'offset'))
  )
}

function oclockTo(tokens: Token[], at: number): number | null {
  if (isWord(tokens[at], 'oclock')) return at + 1
  return isWord(tokens[at], 'o') && isMark(tokens[at + 1], "'") && isWord(tokens[at + 2], 'clock')
    ? at + 3
    : null
}

/** "14.30" is an hour only beside something that makes it one; alone it is a number. */
function isPointClock(
  tokens: Token[],
  at: number,
  to: number,
  before: Part | undefined,
  half: Clock['half'],
): boolean {
  const minutes = tokens[at + 2]
  if (!isNumber(minutes, 2)) return true
  if (isWord(tokens[to - 1], 'uhr', 'uur', 'h', 'hrs', 'hs') || half) return true
  if (isAtWord(tokens[at - 1]) || isAtWord(tokens[at - 2])) return true
  if (before && before.kind !== 'zone' && to - before.to < 9 && isOnlyLink(tokens, before.to, at)) return true
  if (zoneWordsAt(tokens, to)?.part.sort === 'abbreviation') return true
  const next = tokens[to]
  if (isMark(next, '-', '~') || (next && rangeWords.has(next.text))) return isNumber(tokens[to + 1])
  return false
}

function isOnlyLink(tokens: Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (!token || token.kind === 'number' || token.kind === 'skip') return false
    const known = atWords.has(token.text) || rangeWords.has(token.text) || listWords.has(token.text)
    if (token.kind === 'word' && !known && token.text !== 'in' && token.text !== 'on') return false
  }
  return true
}

/** "4" of "4-6pm", "9" of "from 9 to 11 am", "10 UTC", "at 10". */
function bareClockAt(tokens: Token[], at: number, before: Part | undefined): ClockFound {
  const token = tokens[at]
  if (token?.kind !== 'number' || token.raw.length > 2 || isPriceOrChain(tokens, at)) return null
  const hour = Number(token.text)
  if (hour > 24) return null
  const padded = token.text.length === 2 && token.text.startsWith('0')
  const found = { part: clock({ hour, bare: true, padded }), to: at + 1 }
  const next = tokens[at + 1]
  if (
    isMark(next, '%', '$', '€', ':') ||
    (isMark(next, '.', ',') && isGlued(tokens[at + 2]) && isNumber(tokens[at + 2]))
  )
    return null
  if (monthAt(tokens, at + 1)) return null
  if (opensRange(tokens, at + 1)) return found
  if (before?.kind === 'clock' && isRangeOnly(tokens, before.to, at) && closes(tokens, at + 1)) return found
  if (before?.kind === 'zone' && isRangeOnly(tokens, before.to, at) && closes(tokens, at + 1)) return found
  const zone = zoneWordsAt(tokens, at + 1)
  if (
    zone?.part.sort === 'abbreviation' &&
    /^[A-Z]/.test(tokens[at + 1]?.raw ?? '') &&
    !/^(AM|MT|CT|ART|EAT|CAT|MET)$/.test(tokens[at + 1]?.raw ?? '')
  ) {
    return found
  }
  if (
    !isAtWord(tokens[at - 1]) ||
    isWord(
      tokens[at - 1],
      'a',
      'as',
      'from',
      'de',
      'von',
      'в',
      'с',
      'la',
      'hour',
      'about',
      'since',
      'times',
      'time',
      'start',
      'when',
    )
  )
    return null
  return closes(tokens, at + 1) ? found : null
}

/** Behind the figure stands "-", "to", "and" and an hour that is told in full. */
function opensRange(tokens: Token[], at: number): boolean {
  const sign = tokens[at]
  const early =
    isAtWord(tokens[at - 2]) ||
    betweenWords.has(tokens[at - 2]?.text ?? '-') ||
    isWord(tokens[at - 2], 'from', 'de', 'das', 'du')
  const isRange = isMark(sign, '-', '~') || (sign?.kind === 'word' && rangeWords.has(sign.text))
  const isList = early && (isMark(sign, '&', '/') || (sign?.kind === 'word' && listWords.has(sign.text)))
  if (!isRange && !isList) return false
  let here = at + 1
  if (isWord(tokens[here], 'as', 'les', 'las')) here++
  const token = tokens[here]
  if (isWord(token, 'noon', 'midday', 'midnight', 'midi', 'minuit')) return true
  if (token?.kind !== 'number') return false
  const end = figureAt(tokens, here)
  if (!end || monthAt(tokens, end.to)) return false
  if (!end.part.bare) return !isMark(tokens[here + 1], '.') || end.part.half !== null || early || isRange
  if (isMark(tokens[here + 1], ':', '/', '%') || !isRange) return false
  if (isWord(tokens[at - 2], 'kl', 'klo', 'um', 'pukul', 'ore', 'uhrzeit', 'godz')) return true
  if (
    isWord(tokens[end.to], 'and', 'et', 'y', 'und', 'e') &&
    isNumber(tokens[end.to + 1]) &&
    isMark(tokens[end.to + 2], '-') &&
    opensRange(tokens, end.to + 2)
  )
    return true
  const zone = zoneWordsAt(tokens, end.to)?.part.sort
  return zone === 'abbreviation' || zone === 'offset' || zone === 'name'
}

function isRangeOnly(tokens: Token[], from: number, to: number): boolean {
  if (from === to) return false
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    const known =
      isMark(token, '-', '~') ||
      (token?.kind === 'word' && (rangeWords.has(token.text) || isWord(token, 'and', 'und', 'et', 'y', 'as')))
    if (!known) return false
  }
  return true
}

/** What stands behind lets the figure be an hour: an end, a sign, a zone, a day; not the name of a thing counted. */
function closes(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.kind === 'line' || token.kind === 'skip') return true
  if (token.kind === 'mark')
    return (
      !isMark(token, '%', '$', '€', '°', ':', '/') &&
      !(isMark(token, '.', '-') && isGlued(tokens[at + 1]) && isNumber(tokens[at + 1]) && isGlued(token))
    )
  if (token.kind === 'number') return false
  return (
    zoneWordsAt(tokens, at) !== null ||
    isWord(
      token,
      'on',
      'and',
      'am',
      'le',
      'el',
      'at',
      'in',
      'the',
      'monday',
      'tuesday',
      'wednesday',
      'thursday',
      'friday',
      'saturday',
      'sunday',
    )
  )
}

function isAtWord(token: Token | undefined): boolean {
  return token !== undefined && atWords.has(token.text)
}

function isPriceOrChain(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (isMark(before, '$', '€', '£', '#', '№')) return true
  if (!before || !isGlued(tokens[at])) return false
  if (before.kind === 'number' || before.kind === 'skip') return true
  if (isMark(before, ':', '.')) return isGlued(before) && tokens[at - 2]?.kind === 'number'
  return (
    before.kind === 'word' &&
    /^[a-z]+$/.test(before.text) &&
    !/^(t|h|at|am|pm|um|das?|as|kl)$/.test(before.text)
  )
}
