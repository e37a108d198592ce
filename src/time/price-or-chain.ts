import { isGlued, isMark } from './part.ts'
import { isMoneyBehind } from './prices.ts'
import type { Token } from './tokens.ts'

/** A figure that is a price, a number of something, or within a chain of figures: "$7", "#9", "192.168", "v10". */
export function isPriceOrChain(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (isMoneyBehind(tokens, at)) return true
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
