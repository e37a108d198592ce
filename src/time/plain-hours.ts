import type { Link } from './links.ts'
import { linkBetween } from './links-between.ts'
import { isMark, isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'

/**
 * "Viertel Zwei, Wien, 18.12.2026, 19:00", "Romans 8:28 together, 18 December, 7 pm": words and figures that may be an
 * hour are none where one that plainly is stands beside the day, unless something says that they are.
 */
export function withoutLooseHours(tokens: Token[], all: Part[]): Part[] {
  const parts = withoutNamedDays(all)
  const isPlain = parts.some(part => part.kind === 'clock' && isInFigures(tokens, part))
  if (!isPlain) return parts
  const date = parts.findIndex(part => part.kind === 'date')
  const isSettled = date >= 0 && hasOwnHour(tokens, parts, date)
  return parts.filter(
    (part, at) =>
      !(isSettled && at < date
        ? isBesideTitle(tokens, parts, at)
        : part.kind === 'clock' && part.spoken && isLoose(tokens, parts, at)),
  )
}

/** "The First Sunday of January: a novel, 18 December 2026": a day counted out without a year, beside one with it. */
function withoutNamedDays(parts: Part[]): Part[] {
  const isWhole = parts.some(part => part.kind === 'date' && part.days.every(day => day.year && !day.nth))
  return isWhole
    ? parts.filter(part => part.kind !== 'date' || part.days.some(day => !day.nth || day.year))
    : parts
}

/** "19:00", "19h", "7 pm"; not "viertel zwei", nor "2 ทุ่ม". */
function isInFigures(tokens: Token[], part: Part): boolean {
  const own = tokens.slice(part.from, part.to)
  if (part.kind !== 'clock' || part.bare || !own.some(token => token.kind === 'number')) return false
  return part.half !== null || own.some(token => isMark(token, ':', '.') || isWord(token, 'h', 'uhr', 'uur'))
}

/** "18 December 2026, 19:00", "18. Dezember um 19 Uhr": the hour right behind the day is told in figures. */
function hasOwnHour(tokens: Token[], parts: Part[], date: number): boolean {
  const [day, next] = [parts[date], parts[date + 1]]
  if (day?.kind !== 'date' || next?.kind !== 'clock' || !isInFigures(tokens, next)) return false
  const link = linkBetween(tokens, [], day.to, next.from)
  return next.from - day.to <= 3 && link.words === 0 && !link.ends && !link.range
}

/** Before a day that has its hour behind it. */
function isBesideTitle(tokens: Token[], parts: Part[], at: number): boolean {
  const part = parts[at]
  if (part?.kind !== 'clock' || isLinked(tokens, parts, at)) return false
  if (!isInFigures(tokens, part)) return true
  if (part.half || part.padded || tokens.slice(part.from, part.to).some(token => token.kind === 'word'))
    return false
  // Who writes "19:00" writes no "12.50" for an hour.
  const isPoint = tokens.slice(part.from, part.to).some(token => isMark(token, '.'))
  return (
    isPoint || (part.hour < 10 && tokens[part.from - 1]?.kind === 'word' && tokens[part.to]?.kind === 'word')
  )
}

function isLoose(tokens: Token[], parts: Part[], at: number): boolean {
  const part = parts[at]
  if (part?.kind !== 'clock' || part.half || isInFigures(tokens, part)) return false
  const before = parts[at - 1]
  const isOfDay = before?.kind === 'date' && part.from - before.to <= 1
  const isLed = isWord(tokens[part.from - 1], ...leads) || isWord(tokens[part.from], ...leads)
  // "19:00 – Half Seven, a play"
  const isName = isMark(tokens[part.from - 1], '-') && /^\p{Lu}/u.test(tokens[part.from]?.raw ?? '')
  return !isLed && !isOfDay && (isName || !isLinked(tokens, parts, at))
}

/** It is an end of a range, or its zone stands behind it. */
function isLinked(tokens: Token[], parts: Part[], at: number): boolean {
  const part = parts[at]
  const before = parts.slice(0, at).findLast(one => one.kind === 'clock')
  const after = parts.slice(at + 1).find(one => one.kind === 'clock')
  const next = parts[at + 1]
  if (!part || (next?.kind === 'zone' && next.from - part.to <= 1)) return true
  return (
    (before !== undefined && isRange(linkBetween(tokens, parts, before.to, part.from))) ||
    (after !== undefined && isRange(linkBetween(tokens, parts, part.to, after.from)))
  )
}

function isRange(link: Link): boolean {
  return link.range && link.words === 0
}

const leads =
  'at um ab gegen om rond kl klo klokken klockan o о об ob od do v ve u в к с a à as às las la alle ore jam pukul saat στις στη בשעה الساعة za from'.split(
    ' ',
  )
