import { type ClockFound, clock, looksLikeClock } from './clock-signs.ts'
import { monthAt } from './months.ts'
import { isGlued, isMark, isNumber, isWord } from './part.ts'
import { zoneWordsAt } from './scan-zones.ts'
import type { Token } from './tokens.ts'

/** "1400 hrs", "0930 GMT": four figures with what makes them an hour. */
export function militaryAt(tokens: Token[], at: number): ClockFound {
  const text = tokens[at]?.text ?? ''
  const hour = Number(text.slice(0, 2))
  const minute = Number(text.slice(2))
  if (hour > 24 || minute > 59) return null
  const next = tokens[at + 1]
  const part = clock({ hour, minute, padded: true })
  // "9 dicembre 2021 h 15": the sign is of the hour behind it.
  const label =
    isWord(next, 'h', 'hrs') &&
    next?.spaced &&
    isNumber(tokens[at + (isMark(tokens[at + 2], '.', ':') ? 3 : 2)])
  if (label) return null
  if (isWord(next, 'hrs', 'hours', 'hr', 'h', 'uhr')) return { part, to: at + 2 }
  if (isNumber(tokens[at - 1], 8) && /^20\d\d[01]\d[0-3]\d$/.test(tokens[at - 1]?.text ?? ''))
    return { part, to: at + 1 }
  if (isWord(tokens[at - 1], 't') && isGlued(tokens[at])) return { part, to: at + 1 }
  if (isSigned(tokens, at) || isEndOfSigned(tokens, at)) return { part, to: at + 1 }
  if (isMilitary(tokens, at) || opensMilitary(tokens, at) || opensMilitary(tokens, at - 2))
    return { part, to: at + 1 }
  const isRoundYear = /^(19|20)/.test(text)
  const end = tokens[at + 2]
  if (isMark(next, '-') && isNumber(end, 4) && militaryAt(tokens, at + 2)) return { part, to: at + 1 }
  if (/^(UTC|GMT|Z)$/.test(next?.raw ?? '') || isZoned(tokens, at + 1, isRoundYear)) {
    return { part, to: at + 1 }
  }
  return null
}

/** "kl. 1800" */
function isSigned(tokens: Token[], at: number): boolean {
  const label = isMark(tokens[at - 1], '.', ':') ? at - 2 : at - 1
  return isNumber(tokens[at], 4) && isWord(tokens[label], 'kl', 'klo', 'klokken', 'klockan', 'klukkan')
}

/** The second of "kl. 1800-1930". */
function isEndOfSigned(tokens: Token[], at: number): boolean {
  return isMark(tokens[at - 1], '-') && isSigned(tokens, at - 2)
}

/** "18 Dec, 0900-1030": four figures twice behind a day, which are no years. */
function opensMilitary(tokens: Token[], at: number): boolean {
  const [from, sign, to] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (!isNumber(from, 4) || !isMark(sign, '-') || !isNumber(to, 4)) return false
  const clocks = [from, to].every(token => /^(?:[01]\d|2[0-3])[0-5]\d$/.test(token.text))
  if (
    !clocks ||
    Number(from.text) >= Number(to.text) ||
    [from, to].every(token => /^(?:19|20)/.test(token.text))
  )
    return false
  const before = isMark(tokens[at - 1], ',', ':') ? at - 2 : at - 1
  return isNumber(tokens[before], 4) || monthAt(tokens, before) !== null
}

/** "Dec 10 1900 CET": an hour though it may be a year: not of these decades, a zone behind it and no other hour near. */
export function isMilitary(tokens: Token[], at: number): boolean {
  const text = tokens[at]?.text ?? ''
  if (!isNumber(tokens[at], 4) || !/^(?:[01]\d|2[0-3])[0-5]\d$/.test(text)) return false
  if (/^20[1-3]/.test(text) || !zoneWordsAt(tokens, at + 1)) return false
  for (let here = Math.max(0, at - 14); here < at + 8; here++) {
    if (here !== at && looksLikeClock(tokens, here)) return false
  }
  return true
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
