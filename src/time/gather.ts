import { untilWords } from './deadline-words.ts'
import { withoutExceptions } from './except-weekdays.ts'
import { datesOf, isRangeOfWeekdays } from './gather-dates.ts'
import { clocksOf } from './gather-hours.ts'
import { momentsOf } from './gather-moments.ts'
import { linkBetween } from './links-between.ts'
import { isMark, isWord, type Part } from './part.ts'
import { around, foreign, isDaily } from './phrase-words.ts'
import type { Said, SaidDate, SaidMoment } from './said.ts'
import type { Token } from './tokens.ts'

/** Parts that belong to one thing, ordered into days, hours and zones. */
export function gather(tokens: Token[], all: Part[]): Said {
  const { parts, except } = withoutExceptions(tokens, all)
  const moments = momentsOf(tokens, parts, clocksOf(tokens, parts))
  const told = datesOf(tokens, parts)
  const apart = told.filter(date => !moments.some(moment => isWithin(date, moment)))
  // "9 am AEDT Friday 18 December (Thursday 17 December 5 pm EST)": the first is the day of the first hour.
  const dates = apart.length ? apart : told.slice(0, 1)
  const daily = around(tokens, parts).some((token, at, near) => isDaily(token, near[at + 1], near[at + 2]))
  return {
    dates,
    moments,
    spans: doesSpan(tokens, parts, dates, moments),
    again: parts.flatMap(part => (part.kind === 'again' ? part.days : [])),
    allDay: parts.some(part => part.kind === 'all-day'),
    minutes: parts.find(part => part.kind === 'duration')?.minutes ?? null,
    except,
    daily,
    onlyLast:
      isOnlyLast(tokens, dates) && (daily || parts.some((_, at) => isRangeOfWeekdays(tokens, parts, at))),
    languages: [
      ...parts.flatMap(part => (part.kind === 'date' || part.kind === 'weekday' ? part.languages : [])),
      ...around(tokens, parts).flatMap(token => foreign(token)),
    ],
  }
}

/** "Monday to Friday 9–14, until 26 February" */
function isOnlyLast(tokens: Token[], [date, other]: SaidDate[]): boolean {
  if (!date || other || date.days.length > 1) return false
  const before = tokens[date.from - 1]
  const article = isWord(before, 'the', 'el', 'le', 'zum', 'den', 'il', 'o') ? tokens[date.from - 2] : before
  return isWord(article, ...untilWords)
}

/** "1630 America/Chicago -- Thu Nov 7 0030 Etc/GMT": the day another zone already has is no day of its own. */
function isWithin(date: SaidDate, moment: SaidMoment): boolean {
  return moment.clocks.length > 1 && date.from >= (moment.clocks[0]?.to ?? 0) && date.to <= moment.to
}

/** "2020-12-16/2020-12-18", "2020-12-16T09:00Z/2020-12-18T17:00Z" (ISO 8601). */
function isIsoInterval(tokens: Token[], first: SaidDate, second: SaidDate, hours: SaidMoment[]): boolean {
  const isLed = hours.length === 0 || isWord(tokens[first.to], 't')
  const end = hours.findLast(moment => moment.to <= second.from)?.to ?? first.to
  const sign = tokens[end]
  return (
    isLed &&
    second.from === end + 1 &&
    isMark(sign, '/') &&
    !sign?.spaced &&
    first.days[0]?.sign === undefined
  )
}

function doesSpan(tokens: Token[], parts: Part[], dates: SaidDate[], moments: SaidMoment[]): boolean {
  const [first, second] = dates
  if (!first || !second || first.days.length > 1 || second.days.length > 1) return false
  if (isIsoInterval(tokens, first, second, moments)) return true
  const only = moments.length === 1 ? moments[0] : undefined
  if (only?.clocks[0]?.end && only.from >= first.to && only.to <= second.from) {
    const link = linkBetween(tokens, parts, only.to, second.from)
    return link.words === 0 && !link.and && !link.comma && !link.ends && second.from - only.to <= 2
  }
  const within = moments.filter(moment => moment.from >= first.to && moment.to <= second.from)
  if (within.some(moment => moment.clocks[0]?.end)) return false
  const others = parts.filter(part => part.kind !== 'duration')
  const hoursFirst = (moments[0]?.from ?? first.from) < first.from
  const [opening] = within
  const dashes =
    hoursFirst && opening
      ? linkBetween(tokens, others, first.to, opening.from)
      : linkBetween(tokens, others, within.at(-1)?.to ?? first.to, second.from)
  return dashes.range && dashes.words <= 4
}
