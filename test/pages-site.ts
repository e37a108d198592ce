import type { Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { createFetch, type Fetch } from '../src/outside/fetch.ts'
import { openRawSite, type RawSite, send } from './raw-site.ts'

/** A page of the world: its HTML, or all that is answered. */
export type WorldPage =
  | string
  | { body: string | Uint8Array; type?: string; status?: number; headers?: Record<string, string> }

/** Pages at an address of this machine, by path; they may be changed while the test runs. */
export type PagesSite = { address: string; pages: Record<string, WorldPage>; site: RawSite; fetch: Fetch }

/** @param now the clock of the reading */
export async function openPages(
  pages: Record<string, WorldPage>,
  now: () => number = Date.now,
): Promise<PagesSite> {
  // As sites do that do not speak TLS.
  const greet = (socket: Socket) => socket.once('data', piece => void (piece[0] === 0x16 && socket.destroy()))
  const answer = (socket: Socket, path: string) => {
    const page = pages[path]
    if (page === undefined) return send(socket, 'Not here', {}, 404)
    if (typeof page === 'string') return send(socket, page, { 'content-type': 'text/html; charset=utf-8' })
    const { body, type = 'text/html; charset=utf-8', status = 200, headers } = page
    send(socket, body, { 'content-type': type, ...headers }, status)
  }
  const site = await openRawSite(answer, { greet })
  onTestFinished(() => site.close())
  const fetch = createFetch({
    baseUrl: 'http://localhost:1812',
    exempt: (ip, port) => ip === '127.0.0.1' && port === site.port,
    now,
    gapMs: 0,
  })
  return { address: `http://127.0.0.1:${site.port}`, pages, site, fetch }
}

/** A page about one event, as many sites tell it. */
export function eventPage(told: {
  title: string
  start?: string
  end?: string
  organiser?: string
  link?: string
  more?: string
}): string {
  const { title, start = '2020-12-18T14:00:00+01:00', end, organiser, link, more = '' } = told
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: title,
    startDate: start,
    ...(end && { endDate: end }),
    ...(organiser && { organizer: { '@type': 'Organization', name: organiser } }),
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    ...(link && { location: { '@type': 'VirtualLocation', url: link } }),
  }
  return `<!doctype html><html lang="en"><head><title>${title}</title>
<script type="application/ld+json">${JSON.stringify(data)}</script></head>
<body><h1>${title}</h1><p>An online event for everybody who wants to know more about it.</p>${more}</body></html>`
}
