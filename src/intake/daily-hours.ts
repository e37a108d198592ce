import { addDays } from '../time/days.ts'

type Session = { start: string; end: string | null }

/** Shorter ones are meetings, of which each is one: what is open this long is open to whoever comes in between. */
const shortestOpen = 3

/**
 * "14–20 December, daily 10:00–17:30": the first and the last day of what is open at the same hours on each of three
 * days and more. The hours stay in the words. Null where the sessions are anything else.
 */
export function openDays(sessions: Session[]): { start: string; end: string } | null {
  const [first] = sessions
  if (!first || sessions.length < 3) return null
  const hours = hoursOf(first)
  if (hours === null || hours < shortestOpen) return null
  const from = first.start.slice(0, 10)
  const isEachDay = sessions.every(
    ({ start, end }, at) =>
      start.slice(0, 10) === addDays(from, at) &&
      clockOf(start) === clockOf(first.start) &&
      clockOf(end) === clockOf(first.end),
  )
  return isEachDay ? { start: from, end: addDays(from, sessions.length - 1) } : null
}

function clockOf(moment: string | null): string | null {
  return moment?.slice(11, 16) ?? null
}

function hoursOf({ start, end }: Session): number | null {
  if (!end?.includes('T') || !start.includes('T')) return null
  return (Date.parse(`${end.slice(0, 19)}Z`) - Date.parse(`${start.slice(0, 19)}Z`)) / 3_600_000
}
