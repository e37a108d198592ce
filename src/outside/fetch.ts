import about from '../../package.json' with { type: 'json' }
import type { Answer } from './ask-once.ts'
import { failedStatus, logInPage } from './failed-status.ts'
import { Failed, type Failure, failure } from './failure.ts'
import { failureOf } from './failure-of.ts'
import { type Exempt, type Resolve, resolveName } from './find-host.ts'
import { type Arrival, follow, type Guard } from './follow.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { createPace } from './pace.ts'
import { readBody } from './read-body.ts'
import { retryAfterOf } from './retry-after.ts'
import { createSiteRules } from './site-rules.ts'
import { wrongType } from './wrong-type.ts'

/**
 * Reads one address of the world: http and https, public addresses only, within limits. It never throws for the
 * world's faults; a failure has a code and a sentence for the curator.
 */
export type Fetch = (address: string, options?: FetchOptions) => Promise<Fetched | Failure>

type FetchOptions = {
  /**
   * `person` (the default): somebody waits for this one page, as at a browser. `watch`: read again and again, so
   * robots.txt, the pace and Retry-After are respected. `api`: the same of what a site documents as meant for programs
   * (oEmbed, an API, a feed), of which robots.txt says nothing: that is for those who wander through pages.
   */
  purpose?: 'person' | 'watch' | 'api'
  /** What was read before: `url` is that of the answer then; where it has not changed, the answer is `notModified`. */
  known?: { url: string; etag?: string | null; lastModified?: string | null }
  limits?: Partial<Limits>
  signal?: AbortSignal
  /** Shown to the site of this address alone, wherever it sends on to. */
  authorization?: string
  /** JSON that is sent (POST): at most once, and never on to another address. */
  send?: string
  /** What is sent is a form and no JSON. */
  isForm?: boolean
  /** What is wanted, where that is one kind of thing. */
  accept?: string
  /**
   * Looks whether something is there: every status is an answer, and of the body no more than `mostBytes` is read, none
   * of what is no page, none at all where only its head is asked for.
   */
  look?: { isHead: boolean; mostBytes: number }
}

/**
 * `url`: the address at which it was found. `bytes`: unpacked, in whatever charset; `contentType` as the site told
 * it, true or not. `redirects`: the addresses that sent on, in order. `downgraded`: the way went from https to http,
 * so anybody on the way may have changed it.
 */
type Fetched = {
  ok: true
  url: string
  status: number
  bytes: Uint8Array
  contentType: string | null
  etag: string | null
  lastModified: string | null
  redirects: string[]
  notModified?: true
  downgraded?: true
  /** What the site told of links of the page: Link headers, joined. */
  link?: string
  /** What a service that judges texts adds to its word (X-akismet-pro-tip). */
  tip?: string
  /** By which status each of `redirects` sent on. */
  statuses?: number[]
  /** The site wants to know first whether a person asks. */
  challenged?: true
}

export type FetchParts = {
  /** Address of this site: who reads, for those who wonder. */
  baseUrl: string
  /** Private networks may be read as well (`DAYLONG_FETCH_PRIVATE`), all of them or some; metadata services never. */
  exempt?: boolean | Exempt
  resolve?: Resolve
  now: () => number
  /** Between two repeated reads of one host; 5 s, or what its robots.txt asks for. */
  gapMs?: number
}

/** One for the whole program: it remembers the pace of hosts and their robots.txt. */
export function createFetch(parts: FetchParts): Fetch {
  const { exempt = false, resolve = resolveName, now, gapMs = 5000 } = parts
  const guard: Guard = { resolve, now, exempt: typeof exempt === 'function' ? exempt : () => exempt }
  const headers = headersOf(parts.baseUrl)
  const pace = createPace(now)
  const rulesOf = createSiteRules(guard, headers)

  return async (address, { purpose = 'person', known, limits: own, signal, ...more } = {}) => {
    const { authorization, send, isForm = false, accept, look } = more
    const limits = { ...defaultLimits, ...own }
    let host = 'The site'
    const way = {
      limits,
      ...(signal && { signal }),
      ...(send !== undefined && { body: send }),
      ...(look?.isHead && { isHead: true }),
      headersFor(url: URL) {
        host = url.host
        return {
          ...headers,
          ...(accept && { accept }),
          ...(known && url.href === known.url && conditionsOf(known)),
          ...(authorization && url.origin === URL.parse(address)?.origin && { authorization }),
          ...(send !== undefined && {
            'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
          }),
        }
      },
      mayAsk: async (url: URL) => {
        if (purpose === 'person') return null
        return purpose === 'api' ? pace.takeTurn(url.host, gapMs, signal) : mayWatch(url, signal)
      },
    }
    try {
      return await follow(guard, address, way, (answer, arrival) =>
        readAnswer(answer, arrival, limits, known?.url, look),
      )
    } catch (error) {
      if (!signal?.aborted) return failureOf(error, host)
      return failureOf(isTimeout(signal.reason) ? signal.reason : new DOMException('', 'AbortError'), host)
    }
  }

  async function mayWatch(url: URL, signal?: AbortSignal): Promise<Failure | null> {
    const tooSoon = await pace.takeTurn(url.host, gapMs, signal)
    if (tooSoon) return tooSoon
    const rules = await rulesOf(url, signal)
    if ('ok' in rules) return rules
    if (rules.delay) pace.hold(url.host, Math.min(rules.delay, longestDelay))
    if (rules.allows(url)) return null
    return failure(
      'robots',
      `${url.host} asks programs not to read this address (robots.txt). Look at it yourself.`,
    )
  }

  async function readAnswer(
    answer: Answer,
    { url, redirects, statuses }: Arrival,
    limits: Limits,
    knownUrl?: string,
    look?: FetchOptions['look'],
  ): Promise<Fetched | Failure> {
    const link = answer.header('link')?.slice(0, 8000)
    const tip = answer.header('x-akismet-pro-tip')?.slice(0, 100)
    const found = {
      ok: true as const,
      url: url.href,
      status: answer.status,
      contentType: told(answer, 'content-type'),
      etag: told(answer, 'etag'),
      lastModified: told(answer, 'last-modified'),
      redirects,
      ...(link && { link }),
      ...(tip && { tip }),
      ...(isDowngraded(url, redirects) && { downgraded: true as const }),
    }
    if (answer.status === 304 && url.href === knownUrl)
      return { ...found, ...(look && { statuses }), bytes: new Uint8Array(), notModified: true }
    if (look && !isBusy(answer))
      return {
        ...found,
        statuses,
        bytes: await readPart(answer, found.contentType, limits, look),
        ...(isChallenge(answer) && { challenged: true as const }),
      }
    if (answer.status < 200 || answer.status > 299) {
      const retryAfter = retryAfterOf(answer.header('retry-after'), now())
      if (answer.status === 429 || answer.status === 503) pace.hold(url.host, retryAfter ?? 60)
      return failedStatus(answer.status, url.host, retryAfter)
    }
    const refused = wrongType(found.contentType) ?? logInPage(url, redirects)
    if (refused) throw new Failed(refused)
    return { ...found, bytes: await readBody(answer, limits) }
  }
}

/** Who has too much to do is left alone for a while, whatever was wanted. */
function isBusy({ status }: Answer): boolean {
  return status === 429 || status === 503
}

/** The beginning of a page; nothing of a film, a document, or what only its head was asked for. */
async function readPart(
  answer: Answer,
  contentType: string | null,
  limits: Limits,
  { isHead, mostBytes }: NonNullable<FetchOptions['look']>,
): Promise<Uint8Array> {
  if (isHead || !/^(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? 'text/html'))
    return new Uint8Array()
  return readBody(answer, { ...limits, wireBytes: mostBytes, cut: true })
}

/** As the services say it that stand before sites and keep programs out. */
function isChallenge(answer: Answer): boolean {
  return (
    answer.header('cf-mitigated') !== null ||
    answer.header('x-amzn-waf-action') !== null ||
    answer.header('x-datadome') !== null
  )
}

/** Seconds between two reads that a robots.txt may ask for; more is not meant for a few addresses of a site. */
const longestDelay = 600

function headersOf(baseUrl: string): Record<string, string> {
  const version = about.version.split('.').slice(0, 2).join('.')
  return {
    'user-agent': `Daylong/${version} (+${new URL(baseUrl).href.replace(/\/$/, '')})`,
    accept: 'text/html, application/xhtml+xml, text/calendar, application/json;q=0.9, */*;q=0.8',
    'accept-encoding': 'gzip, deflate, br, zstd',
  }
}

function conditionsOf({ etag, lastModified }: NonNullable<FetchOptions['known']>): Record<string, string> {
  return {
    ...(etag && isHeader(etag) && { 'if-none-match': etag }),
    ...(lastModified && isHeader(lastModified) && { 'if-modified-since': lastModified }),
  }
}

function isHeader(words: string): boolean {
  return /^[\x20-\x7e]{1,1000}$/.test(words)
}

function told(answer: Answer, name: string): string | null {
  return answer.header(name)?.slice(0, 1000) || null
}

function isDowngraded(url: URL, redirects: string[]): boolean {
  return url.protocol === 'http:' && redirects.some(address => address.startsWith('https:'))
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError'
}
