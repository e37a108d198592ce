import type { Entry } from '../entry.ts'
import type { Kind, RecordingState } from '../finding.ts'
import { type Timed, timedOf } from '../phase.ts'
import { recordingOf } from '../recording.ts'

export const wishes = ['must', 'like'] as const
export type Wish = (typeof wishes)[number]

/** What the reader decided by hand, against whatever the plan would have chosen. */
export const pins = ['live', 'later'] as const
export type Pin = (typeof pins)[number]

/**
 * An entry, or a session, as a plan is made with it. `recording` is what the curator and the links tell, whatever the
 * moment; `parentId` the event it is a session of, whether that is starred or not; `assumedMinutes` that of its
 * edition.
 */
export type Starred = Timed & {
  id: string
  kind: Kind
  wish: Wish
  pin: Pin | null
  recording: RecordingState
  parentId: string | null
  assumedMinutes: number
}

type Chosen = { wish: Wish; pin?: Pin | null; parentId?: string | null; assumedMinutes: number }

export function starredOf(
  entry: Entry,
  { wish, pin = null, parentId = null, assumedMinutes }: Chosen,
): Starred {
  const { id, kind } = entry
  return { ...timedOf(entry), id, kind, wish, pin, parentId, assumedMinutes, recording: recordingOf(entry) }
}
