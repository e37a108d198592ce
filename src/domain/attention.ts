import type { Entry } from './entry.ts'
import type { FieldDoubt } from './finding.ts'
import { leads } from './link-health.ts'
import { phaseOf, type Reckoning, takesPlace, timedOf } from './phase.ts'
import { recordingOf } from './recording.ts'

/**
 * What an entry still needs from its curator. Pages say it plainly to everybody, from `code` in the reader's
 * language: an honest gap is better than a guess.
 */
export type Task =
  | { code: 'time-not-told' | 'hour-not-told' | 'link-missing' | 'link-gone' | 'recording-not-told' }
  | { code: 'doubt'; doubt: FieldDoubt }

/** The tasks of one entry at a moment, the most important first. */
export function tasksOf(entry: Entry, now: number, reckoning: Reckoning): Task[] {
  const tasks: Task[] = []
  const { precision } = entry.time
  if (entry.kind === 'event' && precision === 'not-told') tasks.push({ code: 'time-not-told' })
  if (entry.kind === 'event' && precision === 'date-only') tasks.push({ code: 'hour-not-told' })
  const live = entry.links.filter(leads)
  if (entry.links.length === 0) tasks.push({ code: 'link-missing' })
  else if (live.length === 0) tasks.push({ code: 'link-gone' })
  if (isRecordingNotTold(entry, now, reckoning)) tasks.push({ code: 'recording-not-told' })
  for (const doubt of entry.doubts) tasks.push({ code: 'doubt', doubt })
  return tasks
}

/**
 * Asked only once it is surely over, and neither of what took place in a room alone nor of what took place
 * everywhere at the same local time, of which there is no one recording.
 */
function isRecordingNotTold(entry: Entry, now: number, reckoning: Reckoning): boolean {
  if (entry.kind !== 'event' || entry.attendance === 'offline' || !takesPlace(entry)) return false
  if (entry.time.zone === null) return false
  const { phase, probably } = phaseOf(timedOf(entry), now, reckoning)
  const state = recordingOf(entry)
  return phase === 'over' && !probably && (state === 'unknown' || state === 'expected')
}
