import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { addressKey, isDeep } from '../../domain/address-key.ts'
import type { KeptText } from '../../domain/links/kept-text.ts'
import type { PagePrint, Seen, SeenFailure } from '../../domain/links/seen.ts'
import { readPageApart } from '../../intake/look/look-apart.ts'
import type { Fetch } from '../../outside/fetch.ts'
import type { LinkLook } from '../../storage/link-looks.ts'

/** What one look saw, and what is to be remembered of how it was looked. */
export type Sight = {
  seen: Seen
  /** Its page was read, and not only its head. */
  wasRead: boolean
  headLies: boolean
  etag: string | null
  lastModified: string | null
  text: Omit<KeptText, 'url' | 'at'> | null
}

type Answer = Extract<Awaited<ReturnType<Fetch>>, { ok: true }>

/** How much of a page is read: enough to know it, never all of a large one. */
const mostBytes = 400_000
const limits = { totalMs: 25_000, unpackedBytes: 4_000_000 }
const readsEvery = 30 * 86_400_000

/**
 * Looks at one address, as a program that keeps to robots.txt and to the pace of its host. Where the page is known
 * and was fine, only its head is asked for – unless the server lies to that, which is remembered; at least monthly, and
 * whenever the head tells anything but success, the page itself is read. Nothing is concluded here.
 *
 * @param wantsText whether the text of the page is to be kept
 */
export async function seeLink(
  look: LinkLook,
  {
    fetch,
    now,
    signal,
    wantsText = false,
  }: { fetch: Fetch; now: number; signal?: AbortSignal; wantsText?: boolean },
): Promise<Sight> {
  const ask = (address: string, more: Parameters<Fetch>[1]) =>
    fetch(address, { purpose: 'watch', limits, ...(signal && { signal }), ...more })
  let headLies = look.headLies
  const isHeadEnough =
    !headLies && !wantsText && look.life.state === 'fine' && look.life.run === null && look.readAt !== null
  let head: Awaited<ReturnType<Fetch>> | null = null
  if (isHeadEnough && now - look.readAt! < readsEvery) {
    head = await ask(look.url, { look: { isHead: true, mostBytes: 0 } })
    signal?.throwIfAborted()
    if (head.ok && isFine(head) && addressKey(head.url) === addressKey(look.foundAt ?? look.url))
      return { ...untold(look), seen: seenOf(head, null, null) }
    // Who asks for patience is not asked again at once.
    if (!head.ok && (head.code === 'wait' || head.code === 'robots' || head.code === 'busy'))
      return { ...untold(look), seen: failed(head) }
  }
  const { url, foundAt, etag, lastModified, print: before } = look
  const mayBeSame = before !== null && foundAt !== null && !wantsText
  const answer = await ask(url, {
    look: { isHead: false, mostBytes },
    ...(mayBeSame && { known: { url: foundAt, etag, lastModified } }),
  })
  signal?.throwIfAborted()
  if (!answer.ok) return { ...untold(look), seen: failed(answer) }
  if (head && isFine(answer) && !(head.ok && isFine(head))) headLies = true
  if (answer.notModified)
    return { ...untold(look), headLies, wasRead: true, seen: seenOf(answer, before, null) }
  const { bytes, contentType } = answer
  const read = bytes.length
    ? await readPageApart({ bytes, contentType, url: answer.url, wantsText: wantsText && isFine(answer) })
    : { print: null, text: null }
  const isNews = read.print !== null && read.print.digest !== before?.digest
  const isForAnything =
    isNews && isFine(answer) && isDeep(url) ? await isGivenForAnything(answer.url, read.print!, ask) : null
  signal?.throwIfAborted()
  return {
    seen: seenOf(answer, read.print, isForAnything),
    wasRead: true,
    headLies,
    etag: answer.etag,
    lastModified: answer.lastModified,
    text: read.text,
  }
}

function untold({ headLies, etag, lastModified }: LinkLook): Omit<Sight, 'seen'> {
  return { wasRead: false, headLies, etag, lastModified, text: null }
}

function isFine({ status }: Answer): boolean {
  return (status >= 200 && status < 300) || status === 304
}

function seenOf(answer: Answer, print: PagePrint | null, isForAnything: boolean | null): Seen {
  const { status, url, redirects, statuses = [], challenged = false } = answer
  const hops = redirects.map((hop, at) => ({ url: hop, status: statuses[at] ?? 302 }))
  return { kind: 'answer', status, url, hops, print, isForAnything, isChallenged: challenged }
}

const failures = new Set<string>([
  ...['host-unknown', 'unreachable', 'slow', 'bad-certificate', 'broken', 'redirect-loop', 'busy'],
  ...['robots', 'wait'],
])

function failed({
  code,
  status,
  says,
  retryAfter,
}: Extract<Awaited<ReturnType<Fetch>>, { ok: false }>): Seen {
  const known = failures.has(code) ? (code as SeenFailure) : 'other'
  // “Too busy” without a word on when to come again is what broken servers say, too.
  const told = code === 'busy' && status === 503 && retryAfter === undefined ? 'server-error' : known
  return {
    kind: 'failure',
    code: told,
    says,
    ...(status !== undefined && { status }),
    ...(retryAfter !== undefined && { retryAfter }),
  }
}

/** What sites give for an address that nobody ever had, for a day; null where they say that there is none. */
const nowhere = new LRUCache<string, { print: PagePrint | null }>({ max: 2000, ttl: 86_400_000 })

/** Whether the site gives the same page for an address that nobody ever had. */
async function isGivenForAnything(
  url: string,
  print: PagePrint,
  ask: (address: string, more: Parameters<Fetch>[1]) => ReturnType<Fetch>,
): Promise<boolean | null> {
  const { origin } = new URL(url)
  let known = nowhere.get(origin)
  if (!known) {
    const address = `${origin}/${randomBytes(9).toString('hex')}`
    const answer = await ask(address, { look: { isHead: false, mostBytes } })
    if (!answer.ok) return null
    const isGiven = isFine(answer) && answer.bytes.length > 0
    const { bytes, contentType } = answer
    const read = isGiven
      ? await readPageApart({ bytes, contentType, url: answer.url, wantsText: false })
      : { print: null }
    known = { print: read.print }
    nowhere.set(origin, known)
  }
  const other = known.print
  if (!other) return false
  if (other.digest === print.digest) return true
  const words = new Set(other.words)
  return other.title === print.title && print.words.length > 0 && print.words.every(word => words.has(word))
}
