import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { basename, join } from 'node:path'
import { createFetch } from '../src/outside/fetch.ts'
import { openStore } from '../src/storage/store.ts'
import { sampleFiles } from '../test/samples.ts'
import { signedIn } from '../test/signed-in.ts'
import { median, ms, percentile, type Row } from './row.ts'
import { fillFolder, firstAnswer, type Running, startSite } from './site.ts'

const limitMs = 150
const rounds = 3

/**
 * From an address that is pasted to its card, over real pages that are served by this process; of that what is not the
 * fetch itself. The edition has 200 entries to look for duplicates among.
 */
export async function pastes(): Promise<Row[]> {
  const files = sampleFiles(['pages'], /\.html$/)
  if (files.length === 0) return []
  const { folder, remove } = await fillFolder()
  const headers = await signIn(folder)
  const world = await openWorld(files)
  const site = await startSite(folder, { DAYLONG_FETCH_PRIVATE: 'allow' })
  try {
    await firstAnswer(site, '/healthz')
    const visit = { site, headers: { ...headers, origin: site.url } }
    // The first of each kind of page loads what reads it.
    for (const file of files) await paste(visit, `${world.address}/${basename(file)}?warm`)
    const read = createFetch({ baseUrl: site.url, exempt: true, now: Date.now })
    const over: number[] = []
    const alone: number[] = []
    for (const file of files) {
      const own: number[] = []
      for (let round = 0; round < rounds; round++) {
        const address = `${world.address}/${basename(file)}?${round}`
        const fetched = await timed(() => read(address))
        alone.push(fetched)
        own.push((await timed(() => paste(visit, address))) - fetched)
      }
      over.push(median(own))
    }
    const p95 = percentile(over, 0.95)
    return [
      {
        measure: `paste to card over ${files.length} real pages, p95 beside the fetch`,
        figure: ms(p95),
        against: `median ${ms(median(over))}; the fetch itself ${ms(median(alone))}`,
        ratio: (p95 / limitMs).toFixed(2),
        limit: `≤ 1 (${limitMs} ms)`,
        ok: p95 <= limitMs,
      },
    ]
  } finally {
    await site.stop()
    world.close()
    remove()
  }
}

type Visit = { site: Running; headers: Record<string, string> }

/** As script does: the address is sent, and its card is asked for. */
async function paste({ site, headers }: Visit, address: string): Promise<void> {
  const body = new FormData()
  body.set('text', address)
  const sent = await fetch(`${site.url}/desk/bench/200/readings`, {
    method: 'POST',
    headers: { ...headers, accept: 'application/json' },
    body,
  })
  const { readings } = (await sent.json()) as { readings: string[] }
  const card = await fetch(`${site.url}/desk/readings/${readings[0]}`, {
    headers: { ...headers, 'x-part': 'card' },
  })
  const html = await card.text()
  if (!html.includes('class="reading"') || html.includes('data-state="waiting"'))
    throw new Error(`There is no card of ${address}: ${card.status} ${html.slice(0, 200)}`)
}

async function signIn(folder: string): Promise<Record<string, string>> {
  const store = await openStore({ sqlite: join(folder, 'daylong.sqlite') })
  try {
    return (await signedIn({ store, clock: { now: Date.now() } }, 'owner')).headers
  } finally {
    await store.close()
  }
}

async function openWorld(files: string[]): Promise<{ address: string; close: () => void }> {
  const pages = new Map(files.map(file => [`/${basename(file)}`, readFileSync(file)]))
  const server = createServer((request, answer) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://here.invalid').pathname)
    answer.writeHead(page ? 200 : 404, { 'content-type': 'text/html' })
    answer.end(page)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await act()
  return performance.now() - from
}
