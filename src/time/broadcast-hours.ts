import { isGlued, isMark, isNumber, isWord } from './part.ts'
import type { Token } from './tokens.ts'
import { type ZoneFound, zone } from './zone-offsets.ts'

/** "9/8c", "8/7 Central", "9 ET/8 CT" without its letters: how broadcasters in the States tell an evening's hour for their two halves. */
export function isBroadcastHour(tokens: Token[], at: number): boolean {
  return isNumber(tokens[at]) && centralTo(tokens, at) !== null
}

/** The second half of it ("/8c"), behind its hour: the first is Eastern. */
export function easternAt(tokens: Token[], at: number): ZoneFound {
  const to = isMark(tokens[at], '/') ? centralTo(tokens, at - 1) : null
  return to === null ? null : { part: zone('Eastern', 'name', [{ zone: 'America/New_York' }]), to }
}

function centralTo(tokens: Token[], at: number): number | null {
  const [hour, sign, other, letter] = tokens.slice(Math.max(0, at), at + 4)
  if (!isMark(sign, '/') || !isNumber(hour) || !isNumber(other)) return null
  const isCentral = (isWord(letter, 'c', 'ct') && isGlued(letter)) || isWord(letter, 'central')
  const before = Number(hour.text) === 1 ? 12 : Number(hour.text) - 1
  return isCentral && Number(hour.text) <= 12 && Number(other.text) === before ? at + 4 : null
}
