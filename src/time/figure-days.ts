import { dayOf } from './day-words.ts'
import { type DayWords, isGlued, isMark, isNumber } from './part.ts'
import type { Token } from './tokens.ts'

/** A day told in figures, and where it ends. */
export type FigureDay = { day: DayWords; to: number } | null

/** The sign between two figures of a day at a token, one of those asked for; null another or none. */
export function signAt(tokens: Token[], at: number, ...signs: string[]): string | null {
  const sign = tokens[at]
  const after = tokens[at + 1]
  if (!isMark(sign, ...signs) || !isGlued(sign) || after?.kind !== 'number') return null
  if (!isGlued(after) && sign?.text !== '.') return null
  return sign?.text ?? null
}

/** The figures go on behind the day: an address of the net, a version. */
export function goesOn(tokens: Token[], at: number, sign: string): boolean {
  const next = tokens[at]
  if (!isGlued(next)) return false
  if (isMark(next, sign))
    return isGlued(tokens[at + 1]) && ['number', 'word'].includes(tokens[at + 1]?.kind ?? '')
  return next?.kind === 'word' && next.text !== 't' && !/[^a-z]/.test(next.text)
}

/** A day of the calendar, of the years that announcements are of; null where there is none. */
export function checked(year: number, month: number, day: number): DayWords | null {
  if (!(year >= 1900 && year <= 2100) || !(month >= 1 && month <= 12) || day < 1) return null
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? { year, month, day } : null
}

/** "116/3/8(一)", "民國116.3.8": years of the Republic of China, beside its script. */
export function republicDay(tokens: Token[], at: number): FigureDay {
  if (!isNumber(tokens[at], 3) || !/^1[01]\d/.test(tokens[at].text)) return null
  const sign = signAt(tokens, at + 1, '/', '.', '-')
  if (!sign || signAt(tokens, at + 3, sign) !== sign || goesOn(tokens, at + 5, sign)) return null
  const isChinese = tokens.slice(Math.max(0, at - 12), at + 14).some(({ raw }) => /\p{Script=Han}/u.test(raw))
  const day = checked(
    1911 + Number(tokens[at].text),
    Number(tokens[at + 2]?.text),
    Number(tokens[at + 4]?.text),
  )
  return isChinese && day ? { day, to: at + 5 } : null
}

/** "27-01-13": a day of 2013, or one of 2027 with its year in front. */
export function yearInFront(
  tokens: Token[],
  at: number,
): { year: number; month: number; day: number } | null {
  const [first, second, third] = [at, at + 2, at + 4].map(here => Number(tokens[here]?.text))
  if (!first || first < 20 || !third || third > 19) return null
  const day = checked(2000 + first, second ?? 0, third)
  return day && { year: 2000 + first, month: day.month ?? 1, day: day.day }
}

/** "27. 1. 13.(수)": Korean tells the year first. */
export function isKorean(tokens: Token[], at: number): boolean {
  return (
    isNumber(tokens[at], 2) &&
    isMark(tokens[at + 1], '.') &&
    (tokens[at + 2]?.spaced === true || isMark(tokens[at + 5], '.')) &&
    isNumber(tokens[at + 4]) &&
    !isNumber(tokens[at + 4], 4) &&
    tokens.slice(Math.max(0, at - 12), at + 14).some(({ raw }) => /\p{Script=Hangul}/u.test(raw))
  )
}

/** Its day, year first. */
export function koreanDay(tokens: Token[], at: number): FigureDay {
  const [year, month, day] = [at, at + 2, at + 4].map(here => Number(tokens[here]?.text))
  const found = checked(2000 + (year ?? 0), month ?? 0, day ?? 0)
  return found && { day: found, to: isMark(tokens[at + 5], '.') ? at + 6 : at + 5 }
}

/** "२०८३।०९।०१": nobody announces the year 2083 of ours; beside Devanagari it is Nepal's. */
export function isNepali(tokens: Token[], year: number): boolean {
  const told = Number(tokens[year]?.text)
  if (!(told >= 2070 && told <= 2150)) return false
  return tokens.slice(Math.max(0, year - 12), year + 12).some(({ raw }) => /\p{Script=Devanagari}/u.test(raw))
}

/** A day of the Bikram year as one of ours; null where there is none. */
export function nepaliDay(year: number, month: number, day: number): DayWords | null {
  return month >= 1 && month <= 12 && day <= 32 ? dayOf('bikram', { year, month, day }) : null
}
