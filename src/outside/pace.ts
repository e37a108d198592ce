import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { type Failure, failure } from './failure.ts'

/** Repeated reads of one host, one behind the other. Times in milliseconds. */
export type Pace = {
  /**
   * Waits for one's turn at this host. A turn that is too far off is not waited for: the failure says in how many
   * seconds to come again. @throws the signal's reason
   */
  takeTurn(host: string, gapMs: number, signal?: AbortSignal): Promise<Failure | null>
  /** The host asked not to be read for so long. */
  hold(host: string, seconds: number): void
}

const longestWait = 30_000
const mostHosts = 10_000

export function createPace(now: () => number): Pace {
  /** When each host may be asked next. */
  const next = new LRUCache<string, number>({ max: mostHosts })
  return {
    async takeTurn(host, gapMs, signal) {
      const at = Math.max(next.get(host) ?? 0, now())
      const wait = at - now()
      if (wait > longestWait) {
        const retryAfter = Math.ceil(wait / 1000)
        return failure('wait', `${host} asked not to be read again so soon.`, { retryAfter })
      }
      next.set(host, at + gapMs)
      if (wait > 0) await sleep(wait, undefined, signal && { signal })
      return null
    },
    hold(host, seconds) {
      next.set(host, Math.max(next.get(host) ?? 0, now() + seconds * 1000))
    },
  }
}
