import { betweenWords, type Link, linkOf } from './links.ts'
import { type Clock, type DayWords, isMark, isWord, type Part, type ZoneWords } from './part.ts'
import { secondsOf } from './settle-hours.ts'
import type { Token } from './tokens.ts'

/** A day as somebody said it; `relative` counts from the day of publication, `which` belongs to a bare weekday. */
export type SaidDay = Partial<DayWords> & { relative?: number; which?: 'this' | 'next' | 'last' | null }
export type SaidDate = { days: SaidDay[]; link: 'one' | 'range' | 'list'; from: number; to: number }
export type SaidClock = {
  start: Clock
  end: Clock | null
  zones: ZoneWords[]
  /** Told where the end is in another zone than the start ("8am ET - 5pm PT"). */
  endZone?: ZoneWords
  /** Days from the day told ("next day"). */
  shift: number
  from: number
  to: number
}
/** Hours that are the same moment, said for several zones. */
export type SaidMoment = { clocks: SaidClock[]; from: number; to: number }

export type Said = {
  dates: SaidDate[]
  moments: SaidMoment[]
  /** The first two dates are the first and the last day. */
  spans: boolean
  allDay: boolean
  minutes: number | null
  /** The hours are those of each of the days. */
  daily: boolean
  languages: string[]
}

/** Parts that belong to one thing, ordered into days, hours and zones. */
export function gather(tokens: Token[], parts: Part[]): Said {
  const moments = momentsOf(tokens, parts, clocksOf(tokens, parts))
  const dates = datesOf(tokens, parts).filter(date => !moments.some(moment => isWithin(date, moment)))
  return {
    dates,
    moments,
    spans: doesSpan(tokens, parts, dates, moments),
    allDay: parts.some(part => part.kind === 'all-day'),
    minutes: parts.find(part => part.kind === 'duration')?.minutes ?? null,
    daily: around(tokens, parts).some((token, at, near) => isDaily(token, near[at + 1])),
    languages: [
      ...parts.flatMap(part => (part.kind === 'date' || part.kind === 'weekday' ? part.languages : [])),
      ...around(tokens, parts).flatMap(token => foreign(token)),
    ],
  }
}

/** The words among the parts and a few around them. */
function around(tokens: Token[], parts: Part[]): Token[] {
  const from = Math.max(0, (parts[0]?.from ?? 0) - 4)
  return tokens.slice(from, Math.min((parts.at(-1)?.to ?? 0) + 4, from + 400))
}

function isDaily(token: Token, next: Token | undefined): boolean {
  if (isWord(token, 'daily', 'taglich', 'ежедневно', 'diariamente', 'quotidiennement')) return true
  if (isWord(token, 'each', 'every', 'both', 'cada')) return isWord(next, 'day', 'days', 'dia')
  return isWord(token, 'chaque', 'jeden', 'каждыи') && isWord(next, 'jour', 'tag', 'день')
}

const words: Record<string, string> = {
  fr: 'heure heures le du au et des puis jusqua midi',
  es: 'hora horas hs el del los y las dia',
  pt: 'hora horas em do dia e ate',
  de: 'uhr um bis von und den vom der',
  it: 'ore alle dalle il del',
  id: 'pukul jam waktu hari',
}
const wordLanguages = new Map<string, string[]>()
for (const [language, list] of Object.entries(words)) {
  for (const word of list.split(' ')) wordLanguages.set(word, [...(wordLanguages.get(word) ?? []), language])
}

/** Languages other than English that a small word or the script betrays. */
function foreign(token: Token): string[] {
  if (token.kind !== 'word') return []
  if (/\p{Script=Cyrillic}/u.test(token.raw)) return ['ru']
  if (/\p{Script=Arabic}/u.test(token.raw)) return ['ar']
  if (token.text === 'h' && !token.spaced) return ['fr', 'es', 'pt']
  return token.raw === token.raw.toLowerCase() ? (wordLanguages.get(token.text) ?? []) : []
}

/** How two places of a text are linked, what is read between them left out. */
export function linkBetween(tokens: Token[], parts: Part[], from: number, to: number): Link {
  const link: Link = { range: false, and: false, comma: false, again: false, words: 0, ends: false }
  let here = from
  for (const part of parts) {
    if (part.to <= from || part.from >= to) continue
    add(link, linkOf(tokens, here, Math.max(part.from, here)))
    here = Math.max(here, part.to)
  }
  if (here < to) add(link, linkOf(tokens, here, to))
  return link
}

/** "1630 America/Chicago -- Thu Nov 7 0030 Etc/GMT": the day another zone already has is no day of its own. */
function isWithin(date: SaidDate, moment: SaidMoment): boolean {
  return moment.clocks.length > 1 && date.from >= (moment.clocks[0]?.to ?? 0) && date.to <= moment.to
}

function add(link: Link, more: Link): void {
  link.range ||= more.range
  link.and ||= more.and
  link.comma ||= more.comma
  link.again ||= more.again
  link.ends ||= more.ends
  link.words += more.words
}

function datesOf(tokens: Token[], parts: Part[]): SaidDate[] {
  const dates: SaidDate[] = []
  const loose: { weekday: number; which: SaidDay['which']; from: number; to: number }[] = []
  let pending: { weekday: number; which: SaidDay['which']; from: number; to: number }[] = []
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'weekday') {
      const last = dates.at(-1)
      const day = last?.days.at(-1)
      const behind =
        last &&
        part.from - last.to <= 2 &&
        !parts.slice(index + 1, index + 2).some(next => next.kind === 'date' && next.from - part.to <= 2)
      const own = last && day && day.weekday === undefined && day.day !== undefined && last.days.length === 1
      if (
        behind &&
        own &&
        linkOf(tokens, last.to, part.from).words === 0 &&
        !linkOf(tokens, last.to, part.from).range
      )
        day.weekday = part.weekday
      else pending.push(part)
    } else if (part.kind === 'date') {
      const days: SaidDay[] = part.days.map(day => ({ ...day }))
      const near = pending.filter(one => part.from - one.to <= 4 || pending.length === 2)
      const [first, second] = near.length > 2 ? near.slice(-2) : near
      const head = days[0]
      const tail = days.at(-1)
      if (head && first) head.weekday ??= first.weekday
      if (tail && second && days.length > 1) tail.weekday ??= second.weekday
      else if (head && second) head.weekday = second.weekday
      loose.push(...pending.filter(one => !near.includes(one)))
      pending = []
      dates.push({ days, link: part.link, from: first?.from ?? part.from, to: part.to })
    } else if (part.kind === 'relative') {
      dates.push({ days: [{ relative: part.days }], link: 'one', from: part.from, to: part.to })
    }
  }
  return withWeekdays(dates, [...loose, ...pending])
}

/** Weekdays that stand apart: they check the only day that is told, or are days themselves. */
function withWeekdays(
  dates: SaidDate[],
  weekdays: { weekday: number; which: SaidDay['which']; from: number; to: number }[],
): SaidDate[] {
  const told = dates.filter(date => date.days.some(day => day.day !== undefined))
  const [only] = told
  const day = only?.days[0]
  if (
    told.length === 1 &&
    only?.days.length === 1 &&
    day &&
    day.weekday === undefined &&
    weekdays.length === 1
  ) {
    day.weekday = weekdays[0]?.weekday
  }
  if (told.length) return told
  if (dates.length) return dates.slice(0, 1)
  return weekdays.map(({ weekday, which, from, to }) => ({
    days: [{ weekday, which }],
    link: 'one',
    from,
    to,
  }))
}

function clocksOf(tokens: Token[], parts: Part[]): SaidClock[] {
  const clocks: SaidClock[] = []
  const zoned = new Set<SaidClock>()
  let pending: ZoneWords[] = []
  let dated = false
  for (const [index, part] of parts.entries()) {
    const last = clocks.at(-1)
    if (part.kind === 'date' || part.kind === 'relative' || part.kind === 'weekday') dated = true
    else if (part.kind === 'shift' && last) last.shift = part.days
    else if (part.kind === 'zone') {
      if (!part.choices.length) continue
      const near = last && part.from - last.to <= 3
      if (last && (!last.zones.length || near)) {
        const ownEnd =
          last.end && zoned.has(last) && part.from - last.to <= 1 && last.zones[0]?.said !== part.said
        if (ownEnd) last.endZone = part
        else if (!(last.zones.length && part.sort === 'place')) last.zones.push(part)
        last.to = part.to
      } else pending.push(part)
    } else if (part.kind === 'clock') {
      if (isWord(tokens[part.from - 1], 'doors', 'door')) continue
      const next = parts[index + 1]
      const own = next?.kind === 'zone' && next.from - part.to <= 1 ? [next] : []
      const again = last && isSameMoment(last, { start: part, zones: own })
      if (last && !last.end && !dated && !again && isRange(tokens, parts, last, part.from)) {
        last.end = part
        last.to = part.to
        if (last.zones.length) zoned.add(last)
      } else {
        clocks.push({ start: part, end: null, zones: pending, shift: 0, from: part.from, to: part.to })
        pending = []
      }
      dated = false
    }
  }
  return clocks
}

function isRange(tokens: Token[], parts: Part[], last: SaidClock, to: number): boolean {
  const link = linkBetween(tokens, parts, last.to, to)
  const between =
    betweenWords.has(tokens[last.from - 1]?.text ?? '-') ||
    betweenWords.has(tokens[last.from - 2]?.text ?? '-')
  return link.words === 0 && (between ? link.and || link.range : link.range && !link.and)
}

function momentsOf(tokens: Token[], parts: Part[], clocks: SaidClock[]): SaidMoment[] {
  const moments: SaidMoment[] = []
  for (const clock of clocks) {
    const last = moments.at(-1)
    if (last && isAgain(tokens, parts, last, clock)) {
      last.clocks.push(clock)
      last.to = clock.to
    } else moments.push({ clocks: [clock], from: clock.from, to: clock.to })
  }
  shareZones(moments)
  return moments
}

/** The same moment in another zone, not another session. */
function isAgain(tokens: Token[], parts: Part[], last: SaidMoment, clock: SaidClock): boolean {
  if (!clock.zones.length) return false
  const link = linkBetween(tokens, parts, last.to, clock.from)
  const zones = last.clocks.flatMap(one => one.zones)
  const first = last.clocks[0]
  const same = first !== undefined && isSameMoment(first, clock)
  if (parts.some(part => isDay(part) && part.from >= last.to && part.to <= clock.from))
    return same && link.words === 0
  const bracket = tokens.slice(last.to, clock.from).some(token => isMark(token, '('))
  if (!zones.length) return bracket && link.words <= 1 && last.clocks.length === 1
  if (clock.zones.some(zone => zones.some(other => other.said === zone.said))) return false
  return same || link.again || !(link.and || link.comma) || (!link.and && link.words === 0)
}

function isDay(part: Part): boolean {
  return part.kind === 'date' || part.kind === 'relative' || part.kind === 'weekday'
}

type ZonedClock = Pick<SaidClock, 'start' | 'zones'>

/** Both hours tell one moment for two zones, an hour of season given or taken. */
function isSameMoment(one: ZonedClock, other: ZonedClock): boolean {
  const [zone, second] = [one.zones[0], other.zones[0]]
  if (!zone || !second || zone.said === second.said) return false
  const away = Math.abs(minutesOf(one.start, zone) - minutesOf(other.start, second)) % 1440
  return away <= 60 || away >= 1380
}

/** Minutes of the day in UTC, near enough to tell one moment from two. */
function minutesOf(clock: Clock, zone: ZoneWords): number {
  const choice = zone.choices[0]
  const offset = choice ? (choice.literal ?? winterOffset(choice.zone)) : 0
  return secondsOf(clock) / 60 - offset + 2880
}

function winterOffset(zone: string): number {
  return Temporal.PlainDateTime.from('2020-01-15').toZonedDateTime(zone).offsetNanoseconds / 6e10
}

/** "15:00 and 23:00 UTC": a zone told once holds for the hours before it, else for those behind it. */
function shareZones(moments: SaidMoment[]): void {
  for (const order of [moments.toReversed(), moments]) {
    let known: ZoneWords[] = []
    for (const moment of order) {
      const first = moment.clocks[0]
      if (first && moment.clocks.length === 1 && !first.zones.length) first.zones = known.slice(0, 1)
      else known = first?.zones ?? known
    }
  }
}

/** "2020-12-16/2020-12-18" (ISO 8601). */
function isIsoInterval(tokens: Token[], first: SaidDate, second: SaidDate): boolean {
  const sign = tokens[first.to]
  return (
    second.from === first.to + 1 && isMark(sign, '/') && !sign?.spaced && first.days[0]?.sign === undefined
  )
}

function doesSpan(tokens: Token[], parts: Part[], dates: SaidDate[], moments: SaidMoment[]): boolean {
  const [first, second] = dates
  if (!first || !second || first.days.length > 1 || second.days.length > 1) return false
  if (!moments.length && isIsoInterval(tokens, first, second)) return true
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
