import { linkBetween } from './links-between.ts'
import { isWord, type Part } from './part.ts'
import type { Token } from './tokens.ts'

/**
 * "Viertel Zwei, Wien, 18.12.2026, 19:00": words that may be an hour are none where an hour in figures stands beside
 * them, unless something says that they are: a word that leads an hour, a part of the day, the other end of a range.
 */
export function withoutLooseHours(tokens: Token[], parts: Part[]): Part[] {
  const isPlain = parts.some(part => part.kind === 'clock' && !part.bare && isInFigures(tokens, part))
  return isPlain ? parts.filter((_, at) => !isLoose(tokens, parts, at)) : parts
}

function isInFigures(tokens: Token[], part: Part): boolean {
  return tokens.slice(part.from, part.to).some(token => token.kind === 'number')
}

function isLoose(tokens: Token[], parts: Part[], at: number): boolean {
  const part = parts[at]
  if (part?.kind !== 'clock' || !part.spoken || part.half || isInFigures(tokens, part)) return false
  const [before, after] = [parts[at - 1], parts[at + 1]]
  const isEnd = before?.kind === 'clock' && linkBetween(tokens, parts, before.to, part.from).range
  const isStart = after?.kind === 'clock' && linkBetween(tokens, parts, part.to, after.from).range
  const isOfDay = before?.kind === 'date' && part.from - before.to <= 1
  const isLed = isWord(tokens[part.from - 1], ...leads) || isWord(tokens[part.from], ...leads)
  return !isLed && !isOfDay && !isStart && !isEnd
}

const leads =
  'at um ab gegen om rond kl klo klokken klockan o о об ob od do v ve u в к к с a à as às las la alle ore jam pukul saat στις στη בשעה الساعة za from'.split(
    ' ',
  )
