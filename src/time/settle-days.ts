import type { Doubt, DoubtCode } from './doubt.ts'
import { byTheMoon, twinDoubt } from './moon-days.ts'
import { reckoned } from './reckonings.ts'
import type { Said, SaidDay } from './said.ts'
import { chooseYears, cost, inOrder, plain, withYear } from './settle-years.ts'
import { withMonths, withYears } from './shared-months.ts'

type Day = Temporal.PlainDate
/**
 * Days in the order they were said; each `days` is one way to read them all, likeliest first. `alternatives`: what
 * else than the first way each doubt leaves open.
 */
export type SettledDays = { ways: Day[][]; alternatives: Map<DoubtCode, Day[][]>; doubts: Doubt[] }

export type DayContext = {
  published?: string
  year?: number
  zone?: string
  language?: string
  american: boolean
}

/**
 * The days that were said, as days of the calendar: missing years, weekdays and the order of day and month are
 * settled from the weekday, the day of publication and the language. No way where nothing tells the year.
 */
export function settleDays(said: Said, context: DayContext): SettledDays {
  const told = said.dates.flatMap(date => date.days)
  const published = context.published ? dayFrom(context.published) : null
  if (!told.length) return missing(published)
  const { days, others: reckonings, doubts } = reckoned(told, published)
  const orders = ordersOf(days, said, context, published, doubts)
  const [years = [], ...others] = orders.map((ordered, at) =>
    yearsOf(ordered, said, published, context.year, at ? [] : doubts),
  )
  const moon = years[0] ? byTheMoon(days, years[0]) : null
  const ways = [...(moon?.ways ?? years), ...others.flat()]
  const alternatives = new Map<DoubtCode, Day[][]>([
    ['year-assumed', years.slice(1)],
    ['date-order', others.flatMap(other => other.slice(0, 1))],
  ])
  const first = ways[0]
  if (reckonings.length) {
    const whole = reckonings.flatMap(other => yearsOf(other, said, published, context.year, []))
    alternatives.set('date-calendar', whole)
  }
  if (moon) {
    doubts.push(moon.doubt)
    alternatives.set('date-calendar', moon.ways.slice(1))
  }
  const apart =
    first &&
    twinDoubt(
      days,
      first.map((date, at) => twinOf(days[at], date)),
      first,
    )
  if (apart) doubts.push(apart)
  if (first) alternatives.set('weekday-disagrees', checkWeekdays(days, first, doubts))
  if (said.onlyLast) doubts.push({ code: 'date-missing', says: 'Only the last day is told.' })
  if (first) alternatives.set('date-missing', otherWeeks(days, first, published))
  return { ways: unique(ways).slice(0, 3), alternatives, doubts }
}

/** An ISO date; of a month alone ("2020-12") its middle. */
function dayFrom(words: string): Day | null {
  try {
    return Temporal.PlainDate.from(/^\d{4}-\d\d$/.test(words) ? `${words}-15` : words.slice(0, 10))
  } catch {
    return null
  }
}

function missing(published: Day | null): SettledDays {
  const doubt: Doubt = {
    code: 'date-missing',
    says: published ? 'No day is told; the day of publication is taken.' : 'No day is told.',
  }
  return { ways: published ? [[published]] : [], alternatives: new Map(), doubts: [doubt] }
}

/** 03-05 as 3 May and as 5 March, the likelier first; one order where the weekday, the sign or the language tells. */
function ordersOf(
  days: SaidDay[],
  said: Said,
  context: DayContext,
  published: Day | null,
  doubts: Doubt[],
): SaidDay[][] {
  if (!days.some(day => day.other)) return [days]
  const dayFirst = days
  const monthFirst = days.map(day => (day.other ? { ...day, ...day.other } : day))
  if (days.some(day => day.sign === '.')) return [dayFirst]
  const told = days.find(day => day.sign && !day.other)
  if (told) return [dayFirst]
  const fits = [dayFirst, monthFirst].map(order => order.every(day => fitsWeekday(day, published)))
  if (days.some(day => day.weekday) && fits[0] !== fits[1]) return [fits[0] ? dayFirst : monthFirst]
  const languages = [...said.languages, ...(context.language ? [context.language.slice(0, 2)] : [])]
  if (languages.includes('zh')) return [monthFirst]
  if (languages.length && !languages.includes('en')) return [dayFirst]
  const american = context.american && days.every(day => day.sign === '/')
  const ordered = american ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
  if (published && !american) {
    ordered.sort((a, b) => Number(isPast(a, published)) - Number(isPast(b, published)))
  }
  doubts.push({
    code: 'date-order',
    says: `Day and month may stand in either order; read as ${ordered[0]?.[0]?.day} of month ${ordered[0]?.[0]?.month}.`,
  })
  return ordered
}

function fitsWeekday(day: SaidDay, published: Day | null): boolean {
  if (day.weekday === undefined) return true
  const near =
    published && [-1, 0, 1].map(add => plain(day, published.year + add)).filter(date => date !== null)
  const nearest = near?.toSorted(
    (a, b) => cost(published?.until(a).days ?? 0) - cost(published?.until(b).days ?? 0),
  )[0]
  const date = day.year === undefined ? nearest : plain(day, day.year)
  return !date || date.dayOfWeek === day.weekday
}

function isPast(days: SaidDay[], published: Day): boolean {
  const date = days[0] && plain(days[0], days[0].year ?? published.year)
  return date ? date.until(published).days > 3 : false
}

/** What the other calendar of a day says, in the year in which ours has it. */
function twinOf(day: SaidDay | undefined, date: Day): Day | null {
  return day?.twin ? plain(day.twin, day.twin.year ?? date.year) : null
}

/** All days with their years. */
function yearsOf(
  days: SaidDay[],
  said: Said,
  published: Day | null,
  toldAbove: number | undefined,
  doubts: Doubt[],
): Day[][] {
  const told = withYears(withMonths(days), said)
  const head = told[0]
  if (!head) return []
  if (head.year !== undefined || head.day === undefined || head.relative !== undefined) {
    const way = inOrder(told, day =>
      day.year === undefined ? relativeDay(day, published, doubts) : plain(day, day.year),
    )
    return whole(way) ? [way] : []
  }
  const ofYear = toldAbove && head.month !== undefined ? withYear(told, toldAbove) : []
  if (whole(ofYear) && ofYear.every((day, at) => (told[at]?.weekday ?? day.dayOfWeek) === day.dayOfWeek))
    return [ofYear]
  if (!published) {
    doubts.push({ code: 'year-assumed', says: 'No year is told, and no day of publication to tell it from.' })
    return []
  }
  if (head.month === undefined) {
    const first = dayOfMonth(head, published)
    if (!first) return []
    const { month, year } = first
    const rest = withMonths([{ ...head, month, year }, ...told.slice(1)])
    const way = inOrder(rest, day => plain(day, day.year))
    return [whole(way) ? way : [first]]
  }
  const years = chooseYears(told, published, doubts)
  return years.flatMap(year => {
    const way = withYear(told, year)
    return whole(way) ? [way] : []
  })
}

function whole(way: (Day | null)[]): way is Day[] {
  return way.length > 0 && way.every(day => day !== null)
}

function relativeDay(day: SaidDay, published: Day | null, doubts: Doubt[]): Day | null {
  if (!published) {
    doubts.push({
      code: 'date-missing',
      says: 'The day is told only from the day of publication, which is not known.',
    })
    return null
  }
  if (day.relative !== undefined) return published.add({ days: day.relative })
  if (day.weekday === undefined) return null
  doubts.push({
    code: 'date-missing',
    says: 'Only a weekday is told; it is counted from the day of publication.',
  })
  const ahead = (day.weekday - published.dayOfWeek + 7) % 7
  if (day.which === 'last') return published.add({ days: ahead - 7 })
  if (day.which === 'next') return published.add({ days: 7 - published.dayOfWeek + day.weekday })
  return published.add({ days: ahead })
}

/** "Friday 18th", "the 30th at 6": the month in which that day is nearest, the weekday fitting; rather ahead than back. */
function dayOfMonth({ day = 0, weekday }: SaidDay, published: Day): Day | null {
  const first = published.with({ day: 1 })
  let best: Day | null = null
  let least = Number.POSITIVE_INFINITY
  for (const add of [0, 1, -1, 2, 3]) {
    const month = first.add({ months: add })
    if (day > month.daysInMonth) continue
    const date = month.with({ day })
    const away = published.until(date).days
    const far = away < 0 ? 31 - 2 * away : away
    if ((weekday ?? date.dayOfWeek) !== date.dayOfWeek || far >= least) continue
    best = date
    least = far
    if (weekday === undefined && away >= 0) break
  }
  return best
}

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The days with the first one that is not on the weekday told moved to the nearest that is. */
function checkWeekdays(days: SaidDay[], dates: Day[], doubts: Doubt[]): Day[][] {
  const index = dates.findIndex((date, at) => (days[at]?.weekday ?? date.dayOfWeek) !== date.dayOfWeek)
  const date = dates[index]
  const told = days[index]?.weekday
  if (!date || told === undefined) return []
  const says = `${date} is a ${names[date.dayOfWeek - 1]}, not a ${names[told - 1]}.`
  doubts.push({ code: 'weekday-disagrees', says })
  const away = ((((told - date.dayOfWeek + 3) % 7) + 7) % 7) - 3
  return [dates.with(index, date.add({ days: away }))]
}

/** "on Friday" may be the Friday after, "next Friday" the coming one, "last Friday" the one before. */
function otherWeeks([day]: SaidDay[], [date]: Day[], published: Day | null): Day[][] {
  if (!day || !date || !published || day.weekday === undefined || day.day !== undefined) return []
  return [[date.add({ days: day.which === 'next' || day.which === 'last' ? -7 : 7 })]]
}

function unique(ways: Day[][]): Day[][] {
  const seen = new Set<string>()
  return ways.filter(way => {
    const key = way.join(' ')
    return !seen.has(key) && seen.add(key)
  })
}
