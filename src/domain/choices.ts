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
  const length = lengthOf(taken)
  const differs = choice.end !== undefined && base.end !== undefined
  const end =
    length === null ? choice.end : after(start, length + (differs ? lengthOf(choice)! - lengthOf(base)! : 0))
  return choiceOf(start, end, choice.allDay ?? (base.allDay ? undefined : taken.allDay), choice.from)
}

/** By the clock, in milliseconds; null where no end is told. */
function lengthOf({ start, end }: Told): number | null {
  const [from, to] = [readToldTime(start), readToldTime(end ?? '')]
  return from && to && from.isDay === to.isDay ? epochOfWall(to) - epochOfWall(from) : null
}

function after(start: string, ms: number): string | undefined {
  const from = readToldTime(start)
  if (!from || ms < 0) return undefined
  const wall = wallText(epochOfWall(from) + ms)
  return from.isDay ? wall.slice(0, 10) : zonedWall(wall, from.zone).time
}

/** What makes `one` of `base`, done to `taken`. Null where one of them is no time. */
function movedTime(one: string, base: string, taken: string): string | null {
  if (base === taken) return one
  const [told, from, to] = [readToldTime(one), readToldTime(base), readToldTime(taken)]
  if (!told || !from || !to || ![told, from, to].every(isOfCalendar)) return null
  const isOfOwnZone = told.zone !== from.zone
  // The same moment, told in another zone: what is of a zone of its own stays as it is.
  if (isOfOwnZone && momentOf(base) === momentOf(taken)) return one
  // The second of two equal hours is told apart by its offset alone, and only on that night.
  if (!isOfOwnZone && told.wall === from.wall)
    return to.wall === told.wall && to.zone === told.zone ? one : null
  const away = epochOfWall(told) - epochOfWall(from)
  if (to.isDay) return wallText(epochOfWall(to) + Math.round(away / dayMs) * dayMs).slice(0, 10)
  return zonedWall(wallText(epochOfWall(to) + away), isOfOwnZone && !told.isDay ? told.zone : to.zone).time
}

function isOfCalendar(told: ToldTime): boolean {
  return Number.isFinite(epochOfWall(told))
}

/** The milliseconds that a wall time would have in UTC. */
function epochOfWall({ wall, isDay }: ToldTime): number {
  return Date.parse(isDay ? wall : `${wall}Z`)
}

function wallText(epoch: number): string {
  return new Date(epoch).toISOString().slice(0, 19)
}

const dayMs = 86_400_000

function choiceOf(
  start: string,
  end: string | undefined,
  allDay: boolean | undefined,
  from: string | undefined,
): Choice {
  return { start, ...(end && { end }), ...(allDay && { allDay }), ...(from && { from }) }
}
