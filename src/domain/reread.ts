import { hasFailedLong, nextAttempt, type Pacing } from './source-pace.ts'

/** What an answer told of the address that is read again and again, and what was kept of the one before. */
type Marks = { etag: string | null; lastModified: string | null }

/** What is kept once it was read, whatever it told. @param changed it told something else than before; at: epoch milliseconds */
export function afterReading(
  before: Marks,
  answer: Marks & { url: string; notModified?: true },
  { changed, at }: { changed: boolean; at: number },
) {
  return {
    foundAt: answer.url,
    etag: answer.etag ?? (answer.notModified ? before.etag : null),
    lastModified: answer.lastModified ?? (answer.notModified ? before.lastModified : null),
    lastReadAt: at,
    ...(changed && { changedAt: at }),
    failures: 0,
    failingSince: null,
    error: null,
  }
}

/**
 * What becomes of it when it could not be read: it is tried again at `nextAt`, or where it is refused or has failed for
 * long it is paused, and `nextAt` is null.
 *
 * @param retryAfter seconds, where the site asked for patience
 */
export function afterFailure<Failure extends { code: string }>(
  before: { failures: number; failingSince: number | null },
  error: Failure,
  retryAfter: number | undefined,
  pacing: Pacing,
) {
  // Whoever asks for patience has not failed.
  const isPatience = error.code === 'wait'
  const failures = before.failures + (isPatience ? 0 : 1)
  const failingSince = before.failingSince ?? (isPatience ? null : pacing.now)
  const kept = { failures, failingSince, ...(!isPatience && { error }) }
  const isRefused = error.code === 'robots'
  const isOver = failingSince !== null && hasFailedLong(failures, failingSince, pacing.now)
  if (!isRefused && !isOver)
    return { ...kept, nextAt: nextAttempt(Math.max(1, failures), retryAfter, pacing) }
  const pausedBecause = isRefused ? ('refused' as const) : ('failures' as const)
  return { ...kept, state: 'paused' as const, pausedBecause, nextAt: null }
}
