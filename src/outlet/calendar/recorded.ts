import type { RecordingState } from '../../domain/finding.ts'
import { phaseOf, spanOf, timedOf } from '../../domain/phase.ts'
import { recordingAt, recordingOf } from '../../domain/recording.ts'
import type { CalendarItem } from './item.ts'

/** `at`: when what is said of the recording became, or becomes, so by the end of the event alone; null: nothing waits for that. */
type Recorded = { state: RecordingState; at: number | null }

/** What a calendar says of a recording: none before its event is over. A floating event is over when it is everywhere. */
export function recordedOf({ entry, assumedMinutes }: CalendarItem, now: number): Recorded {
  const known = recordingOf(entry)
  if (known !== 'available' && known !== 'removed') return { state: known, at: null }
  const timed = timedOf(entry)
  const reckoning = { zone: '-12:00', assumedMinutes }
  const span = spanOf(timed, reckoning)
  const at = span && (span.assumed ? span.start : span.end)
  return { state: recordingAt(entry, phaseOf(timed, now, reckoning)), at }
}

/** When what is told of an item last changed: its own last change, or its end, if only after that its recording is told. */
export function changedAt(item: CalendarItem, now: number): number {
  const { at } = recordedOf(item, now)
  return at !== null && at <= now ? Math.max(item.entry.updatedAt, at) : item.entry.updatedAt
}
