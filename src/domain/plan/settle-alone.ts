import type { RecordingState } from '../finding.ts'
import { phaseOf, type Span, spanOf } from '../phase.ts'
import { recordingAt } from '../recording.ts'
import type { Decision, ReasonCode } from './decision.ts'
import type { Starred } from './starred.ts'

const day = 24 * 3_600_000

/**
 * What can be said of one that is starred whatever else is: a decision, or, for what may be watched live, what
 * becomes of it otherwise (`codeOf` says why).
 */
export type Alone =
  | { decision: Decision }
  | { span: Span; start: number; otherwise: (code: ReasonCode) => Decision }

export function settleAlone(item: Starred, at: number, zone: string): Alone {
  const { id, wish, pin, status, kind } = item
  const reckoning = { zone, assumedMinutes: item.assumedMinutes }
  const span = spanOf(item, reckoning)
  const phase = phaseOf(item, at, reckoning)
  const recording = recordingAt({ recording: item.recording, links: [] }, phase)
  const decide = (choice: Decision['choice'], code: ReasonCode): Decision => {
    const held = pin === null || pin === choice
    return { id, wish, pin, held, choice, reason: reasonOf(code), span, recording }
  }
  const later = recording === 'available' || recording === 'expected'
  const otherwise = (code: ReasonCode) => decide(later ? 'later' : 'missed', code)

  if (status === 'cancelled' || status === 'postponed') return { decision: decide('off', status) }
  if (kind !== 'event') return { decision: decide('open', 'anytime') }
  if (span === null)
    return {
      decision: recording === 'available' ? decide('later', 'not-told') : decide('untimed', 'not-told'),
    }
  if (hasBeen(span, recording, at)) return { decision: otherwise('over') }
  if (item.precision === 'date-only') return { decision: decide('untimed', 'hour-not-told') }
  if (item.precision === 'all-day') return { decision: decide('open', 'whole-day') }
  if (span.end - span.start >= day) return { decision: decide('open', 'for-days') }
  if (pin === 'later') return { decision: { ...otherwise('chosen'), held: later } }
  return { span, start: Math.max(span.start, at), otherwise }
}

export function reasonOf(code: ReasonCode): Decision['reason'] {
  return { code, because: null, others: [], more: 0 }
}

/** Where the end is not told, a recording that is there, or was, proves that it is over. */
export function hasBeen(span: Span, recording: RecordingState, at: number): boolean {
  const isProof = span.assumed && (recording === 'available' || recording === 'removed')
  return at >= (isProof ? span.start : span.end)
}
