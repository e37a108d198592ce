import type { EventTime, Precision } from '../../../domain/event-time.ts'
import type { Typed } from './typed.ts'

/** A time as the form has it: a field for each part, `''` where nothing is told. */
export type WhenParts = {
  precision: string
  day: string
  start: string
  endDay: string
  end: string
  zone: string
  /** `on`: the same local time everywhere. */
  everywhere: string
}

export const precisions = ['moment', 'all-day', 'date-only', 'not-told'] as const satisfies Precision[]

/** An end on the day of the start has no day of its own. */
export function partsOfTime({ precision, start, end, zone }: EventTime): WhenParts {
  const isMoment = precision === 'moment'
  const day = start?.slice(0, 10) ?? ''
  const endDay = end?.slice(0, 10) ?? ''
  return {
    precision,
    day,
    start: isMoment && start !== null ? clockOf(start) : '',
    endDay: isMoment && endDay === day ? '' : endDay,
    end: isMoment && end !== null ? clockOf(end) : '',
    zone: zone ?? '',
    everywhere: isMoment && zone === null ? 'on' : '',
  }
}

export function partsTyped(typed: Typed): WhenParts {
  const of = (name: string) => (typed.get(`when.${name}`) ?? '').trim()
  return {
    precision: of('precision'),
    day: of('day'),
    start: of('start'),
    endDay: of('end-day'),
    end: of('end'),
    zone: of('zone'),
    everywhere: of('everywhere'),
  }
}

/** The parts as fields of a form. */
export function fieldsOfParts(parts: WhenParts): [string, string][] {
  const { precision, day, start, endDay, end, zone, everywhere } = parts
  return [
    ['when.precision', precision],
    ['when.day', day],
    ['when.start', start],
    ['when.end-day', endDay],
    ['when.end', end],
    ['when.zone', zone],
    ...(everywhere ? ([['when.everywhere', everywhere]] as [string, string][]) : []),
  ]
}

/** In which parts two differ. */
export function partsChanged(before: WhenParts, after: WhenParts): (keyof WhenParts)[] {
  return (Object.keys(before) as (keyof WhenParts)[]).filter(part => before[part] !== after[part])
}

/** Its seconds stand where there are any: `14:00`, `14:00:30`. */
function clockOf(wall: string): string {
  return wall.slice(11, wall.slice(16, 19) === ':00' ? 16 : 19)
}
