import { monthOf, weekdayOf } from './calendar-words.ts'
import { figureAt } from './clock-figures.ts'
import { looksLikeClock } from './clock-signs.ts'
import { chainOfDays, weekdayInBrackets } from './day-chains.ts'
import {
  checked,
  type FigureDay as Day,
  goesOn,
  isKorean,
  isNepali,
  koreanDay,
  nepaliDay,
  republicDay,
  signAt,
  yearInFront,
} from './figure-days.ts'
import { militaryAt } from './military-hours.ts'
import { isNumbered } from './numbered.ts'
import {
  type DatePart,
  type DayWords,
  type Found,
  isGlued,
  isMark,
  isNumber,
  isWord,
  type Part,
} from './part.ts'
import { isPriced } from './prices.ts'
import type { Token } from './tokens.ts'

/** "2020-12-18", "18.12.2020", "06/24/2010", "03-05-21", "18.12.", "12/18", "20201218T". */
export function numericDateAt(tokens: Token[], at: number, before?: Part): Found<DatePart> {
  const token = tokens[at]
  const behindDate = before?.kind === 'date' && before.to === at - 1
  if (token?.kind !== 'number' || (!behindDate && isInside(tokens, at))) return null
  const roman = romanMonthAt(tokens, at)
  if (roman) return roman
  const range = dayRange(tokens, at)
  if (range) return range
  const found =
    compact(tokens, at) ?? yearFirst(tokens, at) ?? yearLast(tokens, at) ?? withoutYear(tokens, at)
  if (!found) return null
  const { days, link, to } = chainOfDays(tokens, found.to, { ...found.day }, at => bracketedDay(tokens, at))
  return { part: { kind: 'date', days: link === 'one' ? [found.day] : days, link, languages: [] }, to }
}

/** "13(日)": a figure is a day where its weekday stands in brackets behind it. */
function bracketedDay(tokens: Token[], at: number): { day: number; to: number } | null {
  const token = tokens[at]
  const isDay = isNumber(token) && token.raw.length <= 2 && weekdayInBrackets(tokens, at + 1) !== null
  return isDay && Number(token.text) <= 31 ? { day: Number(token.text), to: at + 1 } : null
}

/** "16.-18.12.2020", "16.–18.12.", "16-18.12.2020". */
function dayRange(tokens: Token[], at: number): Found<DatePart> {
  if ((tokens[at]?.raw.length ?? 9) > 2) return null
  const dash = isMark(tokens[at + 1], '.') ? at + 2 : at + 1
  const isAnd = tokens[dash]?.raw === 'và'
  if (!(isMark(tokens[dash], '-', '/') || isAnd) || tokens[dash + 1]?.kind !== 'number') return null
  const last = yearLast(tokens, dash + 1) ?? withoutYear(tokens, dash + 1)
  const day = Number(tokens[at]?.text)
  const isSlashed = last?.day.sign === '/' && (isAnd || isVietnamese(tokens, at))
  if (!last || !(last.day.sign === '.' || isSlashed) || day < 1 || day >= last.day.day) return null
  const { other: _, ...plain } = last.day
  const days = [{ ...plain, day }, plain]
  return {
    part: { kind: 'date', days, link: isAnd ? 'list' : 'range', languages: isSlashed ? ['vi'] : [] },
    to: last.to,
  }
}

const romans = 'I II III IV V VI VII VIII IX X XI XII'.split(' ')

/** "18-XII-2020", "18 XII 2020", "18.XII.2020". */
function romanMonthAt(tokens: Token[], at: number): Found<DatePart> {
  let here = at + 1
  if (isMark(tokens[here], '-', '/', '.')) here++
  const month = tokens[here]?.kind === 'word' ? romans.indexOf(romanIn(tokens, at, here)) + 1 : 0
  if (!month || (tokens[at]?.raw.length ?? 9) > 2) return null
  // "18 XII 2020"; "Article 18 I 2020" is none.
  const before = tokens[at - 1]
  if (here === at + 1 && before?.kind === 'word' && !isDayContext(before)) return null
  if (here === at + 1 && isMark(before, '.')) return null
  here++
  if (isMark(tokens[here], '-', '/', '.')) here++
  const year = tokens[here]
  const found = isNumber(year, 4) ? checked(Number(year.text), month, Number(tokens[at]?.text)) : null
  return found && { part: { kind: 'date', days: [found], link: 'one', languages: [] }, to: here + 1 }
}

/** Small letters are believed between signs: "18.xii.2026". */
function romanIn(tokens: Token[], at: number, here: number): string {
  const raw = tokens[here]?.raw ?? ''
  return here > at + 1 && isMark(tokens[here + 1], '-', '/', '.') ? raw.toUpperCase() : raw
}

/** Part of a longer chain of figures: an address of the net, a version, a path. */
function isInside(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  const glued = isGlued(tokens[at]) && before !== undefined
  if (!glued || isSecondOfInterval(tokens, at)) return false
  if (before.kind === 'number' || before.kind === 'skip') return true
  if (isMark(before, '-') && /^[בהלמ]$/u.test(tokens[at - 2]?.raw ?? '')) return false
  return before.kind === 'word'
    ? /(?:^|[^a-z])[a-z]$/.test(before.text)
    : isMark(before, '.', '/', '-', '#', '$', '€', '£') && isGlued(before) && at > 1
}

/** "…T14:00Z/2026-12-18T…" (ISO 8601). */
function isSecondOfInterval(tokens: Token[], at: number): boolean {
  const end = tokens[at - 2]
  const isHour = end?.raw === 'Z' || (isNumber(end, 2) && isMark(tokens[at - 3], ':'))
  return isMark(tokens[at - 1], '/') && isNumber(tokens[at], 4) && isMark(tokens[at + 1], '-') && isHour
}

function yearFirst(tokens: Token[], at: number): Day {
  if (!isNumber(tokens[at], 4)) return republicDay(tokens, at)
  const sign = signAt(tokens, at + 1, '-', '/', '.', '।')
  if (!sign || signAt(tokens, at + 3, sign) !== sign) return null
  const day = dayOf(tokens, at, at + 2, at + 4)
  return day && !goesOn(tokens, at + 5, sign) ? { day, to: at + 5 } : null
}

function yearLast(tokens: Token[], at: number): Day {
  if ((tokens[at]?.raw.length ?? 9) > 2) return null
  const sign = signAt(tokens, at + 1, '-', '/', '.')
  if (!sign || signAt(tokens, at + 3, sign) !== sign) return null
  const year = tokens[at + 4]
  if (isKorean(tokens, at)) return koreanDay(tokens, at)
  if (!isNumber(year, 4) && !(isNumber(year, 2) && isGlued(year))) return null
  if (goesOn(tokens, at + 5, sign) || goesOn(tokens, at + 5, ':')) return null
  if (monthOf(tokens[at + 5]?.text ?? '')) return null
  const dayFirst = dayOf(tokens, at + 4, at + 2, at)
  const monthFirst = sign === '.' ? null : dayOf(tokens, at + 4, at, at + 2)
  const day = dayFirst ?? monthFirst
  if (!day) return null
  const isSame = dayFirst && monthFirst && dayFirst.day === monthFirst.day
  const other =
    dayFirst && monthFirst && !isSame ? { month: monthFirst.month ?? 1, day: monthFirst.day } : undefined
  const yearFirst = isNumber(year, 2) ? yearInFront(tokens, at) : null
  return {
    day: { ...day, sign, ...(other ? { other } : {}), ...(yearFirst && { either: [yearFirst] }) },
    to: at + 5,
  }
}

/** "18.12." and "18/12": only with a full stop behind it, or with a slash (the caller asks for a neighbour). */
function withoutYear(tokens: Token[], at: number): Day {
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
function isVietnamese(tokens: Token[], at: number): boolean {
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
  const isSure = isWord(tokens[word], 'kl', 'klo', 'klokken', 'klockan', 'kello', 'klukkan')
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
function isDayContext(before: Token | undefined): boolean {
  if (before?.kind !== 'word') return before?.kind !== 'number'
  return dayContext.has(before.text) || weekdayOf(before.text) !== undefined
}

const dayContext = new Set(
  'am vom ab bis den zum der dem und seit c с до по от на d dne ma datum termin wann on le el du au il dal al date'.split(
    ' ',
  ),
)

function compact(tokens: Token[], at: number): Day {
  const token = tokens[at]
  if (!isNumber(token, 8)) return null
  if (!(isWord(tokens[at + 1], 't') && isGlued(tokens[at + 1])) && !isBeforeHour(tokens, at + 1)) return null
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d\d)(\d\d)$/.exec(token.text) ?? []
  const found = checked(Number(year), Number(month), Number(day))
  return found ? { day: found, to: at + 1 } : null
}

/** "20210620 1400 UTC", "20210620, 2 pm": eight figures alone may be any number. */
function isBeforeHour(tokens: Token[], at: number): boolean {
  const from = isMark(tokens[at], '-', ',') ? at + 1 : at
  return figureAt(tokens, from)?.part.bare === false
}

function dayOf(tokens: Token[], year: number, month: number, day: number): DayWords | null {
  const told = Number(tokens[year]?.text)
  if (isNepali(tokens, year)) return nepaliDay(told, Number(tokens[month]?.text), Number(tokens[day]?.text))
  const full = told < 100 ? 2000 + told : told >= 2493 && told <= 2643 ? told - 543 : told
  const lengths = [tokens[month]?.raw.length ?? 9, tokens[day]?.raw.length ?? 9]
  if (lengths.some(length => length > 2)) return null
  return checked(full, Number(tokens[month]?.text), Number(tokens[day]?.text))
}

function monthAndDay(tokens: Token[], month: number, day: number): { month: number; day: number } | null {
  const found = checked(2020, Number(tokens[month]?.text), Number(tokens[day]?.text))
  return found ? { month: found.month ?? 1, day: found.day } : null
}
