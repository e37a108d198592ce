import { monthOf } from './calendar-words.ts'
import { figureAt } from './clock-figures.ts'
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
import type { Token } from './tokens.ts'
import { isDayContext, isVietnamese, withoutYear } from './yearless-days.ts'

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
