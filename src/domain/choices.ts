import type { Choice } from '../time/doubt.ts'
import { zonedWall } from '../time/zoned-wall.ts'
import { readToldTime, type ToldTime } from './told-time.ts'

/** A time as findings and choices tell it. */
export type Told = { start: string; end?: string | undefined; allDay?: boolean | undefined }

/**
 * Choices that were made for the first of them, made anew for `taken`: what each changes – the day, the hour, the
 * zone – is changed there. The first becomes `taken` itself; choices that then are the same are one. `[]` where
 * nothing is left to choose.
 */
export function choicesAround(choices: Choice[], taken: Told): Choice[] {
  const [base, ...others] = choices
  if (!base) return []
  const first = choiceOf(taken.start, taken.end, taken.allDay, base.from)
  const all = [first, ...others.flatMap(other => movedChoice(other, base, taken) ?? [])]
  const distinct = all.filter(
    (one, at) =>
      all.findIndex(other => momentOf(other.start) === momentOf(one.start) && isSameEnd(other, one)) === at,
  )
  return distinct.length > 1 ? distinct : []
}

/** The moment of a time, or its words where it has no zone or hour: equal for what takes place at the same time. */
function momentOf(told: string): number | string {
  const { offset, wall } = readToldTime(told) ?? {}
  return offset ? Date.parse(`${wall}${offset === 'UTC' ? 'Z' : offset}`) : told
}

function isSameEnd(one: Choice, other: Choice): boolean {
  return (
    one.end === other.end ||
    one.end === undefined ||
    other.end === undefined ||
    momentOf(one.end) === momentOf(other.end)
  )
}

function movedChoice(choice: Choice, base: Choice, taken: Told): Choice | null {
  const start = movedTime(choice.start, base.start, taken.start)
  if (start === null) return null
  const end =
    taken.end === undefined
      ? choice.end
      : (choice.end && base.end && movedTime(choice.end, base.end, taken.end)) ||
        movedTime(choice.start, base.start, taken.start, taken.end)
  return choiceOf(
    start,
    end ?? undefined,
    choice.allDay ?? (base.allDay ? undefined : taken.allDay),
    choice.from,
  )
}

/** What makes `one` of `base`, done to `taken` (or to `of`, which belongs to it). Null where one of them is no time. */
function movedTime(one: string, base: string, taken: string, of = taken): string | null {
  if (base === taken && of === taken) return one
  const [told, from, to] = [readToldTime(one), readToldTime(base), readToldTime(of)]
  if (!told || !from || !to) return null
  if (told.isDay || from.isDay || to.isDay) return onDay(told, from, to)
  const wall = shifted(to.wall, Date.parse(`${told.wall}Z`) - Date.parse(`${from.wall}Z`))
  // The second of two equal hours is told apart by its offset alone, and only on that night.
  if (told.wall === from.wall && told.zone === from.zone)
    return to.wall === told.wall && to.zone === told.zone ? one : null
  return inZone(wall, told.zone === from.zone ? to.zone : told.zone)
}

function onDay(told: ToldTime, from: ToldTime, to: ToldTime): string {
  const days = Date.parse(told.wall.slice(0, 10)) - Date.parse(from.wall.slice(0, 10))
  if (to.isDay) return shifted(`${to.wall}T00:00:00`, days).slice(0, 10)
  return inZone(shifted(to.wall, days), to.zone)
}

function shifted(wall: string, ms: number): string {
  return new Date(Date.parse(`${wall}Z`) + ms).toISOString().slice(0, 19)
}

function inZone(wall: string, zone: string | null): string {
  return zonedWall(wall, zone).time
}

function choiceOf(
  start: string,
  end: string | undefined,
  allDay: boolean | undefined,
  from: string | undefined,
): Choice {
  return { start, ...(end && { end }), ...(allDay && { allDay }), ...(from && { from }) }
}
