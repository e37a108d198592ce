import type { Content } from './content.ts'
import type { Entry, Link } from './entry.ts'
import type { RecordingState } from './finding.ts'
import { leads } from './link-health.ts'
import type { PhaseAt } from './phase.ts'

/**
 * The recording's state as far as it is known from what the curator said and from the links: where a link to a
 * recording was found, there is one, unless it is said to be removed or that none is planned.
 */
export function recordingOf(entry: Pick<Entry, 'recording' | 'links'>): RecordingState {
  const open = entry.recording === 'unknown' || entry.recording === 'expected'
  return open && entry.links.some(isRecording) ? 'available' : entry.recording
}

/**
 * What a reader is told of the recording at a phase. Nothing can have been recorded before the end: until then
 * only what is planned is said. Where the end is not told, a recording that is there proves that it is over.
 */
export function recordingAt(entry: Pick<Entry, 'recording' | 'links'>, at: PhaseAt): RecordingState {
  const state = recordingOf(entry)
  const planned = state === 'none' || state === 'expected' || state === 'unknown'
  return planned || mayBeRecorded(at) ? state : 'expected'
}

/** False before the end: no recording is attached to a coming or a running event. */
function mayBeRecorded({ phase, probably }: PhaseAt): boolean {
  return phase === null || phase === 'over' || (phase === 'on' && probably)
}

/** Whether a curator may say so at this phase, coming from this state. */
export function mayBecome(from: RecordingState, to: RecordingState, at: PhaseAt): boolean {
  if (to === 'available') return mayBeRecorded(at)
  if (to === 'removed') return from === 'available' || from === 'removed'
  return true
}

/** Streamed and recorded are different facts: a stream may stay as a recording or not. */
export function isStreamed(entry: Pick<Entry, 'links'>): boolean {
  return entry.links.some(link => link.role === 'livestream')
}

function isRecording(link: Link): boolean {
  return link.role === 'recording' && leads(link)
}

/** What is told of the recording: that it is there, with its address, or what else is said of it. */
export type RecordingTold =
  | { state: 'available'; url: string; title: string | null }
  | { state: Exclude<RecordingState, 'available'> }

/** What an entry says of its recording, and its links, once that is told. */
export function withRecording(
  { links }: Pick<Content, 'links'>,
  told: RecordingTold,
): Pick<Content, 'recording' | 'links'> {
  if (told.state !== 'available') return { recording: told.state, links }
  const link = { role: 'recording' as const, url: told.url, title: told.title }
  const others = links.filter(({ role, url }) => role !== link.role || url !== link.url)
  return { recording: told.state, links: [...others, link] }
}
