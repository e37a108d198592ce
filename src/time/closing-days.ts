import { weekdayOf } from './calendar-words.ts'
import { asides, closings, dueRightBefore, untilWords } from './deadline-words.ts'
import { isMark, isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'

/**
 * "Deadline: 4 December, 12:00; workshop on 11 December, 9:00", "register by 5pm on 4 December for 8 December, 9am":
 * what closes is not read where something begins.
 */
export function withoutClosings(tokens: Token[], parts: Part[]): Part[] {
  const kept = parts.filter((_, at) => !isOfClosing(tokens, parts, at))
  const begins = kept.some(part => part.kind === 'date' && !isAside(tokens, part.from))
  return begins ? kept : parts
}

/** It is a day that closes, its weekday, or its hour: up to the next day, or before that day behind "by". */
function isOfClosing(tokens: Token[], parts: Part[], at: number): boolean {
  const part = parts[at]
  const led = part?.kind === 'weekday' || part?.kind === 'clock' ? dayLedBy(tokens, parts, at) : null
  if (led && closes(tokens, led.from)) return true
  const date = parts.findLastIndex((one, index) => index <= at && isDay(one))
  const day = parts[date]
  return day?.kind === 'date' && closes(tokens, day.from)
}

/** The day right behind an hour or a weekday: "5pm (CET) Friday 4 December"; of an hour only behind "by". */
function dayLedBy(tokens: Token[], parts: Part[], at: number): Part | null {
  const part = parts[at]
  if (part?.kind === 'clock' && !isDueAt(tokens, part.from)) return null
  let end = part?.to ?? 0
  for (const next of parts.slice(at + 1, at + 4)) {
    if (next.from - end > 2) return null
    if (next.kind === 'date') return next
    end = next.to
  }
  return null
}

function isDay(part: Part): boolean {
  return part.kind === 'date' || part.kind === 'weekday'
}

/** "posted 1 December": no day on which something begins. */
function isAside(tokens: Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 3), at).some(token => isWord(token, ...asides))
}

/** "RSVP by Friday, 15 December", "Deadline for abstracts: 4 December"; not "Deadline extended! Workshop 18 December". */
function closes(tokens: Token[], at: number): boolean {
  let isNamed = false
  let isUntil = false
  let isTimed = false
  let isOfAside = false
  if (isDueAt(tokens, at)) return true
  for (let here = at - 1; here >= Math.max(0, at - 8); here--) {
    const token = tokens[here]
    isOfAside ||= isWord(token, 'tickets', ...asides)
    if (isWord(token, ...closings)) return true
    if (isMark(token, ':')) isNamed = true
    isUntil ||= isWord(token, ...untilWords) || (!isTimed && isWord(token, 'sale', 'opens', 'open'))
    isTimed ||= token?.kind === 'number'
    if (isUntil && isOfAside) return true
    const isBetween = isWord(token, ...between) || isOfHour(token)
    const goesOn =
      token?.kind === 'word' ? isNamed || isBetween : isOfHour(token) || isMark(token, ':', ',', '-')
    if (!goesOn) return false
  }
  return false
}

/** "by 5pm (CET) on Friday, …", "due …", "uiterlijk …": these words say by themselves that it is the last day. */
function isDueAt(tokens: Token[], at: number): boolean {
  for (let here = at - 1; here >= Math.max(0, at - 8); here--) {
    const token = tokens[here]
    if (isWord(token, ...dueRightBefore))
      return !isMark(tokens[here - 1], '-') && !isNamedBy(tokens[here - 1])
    const isBetween = isWord(token, ...between) || isOfHour(token) || isMark(token, ',', '(', ')', ':')
    if (!isBetween) return false
  }
  return false
}

/** "organised by", "hosted by": who does it. */
function isNamedBy(before: Token | undefined): boolean {
  return (
    before?.kind === 'word' && /(?:ed|written|led|day|close)$/.test(before.text) && before.text !== 'extended'
  )
}

function isOfHour(token: Token | undefined): boolean {
  if (token?.kind === 'number') return token.raw.length <= 2
  if (token?.kind === 'mark') return isMark(token, ':', '.')
  return isWord(token, ...ofHours) || weekdayOf(token?.text ?? '') !== undefined
}

const ofHours = 'am pm noon midnight h hrs hs uhr uur u kl klo godz'.split(' ')

const between =
  'by until till is on sale the to open opens extended am bis zum ist der den dem le el il du es a au avant hasta ate entro spatestens het uiterlijk op o as kl klo'.split(
    ' ',
  )
