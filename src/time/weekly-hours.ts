import { weekdayOf } from './calendar-words.ts'
import { linkOf } from './links.ts'
import { isMark, isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'

/**
 * "Rehearsals Thursdays 7–9pm; concert Saturday 29 May, 7.30pm": hours of a weekday that comes back are not those of a
 * day that has its own.
 */
export function withoutWeeklyHours(tokens: Token[], parts: Part[]): Part[] {
  const date = parts.findIndex((part, at) => part.kind === 'date' && hasOwnHour(tokens, part, parts[at + 1]))
  if (date < 0) return parts
  const weekly = new Set<Part>()
  let last: Part | undefined
  for (const part of parts.slice(0, date)) {
    if (part.kind !== 'clock') continue
    const link = last && weekly.has(last) ? linkOf(tokens, last.to, part.from) : null
    if (isOfWeekday(tokens, part.from) || (link?.range && link.words === 0)) weekly.add(part)
    last = part
  }
  return weekly.size ? parts.filter(part => !weekly.has(part)) : parts
}

function hasOwnHour(tokens: Token[], date: Part, next: Part | undefined): boolean {
  return next?.kind === 'clock' && next.from - date.to <= 2 && linkOf(tokens, date.to, next.from).words === 0
}

/** "Thursdays 7", "jeden Donnerstag um 19", "tous les jeudis, 18h". */
function isOfWeekday(tokens: Token[], at: number): boolean {
  let here = at - 1
  while (
    isMark(tokens[here], ',', ':', '(') ||
    isWord(tokens[here], 'at', 'from', 'um', 'a', 'de', 'alle', 'kl')
  )
    here--
  const text = tokens[here]?.kind === 'word' ? (tokens[here]?.text ?? '') : ''
  const isPlural = weekdayOf(text) === undefined && weekdayOf(text.replace(/s$/, '')) !== undefined
  const isEvery = weekdayOf(text) !== undefined && isWord(tokens[here - 1], ...every)
  return isPlural || isEvery
}

const every = 'every each jeden jeder chaque cada ogni elke iedere varje hver kazdy kazda joka los'.split(' ')
