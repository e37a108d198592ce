import type { PushKeys } from '../domain/notice/subscription.ts'
import { askOnce } from './ask-once.ts'
import { type Failure, failure } from './failure.ts'
import { failureOf } from './failure-of.ts'
import { type Exempt, findHost, type Resolve, resolveName } from './find-host.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { retryAfterOf } from './retry-after.ts'
import { vetAddress } from './vet-address.ts'

/**
 * What became of a message: taken; `gone`: the browser does not want any more; `busy`: later, after so many seconds
 * where the service tells; `refused` for good; `away`: nobody answers, or not as a push service does.
 */
type Pushed =
  | { state: 'taken' }
  | { state: 'gone' }
  | { state: 'busy'; after: number | null }
  | { state: 'refused' | 'away'; says: string }

type Message = {
  endpoint: string
  keys: PushKeys
  /** JSON, as the page's worker reads it. */
  payload: string
  /** Of the site; `subject`: whom the service writes to where something is wrong. */
  by: { publicKey: string; privateKey: string; subject: string }
  /** For how many seconds it is of use. */
  ttl: number
  isUrgent: boolean
}

export type SendPush = (message: Message, signal?: AbortSignal) => Promise<Pushed>

/**
 * Hands messages to push services (RFC 8030, encrypted by RFC 8291). Where they are is told by whoever subscribes: such
 * an address is vetted, looked up and pinned like any other, over https alone, and never followed elsewhere.
 */
export function createPush(parts: {
  exempt?: boolean | Exempt
  resolve?: Resolve
  now: () => number
}): SendPush {
  const { resolve = resolveName, exempt = false, now } = parts
  const isExempt: Exempt = typeof exempt === 'function' ? exempt : () => exempt
  return async ({ endpoint, keys, payload, by, ttl, isUrgent }, signal) => {
    const url = vetEndpoint(endpoint)
    if ('ok' in url) return { state: 'refused', says: url.says }
    try {
      const ips = await findHost(url, resolve, isExempt)
      if ('ok' in ips) return { state: ips.code === 'address-refused' ? 'refused' : 'away', says: ips.says }
      const { default: webPush } = await import('web-push')
      const details = webPush.generateRequestDetails({ endpoint: url.href, keys }, payload, {
        vapidDetails: by,
        TTL: ttl,
        urgency: isUrgent ? 'high' : 'normal',
        contentEncoding: 'aes128gcm',
      })
      const headers = Object.fromEntries(
        Object.entries(details.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
      )
      const clock = AbortSignal.timeout(limits.totalMs)
      const asked = { limits, signal: signal ? AbortSignal.any([signal, clock]) : clock, body: details.body! }
      return await askOnce(url, ips, headers, asked, async answer => {
        const { status } = answer
        if (status >= 200 && status < 300) return { state: 'taken' }
        if (status === 404 || status === 410) return { state: 'gone' }
        if (status === 429 || status === 503)
          return { state: 'busy', after: retryAfterOf(answer.header('retry-after'), now()) ?? null }
        const says = `${url.host} answered ${status}.`
        return { state: status >= 500 || (status >= 300 && status < 400) ? 'away' : 'refused', says }
      })
    } catch (error) {
      return { state: 'away', says: failureOf(error, url.host).says }
    }
  }
}

/** The address of a push service, as it may be told by a browser; only whether it is public is known later. */
export function vetEndpoint(endpoint: string): URL | Failure {
  const url = endpoint.length <= longestEndpoint ? vetAddress(endpoint) : null
  if (url === null || 'ok' in url)
    return url ?? failure('address-invalid', 'No push service has such an address.')
  const isHere = url.hostname === '127.0.0.1' || url.hostname === 'localhost'
  // Whether this machine may be asked at all is decided where the host is found.
  if (url.protocol === 'https:' || isHere) return url
  return failure('address-refused', 'A push service answers over https.')
}

const longestEndpoint = 1000

const limits: Limits = {
  ...defaultLimits,
  totalMs: 20_000,
  connectMs: 8000,
  wireBytes: 64 * 1024,
  unpackedBytes: 64 * 1024,
  headerBytes: 16 * 1024,
  redirects: 0,
}
