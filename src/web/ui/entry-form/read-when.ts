import { choicesAround } from '../../../domain/choices.ts'
import { type EventTime, notTold } from '../../../domain/event-time.ts'
import type { FieldDoubt } from '../../../domain/finding.ts'
import { isDay } from '../../../time/days.ts'
import type { Choice } from '../../../time/doubt.ts'
import { epochOf } from '../../../time/instants.ts'
import { zonedWall } from '../../../time/zoned-wall.ts'
import type { FormContext, Problem } from './form-state.ts'
import { zonesTyped } from './read-zone.ts'
import type { WhenParts } from './when-parts.ts'

/** What the parts of a time tell: the time, or what is wrong with them, and what they leave open. */
export type WhenRead = { time: EventTime | null; problems: Problem[]; doubts: FieldDoubt[] }

/**
 * The time that parts tell, as somebody changed them. Nothing is guessed: an hour that does not exist on that day is
 * refused, one that comes twice and a zone that may be several are doubts with their choices.
 *
 * @param changed which of them differ from what the form showed
 */
export function readWhen(parts: WhenParts, changed: (keyof WhenParts)[], context: FormContext): WhenRead {
  const { precision, day, endDay } = parts
  if (precision === 'not-told') {
    const isMeant = changed.includes('precision') || !changed.some(part => part !== 'everywhere')
    return isMeant ? told(notTold) : wrong('when.precision', 'form.wrong.not-told')
  }
  if (!isDay(day)) return wrong('when.day', day ? 'form.wrong.day' : 'form.wrong.day-missing', { told: day })
  if (endDay && !isDay(endDay)) return wrong('when.end-day', 'form.wrong.day', { told: endDay })
  if (endDay && endDay < day) return wrong('when.end-day', 'form.wrong.end-day')
  if (precision === 'moment') return readMoment(parts, context)
  if (precision !== 'all-day' && precision !== 'date-only')
    return wrong('when.precision', 'form.wrong.precision')
  // A day is that day for every reader; where a zone was told with it, it stays as long as nobody changes it.
  const zone = changed.includes('zone') || changed.includes('precision') ? null : parts.zone || null
  return told({ precision, start: day, end: endDay > day ? endDay : null, zone })
}

function readMoment(parts: WhenParts, context: FormContext): WhenRead {
  const { day, endDay, everywhere } = parts
  if (!parts.start) return wrong('when.start', 'form.wrong.hour-missing')
  const start = wallOf(day, parts.start)
  if (start === null) return wrong('when.start', 'form.wrong.hour', { told: parts.start })
  if (endDay && !parts.end) return wrong('when.end', 'form.wrong.end-hour-missing')
  const end = parts.end ? wallOf(endDay || day, parts.end) : null
  if (parts.end && end === null) return wrong('when.end', 'form.wrong.hour', { told: parts.end })
  if (everywhere) {
    if (end !== null && end <= start) return wrong('when.end', 'form.wrong.end')
    return told({ precision: 'moment', start, end, zone: null })
  }
  if (!parts.zone) return wrong('when.zone', 'form.wrong.zone-missing')
  const { zones, code } = zonesTyped(parts.zone, start, context.locale)
  if (!zones[0]) return wrong('when.zone', 'form.wrong.zone', { told: parts.zone })
  const read = readInZone(start, end, zones[0])
  if (code === null || zones.length < 2 || read.problems.length) return read
  const choices = zones.map(zone => choiceOf(start, end, zone))
  const doubt = {
    field: 'start',
    code,
    says: `“${parts.zone}” may stand for ${zones.join(' or ')}.`,
    choices,
  }
  return { ...read, doubts: [doubt, ...read.doubts] }
}

function readInZone(start: string, end: string | null, zone: string): WhenRead {
  const startDoubts = zonedWall(start, zone).doubts
  const endDoubts = end === null ? [] : zonedWall(end, zone).doubts
  const isSkipped = ({ code }: { code: string }) => code === 'time-skipped'
  if (startDoubts.some(isSkipped)) return wrong('when.start', 'form.wrong.skipped', clock(start))
  if (end !== null && endDoubts.some(isSkipped)) return wrong('when.end', 'form.wrong.skipped', clock(end))
  const doubts: FieldDoubt[] = []
  for (const doubt of startDoubts) {
    const choices = [choiceOf(start, end, zone), secondStart(start, end, zone)]
    doubts.push({ ...doubt, field: 'start', choices })
  }
  // Where both hours come twice on one night, whoever knows the first knows the second.
  if (end !== null && startDoubts.length === 0)
    for (const doubt of endDoubts) {
      const choices = [choiceOf(start, end, zone), secondEnd(start, end, zone)]
      doubts.push({ ...doubt, field: 'end', choices })
    }
  const last = end !== null && endDoubts.length ? instantOf(later(end, zone)) : end && epochOf(end, zone)
  if (last !== null && Number(last) <= epochOf(start, zone)) return wrong('when.end', 'form.wrong.end')
  return { time: { precision: 'moment', start, end, zone }, problems: [], doubts }
}

/** A moment in a zone, as a choice tells it. */
function choiceOf(start: string, end: string | null, zone: string): Choice {
  return { start: zonedWall(start, zone).time, ...(end !== null && { end: zonedWall(end, zone).time }) }
}

function secondStart(start: string, end: string | null, zone: string): Choice {
  return { start: later(start, zone), ...(end !== null && { end: later(end, zone) }) }
}

/** An end that is the second of two equal hours can be told on clocks that do not go back. */
function secondEnd(start: string, end: string, zone: string): Choice {
  const fixed = zonedWall(start, zone).time.slice(19, 25)
  const moved = Temporal.ZonedDateTime.from(later(end, zone)).withTimeZone(fixed).toPlainDateTime()
  return choiceOf(start, moved.toString({ smallestUnit: 'second' }), fixed)
}

function later(wall: string, zone: string): string {
  const moment = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'later' })
  return moment.toString({ smallestUnit: 'second' })
}

function instantOf(time: string): number {
  return Temporal.ZonedDateTime.from(time).epochMilliseconds
}

/** Which of a doubt's choices was meant, made anew for the time as it is now. */
export function choiceAround(choices: Choice[], picked: Choice, time: Choice): Choice {
  const [base] = choices
  const around = choicesAround([base!, picked], time)
  return around[1] ?? around[0] ?? time
}

export function wallOf(day: string, clock: string): string | null {
  const [, hours, minutes, seconds = '00'] = /^(\d\d?)[:.h](\d\d)(?::(\d\d))?$/.exec(clock) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  return `${day}T${hours.padStart(2, '0')}:${minutes}:${seconds}`
}

function clock(wall: string) {
  return { time: wall.slice(11, 16), day: wall.slice(0, 10) }
}

function told(time: EventTime): WhenRead {
  return { time, problems: [], doubts: [] }
}

function wrong(field: string, key: Problem['key'], values?: Problem['values']): WhenRead {
  return { time: null, problems: [{ field, key, ...(values && { values }) }], doubts: [] }
}
