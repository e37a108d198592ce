import { Setback } from '../domain/setback.ts'
import type { Outcome } from '../services/settle-job.ts'

/**
 * One attempt at a job: it ends when the work does, when it has taken `seconds`, or when `leave` is aborted. Work
 * that does not listen to its signal is not waited for.
 */
export async function attempt(
  work: (signal: AbortSignal) => Promise<void>,
  { seconds, leave }: { seconds: number; leave: AbortSignal },
): Promise<Outcome> {
  const ending = new AbortController()
  const { promise: cut, resolve: end } = Promise.withResolvers<Outcome>()
  const onLeave = () => end('left')
  const limit = setTimeout(() => end(new Setback('too-long', { seconds })), seconds * 1000)
  leave.addEventListener('abort', onLeave)
  if (leave.aborted) onLeave()
  try {
    const ended = Promise.try(work, ending.signal).then(() => 'done' as const, setbackOf)
    return await Promise.race([ended, cut])
  } finally {
    clearTimeout(limit)
    leave.removeEventListener('abort', onLeave)
    ending.abort()
  }
}

function setbackOf(error: unknown): Setback {
  if (error instanceof Setback) return error
  const said = error instanceof Error ? error.message || error.name : String(error)
  return new Setback('fault', { said: said.slice(0, 500) }, { cause: error })
}
