import type { Readable } from 'node:stream'
import { Failed, failure } from './failure.ts'
import type { Limits } from './limits.ts'

/** Header names are lower case. The body is there as long as `use` runs. */
export type Answer = {
  status: number
  header(name: string): string | null
  body: Readable
}

/**
 * One GET (or HEAD), or POST where there is a body, over one connection of its own to one of `ips`, which nothing else may replace: the name is not looked up
 * again, while Host header and TLS still speak of the name. HTTP/1.1, no cookies, no referer, no redirects.
 *
 * @throws errors of undici, of TLS and of sockets; the signal's reason
 */
export async function askOnce<T>(
  url: URL,
  ips: string[],
  headers: Record<string, string>,
  {
    limits,
    signal,
    body,
    isHead = false,
  }: {
    limits: Limits
    signal: AbortSignal
    body?: string | Buffer | undefined
    isHead?: boolean | undefined
  },
  use: (answer: Answer) => Promise<T>,
): Promise<T> {
  // A hundred modules, which a site that only answers never needs.
  const { buildConnector, Client } = await import('undici')
  const given = new AbortController()
  const open = buildConnector({
    allowH2: false,
    timeout: limits.connectMs,
    autoSelectFamily: true,
    lookup: (_name, _options, done) => done(null, ips.map(withFamily)),
  })
  const client = new Client(url.origin, {
    pipelining: 1,
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.idleMs,
    connect: (told, done) =>
      open(told, (...[error, socket]) => {
        if (error) return done(error, null)
        const watch = setInterval(() => {
          if (socket.bytesRead > mostRead(limits)) given.abort(babble(url.host))
        }, watchMs)
        socket.once('close', () => clearInterval(watch))
        done(null, socket)
      }),
  })
  try {
    const answer = await client.request({
      method: body !== undefined ? 'POST' : isHead ? 'HEAD' : 'GET',
      body: body ?? null,
      path: url.pathname + url.search,
      headers,
      reset: true,
      signal: AbortSignal.any([signal, given.signal]),
    })
    answer.body.on('error', () => {})
    return await use({
      status: answer.statusCode,
      header: name => single(answer.headers[name]),
      body: answer.body,
    })
  } finally {
    await client.destroy().catch(() => {})
  }
}

const watchMs = 50

/** A body is counted where it is read; this ends what is no body: announcements, chunk extensions … without end. */
function mostRead({ wireBytes, headerBytes }: Limits): number {
  return 2 * (wireBytes + headerBytes) + 1_000_000
}

function babble(host: string): Failed {
  return new Failed(failure('broken', `${host} goes on and on without telling anything. Try again later.`))
}

function withFamily(address: string): { address: string; family: number } {
  return { address, family: address.includes(':') ? 6 : 4 }
}

function single(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value.join(', ') : value) ?? null
}
