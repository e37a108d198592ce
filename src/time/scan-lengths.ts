import { isAtWord } from './clock-figures.ts'
import { halfAt } from './halves.ts'
import { countAt, halfBehind, isShortHour, lengthSignsAt, units } from './length-counts.ts'
import { isGlued, isMark, isNumber, isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'

export type Piece = { part: PartOf; to: number } | null

type PartOf = Part extends infer P ? (P extends Part ? Omit<P, 'from' | 'to'> : never) : never

/** "24-hour", "for 90 minutes", "1.5 hours"; not "2 hours ago", "every 3 hours". */
export function durationAt(tokens: Token[], at: number, previous?: Part): Piece {
  const known = halfHourAt(tokens, at) ?? lengthSignsAt(tokens, at, previous)
  if (known) return known
  const counted = countAt(tokens, at)
  if (!counted || counted.count > 600) return null
  const { count, here, unit } = counted
  const before = tokens[at - 1]
  const isCompound = isMark(tokens[here - 1], '-') && isWord(before, 'a', 'last', 'first', 'next')
  if (!isCompound && isWord(before, ...notBefore)) return null
  if (isMark(before, '.', ':', '-', '+', '/') && isGlued(tokens[at])) return null
  if (isWord(tokens[here + 1], ...notBehind)) return null
  if (isWord(tokens[here], 'hrs', 'hours') && count > 72) return null
  const isBroken = !Number.isInteger(count) && isShortHour(tokens[here])
  if (isWord(tokens[here], ...alsoClocks) && isOfClock(tokens, at, here, isBroken, previous)) return null
  const more = isWord(tokens[here + 1], 'and', 'et', 'und', 'y', 'e') ? here + 2 : here + 1
  const rest = unit === 60 && isNumber(tokens[more]) && units.get(tokens[more + 1]?.text ?? '') === 1
  const minutes = count * unit + (rest ? Number(tokens[more]?.text) : 0)
  if (minutes < 5 || minutes > 72 * 60) return null
  const half = rest ? null : halfBehind(tokens, here + 1)
  if (half && unit === 60) return { part: { kind: 'duration', minutes: minutes + 30 }, to: half }
  const to = isMark(tokens[here + 1], '.') && isBroken ? here + 2 : here + 1
  return { part: { kind: 'duration', minutes }, to: rest ? more + 2 : to }
}

/** Behind these words a count of hours is a moment, or comes again. */
const notBefore =
  'in every within last past next first at alle a las as um в to dans toutes из tot bis til till until hasta ate jusqua van von od do до да з iki lidz v ve u о kl klo'.split(
    ' ',
  )
const notBehind = 'ago before after later notice earlier behind ahead per a from prior'.split(' ')

/** Words that count hours and call them. */
const alsoClocks = 'heures horas часов uur heure hora час часа jam ore ora'.split(' ')

/** "10 december, 8 uur", "8 uur 's ochtends", "de 9 heures": an hour of the day. */
function isOfClock(
  tokens: Token[],
  at: number,
  here: number,
  isBroken: boolean,
  previous: Part | undefined,
): boolean {
  if (halfAt(tokens, here + 1) || (isDay(previous) && at - previous.to <= 1)) return true
  const isLasting = isBroken || isWord(tokens[at - 2], ...lengthWords)
  return (
    !isLasting &&
    isWord(tokens[at - 1], 'des', 'de', 'et', 'entre', 'vers', 'y', 'les', 'с', 'до', 'alle', 'ore')
  )
}

function isDay(part: Part | undefined): part is Part {
  return part?.kind === 'date' || part?.kind === 'weekday' || part?.kind === 'relative'
}

/** "a half-hour briefing", "half an hour", "hour-long", "an hour and a half". */
function halfHourAt(tokens: Token[], at: number): Piece {
  if (tokens[at]?.kind !== 'word' || !/^(?:half|hour|an)$/.test(tokens[at]?.text ?? '')) return null
  const told = (minutes: number, to: number): Piece => ({ part: { kind: 'duration', minutes }, to })
  const next = isMark(tokens[at + 1], '-') ? at + 2 : at + 1
  if (isWord(tokens[at], 'half') && isWord(tokens[next], 'hour')) return told(30, next + 1)
  if (isWord(tokens[at], 'half') && isWord(tokens[at + 1], 'an') && isWord(tokens[at + 2], 'hour'))
    return isWord(tokens[at + 3], 'before', 'after', 'later', 'ago', 'earlier') ? null : told(30, at + 3)
  if (isWord(tokens[at], 'hour') && isWord(tokens[next], 'long') && tokens[at - 1]?.kind !== 'number')
    return told(60, next + 1)
  if (
    isWord(tokens[at], 'an') &&
    isWord(tokens[at + 1], 'hour') &&
    isWord(tokens[at + 2], 'and') &&
    isWord(tokens[at + 4], 'half')
  )
    return told(90, at + 5)
  return null
}

/** "durée : 1h30", "14:00 (2h)": hours that last. */
export function shortDurationAt(tokens: Token[], at: number, before: Part | undefined): Piece {
  const hours = Number(tokens[at]?.text)
  if (!isNumber(tokens[at]) || !isWord(tokens[at + 1], 'h') || hours > 12) return null
  const more = tokens[at + 2]
  const named = isWord(tokens[at + 3], 'm', 'min', 'mn', 'mins', 'minutes', 'minuten', 'minutos', 'minuti')
  const label = isMark(tokens[at - 1], ':') ? tokens[at - 2] : tokens[at - 1]
  const labelled =
    isWord(label, ...lengthWords) || (isWord(label, 'time') && isWord(tokens[at - 2], 'running'))
  const minutes = isNumber(more, 2) && (isGlued(more) || named || labelled) ? Number(more.text) : 0
  const to = minutes ? at + (named ? 4 : 3) : at + 2
  const isLength = named && minutes > 0 && hours < 5 && !isAtWord(tokens[at - 1])
  const bracket =
    (before?.kind === 'clock' || (before?.kind === 'zone' && hours < 5)) &&
    before.to === at - 1 &&
    isMark(tokens[at - 1], '(') &&
    isMark(tokens[to], ')')
  return (labelled || bracket || isLength) && minutes < 60
    ? { part: { kind: 'duration', minutes: hours * 60 + minutes }, to }
    : null
}

const lengthWords =
  'duree duration duracion duracao dauer durata duur pendant length lasts lasting durant durante'.split(' ')

/** "all day", "(all day)", "toute la journée", "ganztägig". */
export function allDayAt(tokens: Token[], at: number): Piece {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  for (const phrase of allDay.get(token.text) ?? []) {
    let here = at
    let left = phrase.length
    for (const word of phrase) {
      if (isMark(tokens[here], '-')) here++
      if (tokens[here]?.text !== word) break
      here++
      left--
    }
    if (left === 0) return { part: { kind: 'all-day' }, to: here }
  }
  return null
}

const allDay = new Map<string, string[][]>()

for (const phrase of 'all day|allday|whole day|full day|the whole day|all day long|day long|daylong|toute la journee|journee entiere|todo el dia|dia completo|dia todo|o dia todo|dia inteiro|ganztagig|ganztags|den ganzen tag|tutto il giorno|intera giornata|весь день|целыи день|طوال اليوم|طيلة اليوم|全 天|整 天|sepanjang hari|seharian|hele dag'.split(
  '|',
)) {
  const words = phrase.split(' ')
  allDay.set(words[0] ?? '', [...(allDay.get(words[0] ?? '') ?? []), words])
}

/** "(next day)", "+1 day", "the following day", "(+1)", "le lendemain". */
export function shiftAt(tokens: Token[], at: number): Piece {
  if (isMark(tokens[at], '+') && isNumber(tokens[at + 1], 1) && isGlued(tokens[at + 1])) {
    const days = Number(tokens[at + 1]?.text)
    const ends = isMark(tokens[at + 2], ')') || isWord(tokens[at + 2], 'day', 'd', 'j')
    if (days === 1 && ends)
      return { part: { kind: 'shift', days }, to: isMark(tokens[at + 2], ')') ? at + 2 : at + 3 }
  }
  const next = tokens[at + 1]
  if (isWord(tokens[at], 'next', 'following') && isWord(next, 'day', 'morning'))
    return { part: { kind: 'shift', days: 1 }, to: at + 2 }
  if (isWord(tokens[at], 'previous', 'prior') && isWord(next, 'day', 'evening'))
    return { part: { kind: 'shift', days: -1 }, to: at + 2 }
  if (isWord(tokens[at], 'lendemain')) return { part: { kind: 'shift', days: 1 }, to: at + 1 }
  if (isWord(tokens[at], 'dia') && isWord(next, 'siguiente', 'seguinte'))
    return { part: { kind: 'shift', days: 1 }, to: at + 2 }
  if (isWord(tokens[at], 'следующего', 'следующии') && isWord(next, 'дня', 'день'))
    return { part: { kind: 'shift', days: 1 }, to: at + 2 }
  if (isWord(tokens[at], '次', '翌') && isWord(next, '日'))
    return { part: { kind: 'shift', days: 1 }, to: at + 2 }
  return null
}
