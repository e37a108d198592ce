import type { CommentState } from './comment.ts'

/** How long what stands before everybody may still be put otherwise: others may have answered it. */
export const editableMs = 15 * 60_000

/** `decidedBy`: who in the house said what becomes of it, if anybody has. */
type Standing = { state: CommentState; at: number; decidedBy: string | null }

/** What waits may be changed as long as it waits, what was put away by somebody not at all. */
export function mayEditComment({ state, at, decidedBy }: Standing, now: number): boolean {
  if (state === 'approved') return now - at < editableMs
  return state !== 'removed' && decidedBy === null
}

/** What somebody said, they may take back at any time. */
export function mayTakeBack({ state }: Pick<Standing, 'state'>): boolean {
  return state !== 'removed'
}

/** What its writer is told of it: that it was taken for spam helps only those who send it. */
export function standingForWriter(state: CommentState): 'shown' | 'held' | 'gone' {
  if (state === 'approved') return 'shown'
  return state === 'removed' ? 'gone' : 'held'
}
