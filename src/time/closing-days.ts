import { weekdayOf } from './calendar-words.ts'
import { closings } from './deadline-words.ts'
import { isMark, isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'

/** "Deadline: 4 December, 12:00; workshop on 11 December, 9:00": what closes is not read where something begins. */
export function withoutClosings(tokens: Token[], parts: Part[]): Part[] {
  const kept = parts.filter((_, at) => !isOfClosing(tokens, parts, at))
  const begins = kept.some(part => part.kind === 'date') && kept.some(part => part.kind === 'clock')
  return begins ? kept : parts
}

/** It is a day that closes, its weekday, or its hour: up to the next day. */
function isOfClosing(tokens: Token[], parts: Part[], at: number): boolean {
  const part = parts[at]
  const date =
    part?.kind === 'weekday' ? at + 1 : parts.findLastIndex((one, index) => index <= at && isDate(one))
  const day = parts[date]
  return day?.kind === 'date' && closes(tokens, day.from)
}

function isDate(part: Part): boolean {
  return part.kind === 'date' || part.kind === 'weekday'
}

/** "RSVP by Friday, 15 December", "Deadline for abstracts: 4 December"; not "Deadline extended! Workshop 18 December". */
function closes(tokens: Token[], at: number): boolean {
  let isNamed = false
  for (let here = at - 1; here >= Math.max(0, at - 6); here--) {
    const token = tokens[here]
    if (isWord(token, ...closings)) return true
    if (isMark(token, ':')) isNamed = true
    const isBetween = isWord(token, ...between) || weekdayOf(token?.text ?? '') !== undefined
    const goesOn = token?.kind === 'word' ? isNamed || isBetween : isMark(token, ':', ',', '-')
    if (!goesOn) return false
  }
  return false
}

const between =
  'by until till is on the to extended am bis zum ist der den dem le el il du es a au avant hasta ate entro spatestens'.split(
    ' ',
  )
