import type { FieldDoubt, Provenance } from '../../domain/finding.ts'
import type { Choice, DoubtCode } from '../../time/doubt.ts'
import { readTime } from '../../time/read-time.ts'
import { wallText, zonedInstant } from '../zoned-time.ts'
import { type Moment, readLength, readMoment } from './moment.ts'
import { addDoubt, type EventTime, ofSeen } from './seen-time.ts'
import type { SeenTime } from './times-seen.ts'
import { bare, inZone, seenOn, type TimeClues, withZone, type Zoned } from './zone-of-moment.ts'

/** What one source tells of when: strings as they were found. */
export type ToldTime = { source: Provenance; start: string; end?: string; duration?: string }

/**
 * When an event takes place, out of all that a page tells of it, the most trusted source first. The most exact one
 * on the first one's day is taken; where two of them name different moments, or the text contradicts the data, the
 * answer carries a doubt.
 */
export function settleTime(told: ToldTime[], clues: TimeClues): EventTime {
  const read = told.flatMap(one => {
    const start = momentOf(one.start, clues)
    return start ? [{ told: one, start }] : []
  })
  const first = read[0]
  if (!first) return nothing()
  if (!first.start.day) {
    const time = first.start.clock?.slice(0, 5)
    return time
      ? {
          time,
          doubts: [doubt('date-missing', 'start', 'The hour is told and the day is not.')],
          from: { start: first.told.source },
        }
      : nothing()
  }
  const best = read.find(one => one.start.day === first.start.day && hasHour(one)) ?? first
  const answer = settleOne(best, clues)
  for (const one of answer.doubts)
    if (one.code === 'sources-disagree')
      one.choices = one.choices?.map(choice => ({ ...choice, from: choice.from ?? best.told.source }))
  for (const other of read) {
    if (other !== best && other.start.day && contradicts(best.start, other.start))
      addDoubt(answer, sourcesDisagree(best, answer, other, settleOne(other, clues)))
  }
  return answer
}

function settleOne(one: Read, clues: TimeClues): EventTime {
  return isPlaceholder(one) ? settleDays(one, clues) : settleHour(one, clues)
}

function sourcesDisagree(one: Read, taken: EventTime, other: Read, untaken: EventTime): FieldDoubt {
  const says = `The page's ${one.told.source} says ${one.told.start} and its ${other.told.source} ${other.told.start}.`
  const choices = [
    { ...timeOf(taken), from: one.told.source },
    { ...timeOf(untaken), from: other.told.source },
  ]
  return { code: 'sources-disagree', field: 'start', says, choices }
}

function timeOf({ start = '', end, allDay }: EventTime): Choice {
  return { start, ...(end && { end }), ...(allDay && { allDay }) }
}

type Read = { told: ToldTime; start: Moment }

function momentOf(text: string, clues: TimeClues): Moment | null {
  const read = readMoment(text)
  if (read) return read
  const { published, language } = clues
  const reading = readTime(text.slice(0, 200), {
    ...(published && { published }),
    ...(language && { language }),
  }).readings[0]
  if (!reading) return null
  return readMoment(reading.start) ?? null
}

function hasHour({ start, told }: Read): boolean {
  return start.clock !== undefined && !isPlaceholder({ start, told })
}

/** Midnight with nothing after it, or up to midnight, stands where a form asked for an hour and nobody knew one. */
function isPlaceholder({ start, told }: Read): boolean {
  if (!start.clock) return true
  if (start.clock !== '00:00:00') return false
  const end = told.end ? readMoment(told.end) : null
  if (told.duration && !end) return (readLength(told.duration) ?? 0) % 1440 === 0
  return !end?.clock || /^(?:00:00|23:5\d)/.test(end.clock)
}

/** Only days are told; an hour that the text tells for that day is more than that. */
function settleDays({ told, start }: Read, clues: TimeClues): EventTime {
  const day = start.day!
  const end = told.end ? readMoment(told.end) : null
  const length = told.duration ? readLength(told.duration) : null
  let last = end?.day ?? (length && length >= 1440 ? addDays(day, Math.round(length / 1440) - 1) : undefined)
  const isMidnight = start.clock !== undefined && end?.clock !== undefined
  if (isMidnight && end.clock!.startsWith('00:00') && last && last > day) last = addDays(last, -1)
  const seen = seenOn(day, clues)
  const hours = new Set(seen.map(time => time.start.slice(11, 16)))
  if (hours.size === 1 && (!last || last === day)) {
    const answer = ofSeen(seen[0]!, clues)
    return { ...answer, from: { start: 'text', end: 'text' } }
  }
  const answer: EventTime = { start: day, doubts: [], from: { start: told.source } }
  if (last && last > day) {
    answer.end = last
    answer.from.end = told.source
    answer.allDay = true
  } else if (isMidnight) {
    answer.end = day
    answer.allDay = true
  }
  return answer
}

function settleHour(best: Read, clues: TimeClues): EventTime {
  const { told, start } = best
  const answer: EventTime = { doubts: [], from: { start: told.source } }
  const zoned = inZone(start, clues)
  for (const one of zoned.doubts) addDoubt(answer, one)
  answer.start = zoned.text
  const [shown] = seenOn(start.day!, clues).toSorted((a, b) => isAt(b, zoned.text) - isAt(a, zoned.text))
  if (shown) answer.told = shown.phrase
  const end = endOf(told, start, zoned, clues)
  if (end) {
    answer.end = end.text
    answer.from.end = end.source
  }
  return answer
}

function endOf(
  told: ToldTime,
  start: Moment,
  zoned: Zoned,
  clues: TimeClues,
): { text: string; source: Provenance } | null {
  const begin = zoned.epoch ?? Date.parse(`${zoned.text}Z`)
  const isAfter = (epoch: number) => epoch > begin && epoch - begin < 40 * dayMs
  const end = told.end ? momentOf(told.end, clues) : null
  const length = told.duration ? readLength(told.duration) : null
  if (end) {
    const day = end.day ?? start.day
    if (!end.clock) {
      if (day && day > start.day!) return { text: day, source: told.source }
    } else {
      const offset = end.offset ?? (end.day ? undefined : start.offset)
      const shift = Date.parse(`${zoned.text.slice(0, 19)}Z`) - Date.parse(`${start.day}T${start.clock}Z`)
      const wallMs = Date.parse(`${day}T${end.clock}Z`) + (offset ? 0 : shift)
      const text = offset
        ? atEpoch(
            Date.parse(`${day}T${end.clock}${offset}`) +
              (start.offset === offset && isTakenAsLocal(zoned, start)
                ? begin - Date.parse(`${start.day}T${start.clock}${offset}`)
                : 0),
            zoned.zone,
          )
        : zoned.zone
          ? withZone(wallText(wallMs), zoned.zone).text
          : wallText(wallMs)
      if (isAfter(epochIn(text))) return { text, source: told.source }
    }
  }
  if (length && length > 0) {
    const text =
      zoned.epoch === undefined
        ? wallText(begin + length * 60_000)
        : atEpoch(begin + length * 60_000, zoned.zone)
    return { text, source: told.source }
  }
  const shown = seenOn(start.day!, clues).find(
    time => time.end && time.start.slice(11, 16) === zoned.text.slice(11, 16),
  )
  if (!shown?.end) return null
  const wall = shown.end.slice(0, 19)
  const text = zoned.zone && wall.length === 19 ? withZone(wall, zoned.zone).text : wall
  return isAfter(epochIn(text)) ? { text, source: 'text' } : null
}

function isAt(seen: SeenTime, told: string): number {
  return Number(seen.start.slice(11, 16) === told.slice(11, 16))
}

function isTakenAsLocal(zoned: Zoned, start: Moment): boolean {
  return zoned.epoch !== undefined && zoned.epoch !== Date.parse(`${start.day}T${start.clock}${start.offset}`)
}

function contradicts(one: Moment, other: Moment): boolean {
  if (one.day !== other.day && !(one.offset && other.offset)) return true
  if (!one.clock || !other.clock || other.clock === '00:00:00') return false
  if (one.offset && other.offset) return instantOf(one) !== instantOf(other)
  return one.offset === other.offset && one.clock.slice(0, 5) !== other.clock.slice(0, 5)
}

function instantOf(moment: Moment): number {
  return Date.parse(`${moment.day}T${moment.clock}${moment.offset}`)
}

function atEpoch(epoch: number, zone: string | undefined): string {
  return zone ? zonedInstant(epoch, zone) : `${wallText(epoch)}+00:00[UTC]`
}

function epochIn(text: string): number {
  const plain = bare(text)
  return Date.parse(/[zZ]$|[+-]\d\d:\d\d$/.test(plain) ? plain : `${plain}Z`)
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10)
}

function doubt(code: DoubtCode, field: string, says: string): FieldDoubt {
  return { code, field, says }
}

function nothing(): EventTime {
  return { doubts: [], from: {} }
}

const dayMs = 86_400_000
