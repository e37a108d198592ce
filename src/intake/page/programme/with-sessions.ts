import type { Finding } from '../../../domain/finding.ts'
import { readToldTime } from '../../../domain/told-time.ts'

/**
 * An event with the sessions that its page tells. Where its own time was only taken from among theirs, it lasts from
 * the first to the end of the last of them, where that is told, or from day to day.
 */
export function withSessions(
  event: Finding,
  sessions: Finding[],
  { isOwnTime }: { isOwnTime: boolean },
): Finding {
  const isKept = event.start !== undefined && (isOwnTime || isOfWhole(event, sessions))
  const own = isKept ? duringOf(event, sessions) : sessions
  if (own.length === 0) return event
  if (isKept) return { ...event, sessions: own, from: { ...event.from, sessions: 'text' } }
  const starts = own.map(({ start }) => start!).toSorted()
  const [first, last] = [starts[0]!, starts.at(-1)!]
  const { start: _, end: __, allDay: ___, doubts, told: ____, ...rest } = event
  const left = doubts?.filter(({ field }) => field !== 'start' && field !== 'end')
  const days =
    first.slice(0, 10) === last.slice(0, 10) || isOneNight(first, last)
      ? null
      : { start: first.slice(0, 10), end: last.slice(0, 10) }
  const ends = own.flatMap(({ end }) => end ?? []).toSorted()
  const ofFirst = own.find(({ start }) => start === first)?.doubts ?? []
  const all = days ? (left ?? []) : [...(left ?? []), ...ofFirst]
  return {
    ...rest,
    ...(days ?? { start: first, ...(ends.at(-1)! > last && { end: ends.at(-1)! }) }),
    sessions: own,
    ...(all.length > 0 && { doubts: all }),
    from: { ...event.from, start: 'text', sessions: 'text' },
  }
}

/** A night that goes on after midnight is no two days. */
function isOneNight(first: string, last: string): boolean {
  const hours = (Date.parse(`${last.slice(0, 19)}Z`) - Date.parse(`${first.slice(0, 19)}Z`)) / 3_600_000
  return first.slice(11, 13) >= '18' && hours <= 12
}

/** Whether its hours are those of all and not those of one session that the page happens to tell first. */
function isOfWhole(event: Finding, sessions: Finding[]): boolean {
  const wall = (time: string | undefined) => time?.slice(0, 19)
  const isTaken = sessions.some(
    ({ start, end }) => wall(start) === wall(event.start) && wall(end) === wall(event.end),
  )
  return !isTaken && duringOf(event, sessions).length === sessions.length
}

/** Those on the days of the event: another event's programme may stand on the same page. */
function duringOf({ start, end }: Finding, sessions: Finding[]): Finding[] {
  const [first, last] = [
    readToldTime(start ?? '')?.wall.slice(0, 10),
    readToldTime(end ?? '')?.wall.slice(0, 10),
  ]
  return sessions.filter(session => {
    const day = session.start!.slice(0, 10)
    return first !== undefined && day >= first && day <= (last ?? first)
  })
}
