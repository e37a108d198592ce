import type { Choice, Doubt } from '../../time/doubt.ts'
import { type FoundTime, findTimes } from '../../time/find-times.ts'
import { readTime, type TimeAnswer, type TimeContext } from '../../time/read-time.ts'
import { openDays } from '../daily-hours.ts'
import { cityHoursAt } from './city-hours.ts'
import { piecesAt } from './pieces.ts'
import type { VisibleText } from './visible-text.ts'
import { zoneOfLine, zoneOfWords } from './zone-words.ts'

/** A time that the text tells: of which line, and where in it. */
export type SeenTime = TimeAnswer['readings'][number] & {
  phrase: string
  line: number
  index: number
  length: number
  doubts: Doubt[]
}

/** Times on a page beyond these, or in a text longer than this, are of an archive. */
const mostTimes = 300
const mostText = 60_000

/**
 * The times that are told in the lines, in order. An hour on a line of its own belongs to the day that was told within
 * the three lines before it; a year that only the heading tells ("Meetings 2026") is that of the days below it.
 */
export function timesSeen(text: VisibleText, context: TimeContext): SeenTime[] {
  const seen: SeenTime[] = []
  let left = mostText
  let year: KnownYear | undefined
  let taken = 0
  for (const [at, line] of text.lines.entries()) {
    if (left <= 0 || seen.length >= mostTimes) break
    if (at < taken) continue
    if (!/\p{Nd}/u.test(line.text) || line.text.length > 4000) continue
    left -= line.text.length
    const cities = cityHoursAt(text.lines, at)
    if (cities) {
      taken = at + cities.lines
      const { phrase } = cities
      take(seen, { ...readTime(phrase, context), phrase, index: 0, length: line.text.length }, at, context)
      continue
    }
    const pieces = piecesAt(text.lines, at)
    const whole = pieces && readWhole(pieces.phrase, context)
    if (whole) {
      taken = at + pieces.lines
      take(seen, { ...whole, index: 0, length: line.text.length }, at, context)
      continue
    }
    if (line.level > 0 || /^\W*20\d\d\W*$/.test(line.text)) year = soleYear(line.text) ?? year
    for (const found of withYear(
      findTimes(line.text, context),
      line.text,
      year ?? lastYear(seen, at),
      context,
    )) {
      if (isFormer(line.text, found.index)) continue
      take(seen, inZoneBehind(found, line.text, text.lines[at + 1]?.text, context), at, context)
    }
  }
  return seen
}

/** A list goes on in the year that its heading or the entry before it tells. */
function withYear(
  found: FoundTime[],
  text: string,
  year: KnownYear | undefined,
  context: TimeContext,
): FoundTime[] {
  if (!year || !lacksYear.test(text)) return found
  return findTimes(text, { ...context, published: year.day ?? `${year.year}-07-01` }).map(again => {
    const isToldInFull = /(?<!\d)(?:19|20)\d\d(?!\d)|\d[./-]\d\d?[./-]\d\d/.test(again.phrase)
    if (isToldInFull || !again.readings[0]) return found.find(one => one.index === again.index) ?? again
    const others = again.doubts.filter(doubt => doubt.code !== 'year-assumed')
    if (year.told) return { ...inYear(again, year.year, context), doubts: others }
    const says = 'No year is told with this day; the one nearest to the entry before it was taken.'
    const choices = yearChoices(again, context)
    return { ...again, doubts: [...others, { code: 'year-assumed', says, ...choices }] }
  })
}

/** The day as it was taken, and that of the next year. */
function yearChoices({ phrase, readings: [taken] }: FoundTime, context: TimeContext): { choices?: Choice[] } {
  if (!taken) return {}
  const next = `${Number(taken.start.slice(0, 4)) + 1}${taken.start.slice(4, 10)}`
  const [later] = readTime(phrase, { ...context, published: next }).readings
  return later && later.start !== taken.start
    ? { choices: [taken, later].map(({ start, end }) => ({ start, ...(end && { end }) })) }
    : {}
}

/** The day nearest to a day of publication is taken: that of the same day of the year is in the year. */
function inYear(found: FoundTime, year: string, context: TimeContext): FoundTime {
  const start = found.readings[0]?.start
  if (!start || start.startsWith(year)) return found
  const again = readTime(found.phrase, { ...context, published: `${year}${start.slice(4, 10)}` })
  return again.readings[0]?.start.startsWith(year) ? { ...found, ...again } : found
}

const lacksYear = /\p{L}{3}|\d[./]\d/u

/** `day`: the last day told, near which the next one is. */
type KnownYear = { year: string; told: boolean; day?: string }

function lastYear(seen: SeenTime[], line: number): KnownYear | undefined {
  const last = seen.at(-1)
  return last && line - last.line <= 40
    ? { year: last.start.slice(0, 4), told: false, day: last.start.slice(0, 10) }
    : undefined
}

/** "(changed from June 26)": when it is not. */
function isFormer(text: string, index: number): boolean {
  return /(?:changed|moved|rescheduled|postponed|verlegt|verschoben|reporté|aplazado) (?:from|vom|du|del)\s*$|(?:previously|originally|formerly|ursprünglich|initialement)\b[^.;]{0,30}$/iu.test(
    text.slice(Math.max(0, index - 50), index),
  )
}

function take(seen: SeenTime[], found: FoundTime, line: number, context: TimeContext): void {
  const last = seen.at(-1)
  if (isHourOnly(found)) {
    const isNear = last && last.start.length === 10 && !last.end && line - last.line <= 3
    if (!isNear) return
    // "15 and 16 December", and in the next line the hour of both.
    for (const [at, day] of seen.entries()) {
      if (day.line !== last.line || day.phrase !== last.phrase || day.start.length !== 10) continue
      const joined = readTime(`${day.start}, ${found.phrase}`, context)
      const reading = joined.readings[0]
      if (!reading) continue
      const doubts = [...day.doubts, ...joined.doubts]
      seen[at] = { ...day, ...reading, phrase: `${day.phrase}, ${found.phrase}`, doubts }
    }
    return
  }
  const reading = found.readings[0]
  if (!reading) return
  const { index, length, phrase, doubts } = found
  const open = found.sessions && openDays(found.sessions)
  if (open) {
    seen.push({ ...open, allDay: true, phrase, line, index, length, doubts })
    return
  }
  const days = found.sessions?.length ? found.sessions : [reading]
  for (const [at, { start, end }] of days.slice(0, 30).entries()) {
    seen.push({ ...reading, start, end, phrase, line, index: index + at, length: length - at, doubts })
  }
}

/** A time with its day and its hour, of which all words are one phrase. */
function readWhole(phrase: string, context: TimeContext): FoundTime | null {
  const [found, ...others] = findTimes(phrase, context)
  const isWhole = found && !others.length && found.length > phrase.length * 0.7
  return isWhole && found.readings[0]?.start.includes('T') ? { ...found, phrase } : null
}

/**
 * "Dec 18, 2020 01:00 PM in Paris", to the end of the line, as providers of meetings write a zone; or on the line below.
 */
function inZoneBehind(
  found: FoundTime,
  text: string,
  below: string | undefined,
  context: TimeContext,
): FoundTime {
  const isOpen = found.doubts.some(doubt => doubt.code === 'zone-missing')
  if (!isOpen) return found
  const rest = text.slice(found.index + found.length)
  const words = /^\s+in\s+(\p{Lu}[\p{L} .,'’()&/+:\d-]{2,60})$/u.exec(rest)?.[1]
  const near = { ...context, published: found.readings[0]?.start.slice(0, 10) ?? '' }
  const zone = words
    ? zoneOfWords(words, near)
    : /^[\s.)|]*$/.test(rest) && below
      ? zoneOfLine(below, near)
      : undefined
  if (!zone) return found
  const again = readTime(found.phrase, { ...near, zone })
  return again.readings[0] ? { ...found, ...again } : found
}

/** Only a clock time is told: read on any day, it is on that one. */
function isHourOnly(found: FoundTime): boolean {
  const first = found.readings[0]
  if (first && !found.doubts.some(doubt => doubt.code === 'date-missing')) return false
  if (!first && found.time === undefined) return false
  return (
    readTime(found.phrase, { published: '2020-02-29' }).readings[0]?.start.startsWith('2020-02-29T') === true
  )
}

function soleYear(text: string): KnownYear | undefined {
  const years = text.match(/(?<!\d)20\d\d(?!\d)/g)
  return years?.length === 1 ? { year: years[0]!, told: true } : undefined
}
