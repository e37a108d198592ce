import type { Choice } from '../time/doubt.ts'
import { zonedWall } from '../time/zoned-wall.ts'
import { choicesAround } from './choices.ts'
import type { EventTime } from './event-time.ts'
import type { FieldDoubt } from './finding.ts'
import { eventTimeOf } from './instants-of.ts'

/**
 * A doubt settled by one of its choices: the time as it then is, and what is still in doubt. The other doubts'
 * choices are made anew for that time; a doubt that left the same choices is settled with it.
 *
 * @throws RangeError for a choice that is no time
 */
export function settleDoubt(
  doubts: FieldDoubt[],
  { field, code }: Pick<FieldDoubt, 'field' | 'code'>,
  choice: Choice,
  homeZone: string,
): { time: EventTime; doubts: FieldDoubt[] } {
  const settled = doubts.find(one => one.field === field && one.code === code)
  const asked = startsOf(settled)
  const left = doubts.filter(one => one !== settled && (asked === '' || startsOf(one) !== asked))
  return { time: eventTimeOf(choice, homeZone), doubts: left.map(one => doubtAround(one, choice)) }
}

/** A doubt as it stands about another time. */
export function doubtAround(
  doubt: FieldDoubt,
  taken: { start: string; end?: string; allDay?: boolean },
): FieldDoubt {
  if (!doubt.choices) return doubt
  const { choices, ...bare } = doubt
  const around = choicesAround(choices, taken)
  return around.length ? { ...bare, choices: around } : bare
}

/** A time as choices tell it. */
export function toldOf({ precision, start, end, zone }: EventTime): Choice {
  const told = (wall: string) => (precision === 'moment' ? zonedWall(wall, zone).time : wall)
  return {
    start: start === null ? '' : told(start),
    ...(end !== null && { end: told(end) }),
    ...(precision === 'all-day' && { allDay: true as const }),
  }
}

function startsOf(doubt: FieldDoubt | undefined): string {
  return (doubt?.choices ?? []).map(({ start }) => start).join(' ')
}
