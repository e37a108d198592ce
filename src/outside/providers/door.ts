import { askOnce } from '../ask-once.ts'
import { Failed, failure } from '../failure.ts'
import { failureOf } from '../failure-of.ts'
import { createFetch, type Fetch } from '../fetch.ts'
import { type Exempt, findHost, type Resolve, resolveName } from '../find-host.ts'
import { defaultLimits, type Limits } from '../limits.ts'
import { readBody } from '../read-body.ts'
import { vetAddress } from '../vet-address.ts'

/**
 * The way to those who say who somebody is. Anybody may name a server of Mastodon, and what a provider tells names
 * addresses of pictures: so private networks stay closed here, whatever curators may have read.
 */
export type ProviderDoor = {
  /** As `fetch`, for the flow: https alone, no redirects, little and soon. @throws Failed */
  ask: (
    url: string,
    options: { method: string; headers: Record<string, string>; body?: unknown; signal?: AbortSignal },
  ) => Promise<Response>
  /** Reads a picture. */
  read: Fetch
}

export function createProviderDoor(parts: {
  baseUrl: string
  now: () => number
  exempt?: Exempt
  resolve?: Resolve
}): ProviderDoor {
  const { exempt = () => false, resolve = resolveName, baseUrl, now } = parts
  const userAgent = `Daylong (+${new URL(baseUrl).href.replace(/\/$/, '')})`
  return {
    read: createFetch({ baseUrl, now, exempt, resolve }),
    async ask(address, { method, headers, body, signal }) {
      const url = vetAddress(address)
      if ('ok' in url) throw new Failed(url)
      const isHere = url.hostname === '127.0.0.1' || url.hostname === 'localhost'
      // Whether this machine may be asked at all is decided where the host is found.
      if (url.protocol !== 'https:' && !isHere)
        throw new Failed(failure('address-refused', `${url.host} has to answer over https.`))
      if (method !== 'GET' && method !== 'POST') throw new Error(`A provider is not asked by ${method}.`)
      try {
        const ips = await findHost(url, resolve, exempt)
        if ('ok' in ips) throw new Failed(ips)
        const clock = AbortSignal.timeout(limits.totalMs)
        const asked = {
          limits,
          signal: signal ? AbortSignal.any([signal, clock]) : clock,
          ...(method === 'POST' && { body: body == null ? '' : String(body) }),
        }
        const own = { ...lowerCase(headers), 'user-agent': userAgent, 'accept-encoding': 'gzip, deflate, br' }
        return await askOnce(url, ips, own, asked, async answer => {
          const bytes = await readBody(answer, limits)
          const hasNoBody = answer.status === 204 || answer.status === 304
          return new Response(hasNoBody ? null : Buffer.from(bytes), {
            status: answer.status,
            headers: { 'content-type': answer.header('content-type') ?? '' },
          })
        })
      } catch (error) {
        throw new Failed(failureOf(error, url.host))
      }
    },
  }
}

function lowerCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

/** What says who somebody is fits into a few pages, and somebody waits for it. */
const limits: Limits = {
  ...defaultLimits,
  totalMs: 10_000,
  connectMs: 5000,
  headersMs: 8000,
  idleMs: 5000,
  wireBytes: 512 * 1024,
  unpackedBytes: 512 * 1024,
  headerBytes: 32 * 1024,
  redirects: 0,
}
