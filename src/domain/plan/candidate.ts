import type { Decision } from './decision.ts'
import type { Worth } from './worth.ts'

/**
 * What may be watched live: it takes time, and the reader is awake. `start` is when one would begin to watch (now,
 * where it is on already), `begins` when it began. A whole that has sessions among the candidates lasts as long as
 * those of them that overlap it.
 */
export type Candidate = {
  id: string
  start: number
  begins: number
  end: number
  assumed: boolean
  worth: Worth
  /** The event it is a session of, or its sessions, which are no clash with it. */
  whole: Candidate | null
  sessions: Candidate[]
  /** What it is if it is not watched live. */
  otherwise: Decision
}

/** The order of a plan: by start, a whole before its sessions, then by id. */
export function inOrder(a: Candidate, b: Candidate): number {
  if (a.begins !== b.begins) return a.begins - b.begins
  const whole = Number(b.sessions.length > 0) - Number(a.sessions.length > 0)
  return whole || (a.id < b.id ? -1 : 1)
}

export function isPinned({ otherwise }: Candidate): boolean {
  return otherwise.pin === 'live'
}

export function areRelated(a: Candidate, b: Candidate): boolean {
  return a.whole === b || b.whole === a
}
