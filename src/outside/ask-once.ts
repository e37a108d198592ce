import type { Readable } from 'node:stream'
import { Client } from 'undici'
import type { Limits } from './limits.ts'

/** Header names are lower case; `close` must be called whatever happens. */
export type Answer = {
  status: number
  header(name: string): string | null
  body: Readable
}

/**
 * One GET over one connection of its own to one of `ips`, which nothing else may replace: the name is not looked up
 * again, while Host header and TLS still speak of the name. HTTP/1.1, no cookies, no referer, no redirects.
 *
 * @throws errors of undici, of TLS and of sockets; the signal's reason
 */
export async function askOnce<T>(
  url: URL,
  ips: string[],
  headers: Record<string, string>,
  { limits, signal }: { limits: Limits; signal: AbortSignal },
  use: (answer: Answer) => Promise<T>,
): Promise<T> {
  const client = new Client(url.origin, {
    allowH2: false,
    pipelining: 1,
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.idleMs,
    connect: {
      timeout: limits.connectMs,
      autoSelectFamily: true,
      lookup: (_name, _options, done) => done(null, ips.map(withFamily)),
    },
  })
  try {
    const answer = await client.request({ method: 'GET', path: url.pathname + url.search, headers, signal })
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

function withFamily(address: string): { address: string; family: number } {
  return { address, family: address.includes(':') ? 6 : 4 }
}

function single(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value.join(', ') : value) ?? null
}
