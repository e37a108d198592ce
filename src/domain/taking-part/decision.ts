import type { CommentState } from '../comment.ts'

/** What a curator does with what others said. `wait` puts it back among what waits. */
const decisions = ['approve', 'spam', 'bin', 'wait'] as const
export type Decision = (typeof decisions)[number]

export function isDecision(word: string): word is Decision {
  return (decisions as readonly string[]).includes(word)
}

export const stateAfter: Record<Decision, CommentState> = {
  approve: 'approved',
  spam: 'spam',
  bin: 'removed',
  wait: 'pending',
}

/** What a decision teaches: what is thrown away may be rude, or said twice; that it is spam nobody has said. */
export const teaches: Record<Decision, 'spam' | 'real' | null> = {
  approve: 'real',
  spam: 'spam',
  bin: null,
  wait: null,
}

/** What the queue can be narrowed to. */
export const queueViews = ['waiting', 'reported', 'spam', 'bin', 'approved'] as const
export type QueueView = (typeof queueViews)[number]
