import { isUtf8 } from 'node:buffer'
import { type Answer, askOnce } from './ask-once.ts'
import { Failed, type Failure, failure } from './failure.ts'
import { type Exempt, findHost, type Resolve } from './find-host.ts'
import type { Limits } from './limits.ts'
import { vetAddress } from './vet-address.ts'

/** What every question to the outside is asked with. `now`: epoch milliseconds, to measure how long it took. */
export type Guard = { resolve: Resolve; exempt: Exempt; now: () => number }

export type Way = {
  limits: Limits
  signal?: AbortSignal
  headersFor(url: URL): Record<string, string>
  /** What is sent (POST); who sends on then gets nothing. */
  body?: string
  /** Only the head of each answer is asked for. */
  isHead?: boolean
  /** Asked before each address on the way; a failure ends it. Its time does not count. */
  mayAsk?(url: URL): Promise<Failure | null>
}

/** Where the way ended: the last address, and those that were sent on from, in order, each with the status it did so by. */
export type Arrival = { url: URL; redirects: string[]; statuses: number[] }

/**
 * Asks for an address and follows where it sends on to; every address on the way is vetted, looked up and pinned like
 * the first. `use` gets the answer at the end of the way.
 *
 * @throws Failed, errors of the network, the reason of `way.signal`, a TimeoutError
 */
export async function follow<T>(
  guard: Guard,
  address: string,
  way: Way,
  use: (answer: Answer, arrival: Arrival) => Promise<T>,
): Promise<T> {
  const redirects: string[] = []
  const statuses: number[] = []
  let left = way.limits.totalMs
  let next = address
  for (;;) {
    const url = accept(vetAddress(next))
    const refused = redirects.includes(url.href) || redirects.length > way.limits.redirects
    if (refused) throw new Failed(endless(url.host))

    const timed = async <V>(step: (signal: AbortSignal) => Promise<V>): Promise<V> => {
      const began = guard.now()
      const clock = AbortSignal.timeout(Math.max(left, 0))
      const value = await step(way.signal ? AbortSignal.any([clock, way.signal]) : clock)
      left -= guard.now() - began
      return value
    }
    const ips = await timed(signal => unlessAborted(findHost(url, guard.resolve, guard.exempt), signal))
    const pinned = accept(ips)
    accept((await way.mayAsk?.(url)) ?? true)
    const step = await timed(signal =>
      askOnce(
        url,
        pinned,
        way.headersFor(url),
        { limits: way.limits, signal, body: way.body, isHead: way.isHead },
        async answer => {
          const to = target(answer, url)
          return to === null
            ? { done: true as const, value: await use(answer, { url, redirects, statuses }) }
            : { done: false as const, to, status: answer.status }
        },
      ),
    )
    if (step.done) return step.value
    if (way.body !== undefined) throw new Failed(movedAway(url.host, step.to))
    redirects.push(url.href)
    statuses.push(step.status)
    next = step.to
  }
}

/** The value, or its failure thrown. */
function accept<V>(value: V | Failure): V {
  if (isFailure(value)) throw new Failed(value)
  return value
}

function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}

/** The address an answer sends on to; null where it is the end of the way. */
function target(answer: Answer, from: URL): string | null {
  if (![301, 302, 303, 307, 308].includes(answer.status)) return null
  const location = answer.header('location')
  const to = location === null ? null : URL.parse(inUtf8(location), from)
  if (!to)
    throw new Failed(
      failure('broken', `${from.host} sends on to nowhere (${answer.status}).`, { status: answer.status }),
    )
  return to.href
}

/** Headers are read byte by byte; addresses in them may be written in UTF-8 all the same, and browsers follow them. */
function inUtf8(location: string): string {
  const bytes = Buffer.from(location, 'latin1')
  return isUtf8(bytes) ? bytes.toString() : location
}

function endless(host: string): Failure {
  return failure(
    'redirect-loop',
    `${host} sends from address to address without end. Open it in your browser and give the address at which you arrive.`,
  )
}

function movedAway(host: string, to: string): Failure {
  return failure('redirect-loop', `${host} sends on to ${to}. Give that address.`)
}

/** A look-up of a name cannot be stopped, only be left behind. */
function unlessAborted<V>(promise: Promise<V>, signal: AbortSignal): Promise<V> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    promise.then(resolve, reject)
  })
}
