import type { Choice, Doubt, DoubtCode } from './doubt.ts'
import type { Said, SaidMoment } from './said.ts'
import { settleDays } from './settle-days.ts'
import { otherHalf, secondsOf, settleHours } from './settle-hours.ts'
import { type Settled, settleMoment, wallOf } from './settle-zone.ts'

/** Strings as in `domain/finding.ts`: RFC 9557, a plain local time where no zone is told, a day. */
export type Reading = { start: string; end: string | null; allDay: boolean; floating?: true }
type Session = { start: string; end: string | null }
export type SettledTime = { readings: Reading[]; sessions?: Session[]; time?: string; doubts: Doubt[] }
export type SettleContext = {
  published?: string
  year?: number
  zone?: string
  language?: string
  hints: () => string[]
}

type Day = Temporal.PlainDate

/** What was said, as readings: likeliest first, with every reason to doubt them. */
export function settle(said: Said, context: SettleContext): SettledTime {
  const american = isAmerican(said, context.zone)
  const { ways, alternatives, doubts } = settleDays(said, { ...context, american })
  const [days, ...otherDays] = ways
  if (!days) return withoutDay(said, doubts, context.zone)
  const sessions = sessionsOf(said, days, context, doubts)
  const [first] = sessions
  if (!first) return { readings: [], doubts }
  const onDays = (other: Day[]) => sessionsOf(said, other, context, [])[0]?.ways[0]?.[0] ?? []
  const readings = [...first.ways.flat(), ...otherDays.flatMap(onDays)]
  const times = sessions
    .flatMap(({ ways: [way] }) => way?.slice(0, 1) ?? [])
    .map(({ start, end }) => ({ start, end }))
  const choices: Choices = {
    ...Object.fromEntries([...alternatives].map(([code, others]) => [code, others.flatMap(onDays)])),
    'time-repeated': first.ways[0]?.slice(1) ?? [],
    'time-half': first.ways[0]?.slice(1) ?? [],
  }
  const ofZones = first.ways.slice(1).flatMap(way => way.slice(0, 1))
  for (const code of zoneCodes) choices[code] = ofZones
  return {
    readings: readings.slice(0, 6),
    ...(times.length > 1 ? { sessions: times } : {}),
    doubts: unique(doubts).map(doubt => withChoices(doubt, readings[0], choices[doubt.code])),
  }
}

/** What else may be meant, by the doubt that leaves it open. */
type Choices = Partial<Record<DoubtCode, Reading[]>>
const zoneCodes = ['zone-ambiguous', 'zone-season', 'zones-disagree'] as const

function withChoices(doubt: Doubt, taken: Reading | undefined, others: Reading[] = []): Doubt {
  if (!taken) return doubt
  const readings = [taken, ...others.filter(other => other.start !== taken.start || other.end !== taken.end)]
  return readings.length > 1 ? { ...doubt, choices: readings.map(choiceOf) } : doubt
}

function choiceOf({ start, end, allDay }: Reading): Choice {
  return { start, ...(end && { end }), ...(allDay && { allDay }) }
}

/** Each way to understand zone and hours; within one, an hour that comes twice is read twice. */
type SessionWays = { ways: Reading[][] }

/** Days and hours paired: a span, or each hour on the day it belongs to. */
function sessionsOf(said: Said, days: Day[], context: SettleContext, doubts: Doubt[]): SessionWays[] {
  const { moments } = said
  if (!moments.length) return dayOnly(said, days)
  const first = days[0]
  const last = days.at(-1)
  const isSpan = said.spans || (said.dates.length === 1 && said.dates[0]?.link === 'range')
  if (isSpan && said.daily && first && days[1]) {
    return daysFrom(first, days[1], said.except).flatMap(day =>
      moments.map(moment => ({ ways: momentOn(moment, day, said, context, doubts) })),
    )
  }
  if (isSpan && first && last && days.length > 1)
    return [spanOf(said, first, days[1] ?? last, context, doubts)]
  const told = pairs(said, days)
  const again = said.again.flatMap(by =>
    told.map(({ moment, day }) => ({ moment, day: day.add({ days: by }) })),
  )
  return [...told, ...again]
    .slice(0, 48)
    .map(({ moment, day }) => ({ ways: momentOn(moment, day, said, context, doubts) }))
}

function daysFrom(first: Day, last: Day, except: number[]): Day[] {
  const days: Day[] = []
  for (
    let day = first;
    Temporal.PlainDate.compare(day, last) <= 0 && days.length < 31;
    day = day.add({ days: 1 })
  )
    if (!except.includes(day.dayOfWeek)) days.push(day)
  return days
}

function dayOnly(said: Said, days: Day[]): SessionWays[] {
  const isRange = said.spans || (said.dates.length === 1 && said.dates[0]?.link === 'range')
  const [first, second] = days
  if (isRange && first && second && Temporal.PlainDate.compare(first, second) < 0) {
    return [{ ways: [[{ start: String(first), end: String(second), allDay: true }]] }]
  }
  return days.map(day => ({
    ways: [[{ start: String(day), end: said.allDay ? String(day) : null, allDay: said.allDay }]],
  }))
}

/** "from 8 a.m. on 22 April until 8 p.m. on 26 April"; a single hour of several days tells only the start. */
function spanOf(said: Said, first: Day, last: Day, context: SettleContext, doubts: Doubt[]): SessionWays {
  const [opening, closing] = said.moments
  if (!opening) return { ways: [] }
  const starts = momentOn(opening, first, said, context, doubts)
  const ending = (endOf: (way: number, at: number) => string | null) => ({
    ways: starts.map((way, index) => way.map((reading, at) => ({ ...reading, end: endOf(index, at) }))),
  })
  if (closing) {
    const ends = momentOn(closing, last, said, context, doubts)
    return ending(way => {
      const [end] = ends[way] ?? ends[0] ?? []
      return end?.end ?? end?.start ?? null
    })
  }
  if (!opening.clocks[0]?.end) return ending(() => null)
  // "from Saturday 6 to Sunday 7 February, 23:00–6:00": one night.
  const isNight = endsNextDay(opening) && first.add({ days: 1 }).equals(last)
  const ends = momentOn(opening, isNight ? first : last, said, context, [])
  return ending((way, at) => ends[way]?.[at]?.end ?? null)
}

function endsNextDay({ clocks: [clock] }: SaidMoment): boolean {
  return clock?.end != null && (settleHours(clock.start, clock.end).end ?? 0) > 86_400
}

function pairs(said: Said, days: Day[]): { moment: SaidMoment; day: Day }[] {
  const { dates, moments } = said
  if (dates.length <= 1) return days.flatMap(day => moments.map(moment => ({ moment, day })))
  const firstDate = dates[0]?.from ?? 0
  const leads = firstDate < (moments[0]?.from ?? 0)
  const groups = dates.map((date, index) => {
    const from = leads ? date.from : index ? (dates[index - 1]?.to ?? 0) : 0
    const next = dates[index + 1]?.from ?? Number.POSITIVE_INFINITY
    const to = leads || index === dates.length - 1 ? next : date.from
    return moments.filter(moment => moment.from >= from && moment.from < to)
  })
  let at = 0
  return dates.flatMap((date, index) => {
    const own = groups[index]?.length
      ? groups[index]
      : (groups.slice(index).find(one => one.length) ?? groups.findLast(one => one.length) ?? [])
    const within = days.slice(at, at + date.days.length)
    at += date.days.length
    return within.flatMap(day => own.map(moment => ({ moment, day })))
  })
}

function momentOn(
  moment: SaidMoment,
  day: Day,
  said: Said,
  context: SettleContext,
  doubts: Doubt[],
): Reading[][] {
  const settled = settleMoment(moment, day, context.zone, context.hints)
  doubts.push(...settled.doubts)
  const clock = moment.clocks[0]
  const midnight = clock?.start.midnight && !clock.end
  if (midnight) {
    doubts.push({ code: 'time-repeated', says: `Midnight may begin or end ${day}; its end is taken.` })
  }
  const isOpen = !clock?.end || (!clock.end.half && !clock.end.padded && clock.end.hour <= 12)
  const half = clock && isOpen && moment.clocks.length === 1 ? otherHalf(clock.start) : 0
  if (half) {
    doubts.push({ code: 'time-half', says: 'The hour may be of the morning or of the evening.' })
  }
  return settled.ways.map(way => {
    const whole =
      said.minutes !== null && way.end === null
        ? { ...way, end: way.start.add({ minutes: said.minutes }) }
        : way
    return [
      ...(midnight ? inZone(movedBy(whole, { days: 1 }), doubts) : []),
      ...inZone(whole, doubts),
      ...(half ? inZone(movedBy(whole, { hours: half }), []) : []),
    ]
  })
}

function movedBy(way: Settled, by: { days?: number; hours?: number }): Settled {
  return { ...way, start: way.start.add(by), end: way.end?.add(by) ?? null }
}

/** A wall time a clock change skips or repeats is doubtful; of a repeated one both are read. */
function inZone(way: Settled, doubts: Doubt[]): Reading[] {
  const { zone } = way
  const end =
    way.end && (zone ? shown(way.end.toZonedDateTime(zone)) : way.end.toString({ smallestUnit: 'second' }))
  if (!zone) {
    const start = way.start.toString({ smallestUnit: 'second' })
    return [{ start, end, allDay: false, ...(way.floating && { floating: true }) }]
  }
  if (way.at !== undefined) {
    const start = Temporal.Instant.fromEpochNanoseconds(way.at).toZonedDateTimeISO(zone)
    return [{ start: shown(start), end, allDay: false }]
  }
  const earlier = way.start.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = way.start.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.epochNanoseconds === later.epochNanoseconds)
    return [{ start: shown(earlier), end, allDay: false }]
  if (!earlier.toPlainDateTime().equals(way.start)) {
    doubts.push({
      code: 'time-skipped',
      says: `${way.start} does not exist in ${zone}: the clocks go forward over it.`,
    })
    return [{ start: shown(later), end, allDay: false }]
  }
  doubts.push({
    code: 'time-repeated',
    says: `${way.start} comes twice in ${zone}: the clocks go back over it.`,
  })
  return [earlier, later].map(start => ({ start: shown(start), end, allDay: false }))
}

function shown(time: Temporal.ZonedDateTime): string {
  return time.toString({ smallestUnit: 'second' })
}

/** A clock time with no day to put it on. */
function withoutDay(said: Said, doubts: Doubt[], zone: string | undefined): SettledTime {
  const clock = said.moments[0]?.clocks[0]
  if (!clock) return { readings: [], doubts: said.dates.length ? unique(doubts) : [] }
  const start = wallOf(Temporal.PlainDate.from('2000-01-01'), secondsOf(clock.start))
  const untold: Doubt[] =
    clock.zones.length || zone ? [] : [{ code: 'zone-missing', says: 'No time zone is told.' }]
  return {
    readings: [],
    time: start.toPlainTime().toString({ smallestUnit: clock.start.second ? 'second' : 'minute' }),
    doubts: unique([...doubts, ...untold]),
  }
}

const americanZone =
  /^America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Anchorage|Boise|Indiana|Kentucky|Juneau)|^Pacific\/Honolulu|^US\//

function isAmerican(said: Said, zone: string | undefined): boolean {
  const zones = said.moments.flatMap(moment =>
    moment.clocks.flatMap(clock => clock.zones.map(words => words.choices[0]?.zone ?? '')),
  )
  return [zone ?? '', ...zones].some(one => americanZone.test(one))
}

function unique(doubts: Doubt[]): Doubt[] {
  return doubts.filter((doubt, index) => doubts.findIndex(other => other.code === doubt.code) === index)
}
