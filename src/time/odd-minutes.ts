import { isNamedHour } from './clock-signs.ts'
import { halfAt } from './halves.ts'
import { atWords, rangeWords } from './links.ts'
import { isGlued, isMark, isNumber, isWord } from './part.ts'
import { zoneWordsAt } from './scan-zones.ts'
import type { Token } from './tokens.ts'

/**
 * Minutes behind a sign that is a slip or a habit: "14;30 UTC", "14,30 Uhr", "ore 14'30", "14-30 мск", "14::30".
 * Believed only where something else makes them an hour.
 */
export function oddMinutesAt(tokens: Token[], at: number): { minute: number; to: number } | null {
  const sign = tokens[at + 1]
  const isSign = isMark(sign, ';', ',', "'", '-', ':', '.') || sign?.raw === '·'
  if (!isSign || !isGlued(sign)) return null
  const doubled = isMark(tokens[at + 2], ':', '.') && isGlued(tokens[at + 2])
  if (isMark(sign, ':', '.') && !doubled) return null
  const to = at + (doubled ? 4 : 3)
  const minutes = tokens[to - 1]
  if (!isNumber(minutes, 2) || !isGlued(minutes) || Number(minutes.text) > 59) return null
  if (isMark(sign, '-') && !isNoRange(tokens, at, Number(minutes.text))) return null
  return isHourly(tokens, at, to) ? { minute: Number(minutes.text), to } : null
}

/** "14-30" cannot end at 30; "14-00" is how Russian writes 14:00. */
function isNoRange(tokens: Token[], at: number, minute: number): boolean {
  if (minute > 24) return true
  const around = [tokens[at - 1], tokens[at + 3], tokens[at + 4], tokens[at + 7], tokens[at + 8]]
  return minute === 0 && around.some(token => /^\p{Script=Cyrillic}/u.test(token?.raw ?? ''))
}

function isHourly(tokens: Token[], at: number, to: number): boolean {
  if (halfAt(tokens, to) || isWord(tokens[to], ...hourWords) || isNamedHour(tokens[to])) return true
  const zone = zoneWordsAt(tokens, isMark(tokens[to], '(') ? to + 1 : to)
  if (zone && !isMark(tokens[to], '-', '+')) return true
  const label = isMark(tokens[at - 1], '.', ':') ? tokens[at - 2] : tokens[at - 1]
  if (
    label?.kind === 'word' &&
    (atWords.has(label.text) || hourWords.includes(label.text)) &&
    closes(tokens[to])
  )
    return true
  // "14,30-16,00 Uhr"
  const next = tokens[to]
  if (!isMark(next, '-', '~') && !rangeWords.has(next?.text ?? '')) return false
  return isNumber(tokens[to + 1]) && isGlued(tokens[to + 2]) && oddMinutesAt(tokens, to + 1) !== null
}

const hourWords = ['uhr', 'h', 'hs', 'hrs', 'uur', 'hod', 'godz', 'horas', 'heures', 'часов', 'ч']

/** Nothing counted stands behind: "de 14,30 euros" is a price. */
function closes(token: Token | undefined): boolean {
  if (token === undefined || token.kind === 'line') return true
  return token.kind === 'word' ? rangeWords.has(token.text) : !isMark(token, '%', '€', '$', '£')
}
