import { LRUCache } from 'lru-cache'
import { failedStatus } from './failed-status.ts'
import type { Failure } from './failure.ts'
import { failureOf } from './failure-of.ts'
import { follow, type Guard } from './follow.ts'
import { defaultLimits } from './limits.ts'
import { readBody } from './read-body.ts'
import { allowAll, type Rules, readRules } from './robots.ts'

/** The rules of an address's site, or why they cannot be known, in which case it is not to be read. */
export type SiteRules = (url: URL, signal?: AbortSignal) => Promise<Rules | Failure>

/** RFC 9309: at least 500 KiB are read, kept for a day at most. */
const mostBytes = 512_000
const dayMs = 86_400_000
const fewMinutesMs = 300_000
const mostSites = 500
const limits = { ...defaultLimits, totalMs: 10_000, wireBytes: mostBytes, unpackedBytes: 8 * mostBytes }

/** robots.txt of each site, read once a day, or after a few minutes where it could not be read. */
export function createSiteRules(guard: Guard, headers: Record<string, string>): SiteRules {
  const agent = headers['user-agent']!.split('/', 1)[0]!.toLowerCase()
  const kept = new LRUCache<string, { rules: Rules | Failure; until: number }>({ max: mostSites })
  return async (url, signal) => {
    const before = kept.get(url.origin)
    if (before && before.until > guard.now()) return before.rules
    const rules = await read(new URL('/robots.txt', url), signal)
    const stays = 'ok' in rules ? fewMinutesMs : dayMs
    if (!signal?.aborted) kept.set(url.origin, { rules, until: guard.now() + stays })
    return rules
  }

  async function read(address: URL, signal?: AbortSignal): Promise<Rules | Failure> {
    const way = { limits, headersFor: () => headers, ...(signal && { signal }) }
    try {
      return await follow(guard, address.href, way, async answer => {
        if (answer.status === 429 || answer.status >= 500)
          return unread(failedStatus(answer.status, address.host))
        if (answer.status !== 200) return allowAll
        const bytes = await readBody(answer, { ...limits, cut: true })
        const text = new TextDecoder().decode(bytes.subarray(0, mostBytes))
        return readRules(address, text, agent)
      })
    } catch (error) {
      const found = failureOf(error, address.host)
      if (found.code === 'redirect-loop' || found.code === 'address-refused') return allowAll
      return unread(found)
    }
  }
}

function unread(found: Failure): Failure {
  return { ...found, says: `The site’s robots.txt cannot be read, so nothing else is: ${found.says}` }
}
