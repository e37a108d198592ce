import { monthOf, weekdayOf } from './calendar-words.ts'
import { figureAt } from './clock-figures.ts'
import { looksLikeClock } from './clock-signs.ts'
import { checked, type FigureDay as Day, signAt } from './figure-days.ts'
import { surelyHours } from './hour-words.ts'
import { militaryAt } from './military-hours.ts'
import { isNumbered } from './numbered.ts'
import { isGlued, isMark, isNumber, isWord } from './part.ts'
import { isPriced } from './prices.ts'
import type { Token } from './tokens.ts'

/** "18.12." and "18/12": only with a full stop behind it, or with a slash (the caller asks for a neighbour). */
export function withoutYear(tokens: Token[], at: number): Day {
  if ((tokens[at]?.raw.length ?? 9) > 2) return null
  const sign =
    signAt(tokens, at + 1, '/', '.') ?? (isVietnamese(tokens, at) ? signAt(tokens, at + 1, '-') : null)
  if (!sign || (tokens[at + 2]?.raw.length ?? 9) > 2) return null
  // "10/11 December"
  if (sign === '/' && monthOf(tokens[at + 3]?.text ?? '')) return null
  if (isNumbered(tokens[at - 1]) || isPriced(tokens, at) || isMark(tokens[at + 3], '€', '$', '£')) return null
  const closed = isMark(tokens[at + 3], '.') && isGlued(tokens[at + 3])
  const next = tokens[at + 3]
  const led =
    sign === '.' &&
    (isBeforeHours(tokens, at) ||
      isBeforeLedHour(tokens, closed ? at + 4 : at + 3) ||
      isBesideWeekday(tokens, at))
  if (sign === '.' && !isDayContext(tokens[at - 1]) && !led) return null
  if (
    sign === '.'
      ? !closed && !led
      : isGlued(next) &&
        next?.kind !== undefined &&
        !isMark(next, ',', ')', '.', ';', ':') &&
        !opensWeekday(tokens, at + 3)
  )
    return null
  if (closed && isGlued(tokens[at + 4]) && tokens[at + 4]?.kind === 'number') return null
  const dayFirst = monthAndDay(tokens, at + 2, at)
  const monthFirst = sign === '.' ? null : monthAndDay(tokens, at, at + 2)
  const day = dayFirst ?? monthFirst
  if (!day || (tokens[at]?.text === '24' && tokens[at + 2]?.text === '7')) return null
  const isSame = dayFirst && monthFirst && dayFirst.day === monthFirst.day
  const other =
    dayFirst && monthFirst && !isSame ? { month: monthFirst.month, day: monthFirst.day } : undefined
  return { day: { ...day, sign, ...(other ? { other } : {}) }, to: at + (closed ? 4 : 3) }
}

/** "20.06 (нд), 18:00", "ה-18.5, בין 20:00": a day first of all, where an hour in full stands behind. */
function isBeforeHours(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  const opens =
    !before ||
    before.kind === 'line' ||
    isMark(before, '(', ':', '|') ||
    (isMark(before, '-') && isWord(tokens[at - 2], 'ה', 'ב'))
  if (!opens || (isMark(tokens[at + 3], '-', '~', ':') && !tokens[at + 3]?.spaced)) return false
  const next = tokens.slice(at + 3, at + 10)
  const hour = next.findIndex(token => token.kind === 'number' || token.kind === 'line')
  if (hour < 1 || next[hour]?.kind !== 'number') return false
  const isRange = isMark(next[hour - 1], '-', '~')
  const sign = next[hour + 1]
  return !isRange && isMark(sign, ':') && isGlued(sign) && isNumber(next[hour + 2], 2)
}

/** "Chủ nhật 13-12", "ngày 13-12": Vietnamese writes days so. */
export function isVietnamese(tokens: Token[], at: number): boolean {
  const [second, first] = [tokens[at - 1], tokens[at - 2]]
  return (
    /^ngày$/i.test(second?.raw ?? '') || weekdayOf(`${first?.text} ${second?.text}`)?.languages[0] === 'vi'
  )
}

/** "18.12, בשעה 20:00", "8.12 o wpół do ósmej", "10.12. klo 17.30": the word of an hour behind it tells a day from an hour. */
function isBeforeLedHour(tokens: Token[], at: number): boolean {
  const word = isMark(tokens[at], ',') ? at + 1 : at
  const hour = isMark(tokens[word + 1], '.', ':') ? word + 2 : word + 1
  return (
    isWord(tokens[word], ...hourLeads) &&
    (looksLikeClock(tokens, hour) ||
      isSignedHour(tokens, word, hour) ||
      (isNumber(tokens[hour], 4) && militaryAt(tokens, hour) !== null) ||
      opensRange(tokens, hour) ||
      isWord(tokens[hour], ...halfwayWords))
  )
}

/** "14.4. klo 17 alkaen" */
function isSignedHour(tokens: Token[], word: number, at: number): boolean {
  const isSure = isWord(tokens[word], ...surelyHours)
  return isSure && isNumber(tokens[at]) && Number(tokens[at].text) <= 24
}

function opensRange(tokens: Token[], at: number): boolean {
  return isNumber(tokens[at]) && isMark(tokens[at + 1], '-') && isNumber(tokens[at + 2])
}

/** "czw 14.01, 18:00", "16.01 (сб) 11:00": a weekday beside it, and its hour behind. */
function isBesideWeekday(tokens: Token[], at: number): boolean {
  const [open, inside] = [tokens[at + 3], tokens[at + 4]]
  const follows =
    isMark(open, '(') && weekdayOf(inside?.text ?? '') !== undefined && isMark(tokens[at + 5], ')')
  const leads = weekdayOf(tokens[at - 1]?.text ?? '') !== undefined && isMark(open, ',')
  const hour = leads ? figureAt(tokens, at + 4) : null
  return follows || (hour !== null && !hour.part.bare)
}

const halfwayWords = 'wpol пів чверть pul pol pola halb halv half puoli kwadrans'.split(' ')
const hourLeads =
  'o о об v ve ob u um kl klo klockan klokken kello kell alle dalle ore h godz g hod à בשעה godzinie om van von ωρα στις в во у от од з із с saat ora ساعت'.split(
    ' ',
  )

/** "12/18（金）", "12/18(Fri)" */
function opensWeekday(tokens: Token[], at: number): boolean {
  const inside = tokens[at + 1]?.text ?? '-'
  return (
    isMark(tokens[at], '(') &&
    (weekdayOf(inside) !== undefined || /^[月火水木金土日一二三四五六월화수목금토일]$/.test(inside))
  )
}

/** "am 18.12.", "Fr., 18.12.", "(18.12.": not "section 2.10." */
export function isDayContext(before: Token | undefined): boolean {
  if (before?.kind !== 'word') return before?.kind !== 'number'
  return dayContext.has(before.text) || weekdayOf(before.text) !== undefined
}

const dayContext = new Set(
  'am vom ab bis den zum der dem und seit c с до по от на d dne ma datum termin wann on le el du au il dal al date'.split(
    ' ',
  ),
)

function monthAndDay(tokens: Token[], month: number, day: number): { month: number; day: number } | null {
  const found = checked(2020, Number(tokens[month]?.text), Number(tokens[day]?.text))
  return found ? { month: found.month ?? 1, day: found.day } : null
}
