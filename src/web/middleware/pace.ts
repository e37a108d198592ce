import type { MiddlewareHandler } from 'hono'
import ipaddr from 'ipaddr.js'
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import RateLimiterRes from 'rate-limiter-flexible/lib/RateLimiterRes.js'
import { type Env, headerOf, type Visit } from '../show.ts'
import { loadWords, wordsOf } from '../words.ts'
import { readReader } from './reader.ts'

/**
 * What one address may have made for it within a minute; a page that is kept costs nothing. Each process counts for
 * itself: to read a page must not write to the store, and it is the process's own work that this bounds. What strangers
 * send is counted for all processes (`wait-to-send.ts`). A page costs one
 * and one more for each 20 KB sent, so that asking for the longest programme in every zone there is ends soon.
 */
const perMinute = 300
const bytesPerPoint = 20_000

/** Refuses whoever asks for more new pages than anybody reads. Who cannot be told apart from others is not counted. */
export function keepPace(budget = perMinute): MiddlewareHandler<Env> {
  const limiter = new RateLimiterMemory({ points: budget, duration: 60 })
  return async (c, next) => {
    const who = countedFor(c)
    if (who === null) return next()
    try {
      await limiter.consume(who)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      const seconds = Math.ceil(refusal.msBeforeNext / 1000)
      const says = await inOwnWords(c, seconds)
      return c.text(`${says}\n`, 429, { 'retry-after': String(seconds), 'cache-control': 'no-store' })
    }
    await next()
    const bytes = Number(c.res.headers.get('content-length') ?? 0)
    if (bytes >= bytesPerPoint) await limiter.penalty(who, Math.floor(bytes / bytesPerPoint))
  }
}

async function inOwnWords(c: Visit, seconds: number): Promise<string> {
  const asked = { cookie: headerOf(c, 'cookie'), acceptLanguage: headerOf(c, 'accept-language') }
  const { language, locale } = readReader({ query: null, ...asked }, 0)
  await loadWords(language)
  return wordsOf(language, locale)('pace.wait', { seconds })
}

/** Whom a request is counted for; null: nobody in particular. */
export function countedFor(c: Visit): string | null {
  const { incoming } = c.env ?? {}
  return readerAddress(incoming?.socket?.remoteAddress, incoming?.headers['x-forwarded-for']?.toString())
}

/** The address a request came from, as far as it can be known. */
export function peerOf(c: Visit): string | null {
  const { incoming } = c.env ?? {}
  const near = parse(incoming?.socket?.remoteAddress)
  if (!near) return null
  const told = isNear(near) ? parse(lastOf(incoming?.headers['x-forwarded-for']?.toString())) : null
  return (told ?? near).toString()
}

/**
 * Whom a request is counted for: its address, of IPv6 the /64 that one household has. A proxy of the same network is
 * believed in the last address it names, the one it saw itself; null where it names none, and for this machine.
 */
export function readerAddress(peer: string | undefined, forwarded: string | undefined): string | null {
  const near = parse(peer)
  if (!near) return null
  if (!isNear(near)) return nameOf(near)
  const told = parse(lastOf(forwarded))
  return told && !isNear(told) ? nameOf(told) : null
}

type Address = ReturnType<typeof ipaddr.process>

function parse(words: string | undefined): Address | null {
  return words && ipaddr.isValid(words) ? ipaddr.process(words) : null
}

function lastOf(forwarded: string | undefined): string | undefined {
  return forwarded?.split(',').at(-1)?.trim()
}

function isNear(address: Address): boolean {
  return ['loopback', 'private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat'].includes(address.range())
}

function nameOf(address: Address): string {
  if (address.kind() === 'ipv4') return address.toString()
  return address.toByteArray().slice(0, 8).join('.')
}
