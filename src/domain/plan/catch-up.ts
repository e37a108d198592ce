import type { Precision } from '../event-time.ts'
import type { RecordingState } from '../finding.ts'
import { phaseOf, type Span, spanOf, takesPlace } from '../phase.ts'
import { recordingAt } from '../recording.ts'
import { type Hours, hindrancesOf } from './free-time.ts'
import { hasBeen } from './settle-alone.ts'
import type { Starred } from './starred.ts'

const day = 24 * 3_600_000

/** `lengthMs`: how long it was; null where that is not told, and of what lasted for days. */
type Missed = { id: string; span: Span; recording: RecordingState; lengthMs: number | null }

/**
 * What ran, in the order in which it ran. `watchable`, as a playlist: recordings that are there; `expected`: those that
 * should come; `unseen`: none, removed, or nobody knows. `length` is that of the playlist: what is told of it, and how
 * many there are whose length is not. A session whose whole is in the playlist counts with that.
 */
export type CaughtUp = {
  watchable: Missed[]
  expected: Missed[]
  unseen: Missed[]
  length: { ms: number; untold: number }
}

/**
 * What of these events was on after `since` and is over at `at`; with `asleep`, only what the reader could not watch,
 * as it was not wholly in waking hours, or was in a pause. O(n log n).
 */
export function catchUp(
  events: readonly Omit<Starred, 'wish' | 'pin'>[],
  {
    since,
    at,
    zone,
    asleep,
  }: { since: number; at: number; zone: string; asleep: Omit<Hours, 'zone'> | null },
): CaughtUp {
  const ran = events.flatMap(event => {
    const reckoning = { zone, assumedMinutes: event.assumedMinutes }
    const span = event.kind === 'event' && takesPlace(event) ? spanOf(event, reckoning) : null
    if (span === null || span.end <= since) return []
    const phase = phaseOf(event, at, reckoning)
    const recording = recordingAt({ recording: event.recording, links: [] }, phase)
    if (!hasBeen(span, recording, at)) return []
    const isTold = isStretch(event, span) && !span.assumed
    const lengthMs = isTold ? span.end - span.start : null
    return [{ event, span, missed: { id: event.id, span, recording, lengthMs } }]
  })
  const missed = asleep ? whileAsleep(ran, { ...asleep, zone }) : ran
  missed.sort((a, b) => a.span.start - b.span.start || (a.event.id < b.event.id ? -1 : 1))

  const playlist = missed.filter(each => each.missed.recording === 'available')
  const inPlaylist = new Set(playlist.map(each => each.event.id))
  const counted = playlist.filter(({ event }) => !inPlaylist.has(event.parentId ?? ''))
  return {
    watchable: playlist.map(each => each.missed),
    expected: missed.map(each => each.missed).filter(each => each.recording === 'expected'),
    unseen: missed
      .map(each => each.missed)
      .filter(each => each.recording !== 'available' && each.recording !== 'expected'),
    length: {
      ms: counted.reduce((sum, each) => sum + (each.missed.lengthMs ?? 0), 0),
      untold: counted.filter(each => each.missed.lengthMs === null).length,
    },
  }
}

type Ran = { event: Omit<Starred, 'wish' | 'pin'>; span: Span; missed: Missed }

/** Nobody sleeps through whole days. */
function whileAsleep(ran: readonly Ran[], hours: Hours): Ran[] {
  const short = ran.filter(({ event, span }) => isStretch(event, span))
  const hindrances = hindrancesOf(
    short.map(({ span }) => span),
    hours,
  )
  return short.filter((_, index) => hindrances[index] !== null)
}

function isStretch({ precision }: { precision: Precision }, { start, end }: Span): boolean {
  return precision === 'moment' && end - start < day
}
