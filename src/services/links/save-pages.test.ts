import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { anEdition, content } from '../../../test/entries.ts'
import { stores } from '../../../test/stores.ts'
import { createFetch } from '../../outside/fetch.ts'
import { findOpenJobs } from '../../storage/jobs.ts'
import type { Store } from '../../storage/store.ts'
import { addEntries } from '../add-entries.ts'
import type { LinkMeans } from './link-means.ts'
import { lookAtLinks } from './look-at-links.ts'
import { savePages } from './save-pages.ts'

const minute = 60_000
const start = Date.parse('2020-12-10T12:00Z')
const page = 'https://ngo.example/voices'

type Answer = { status?: number; headers?: Record<string, string>; body: unknown }
type Asked = { method: string; path: string; body: string; headers: IncomingMessage['headers'] }

/** The archive as its documentation tells it answers (Save Page Now 2), and the pages of the world, which are fine. */
async function openArchive(answer: (asked: Asked) => Answer) {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    const { method = '', url = '', headers } = request
    const one = { method, path: url, body: Buffer.concat(pieces).toString(), headers }
    if (!url.startsWith('/robots')) asked.push(one)
    const { status = 200, headers: told, body } = answer(one)
    response.writeHead(status, { 'content-type': 'application/json', ...told })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const clock = { now: start }
  const fetch = createFetch({
    baseUrl: 'http://localhost:1812',
    exempt: (ip, at) => ip === '127.0.0.1' && at === port,
    now: () => clock.now,
    gapMs: 0,
  })
  const address = {
    available: `http://127.0.0.1:${port}/available`,
    save: `http://127.0.0.1:${port}/save`,
  }
  const archive = { asks: false, saves: true, keys: 'access:secret', address }
  const means: LinkMeans = { fetch, now: () => clock.now, chance: () => 0.5, archive }
  return { asked, clock, means }
}

/** A statement that was published when the host had the archive asked already. */
async function published(store: Store, means: LinkMeans, clock: { now: number }): Promise<void> {
  const edition = await anEdition(store)
  await lookAtLinks(store, means)
  clock.now += minute
  const links = [{ role: 'source' as const, url: page }]
  const entries = [
    { content: content({ kind: 'statement', title: 'Voices', links }), state: 'published' as const },
  ]
  await addEntries(store, edition.id, entries, { by: 'Anna', at: clock.now })
  clock.now += minute
  await lookAtLinks(store, means)
}

async function saved(store: Store) {
  const { save_due_at, save_job, save_tries, saved_at, copy_url } = await store.db
    .selectFrom('link_looks')
    .where('url', '=', page)
    .selectAll()
    .executeTakeFirstOrThrow()
  return { due: save_due_at, job: save_job, tries: save_tries, at: saved_at, copy: copy_url }
}

describe.each(stores)('pages are saved in $name', ({ empty }) => {
  test('by the archive, once they are published, and their copy is kept', async () => {
    const store = await empty()
    let state: object = { status: 'pending' }
    const { asked, clock, means } = await openArchive(({ method }) =>
      method === 'POST' ? { body: { url: page, job_id: 'spn2-0a1b2c' } } : { body: state },
    )
    await published(store, means, clock)
    const job = await findOpenJobs(store.db, 'save-pages', ['pages'])
    expect(job.get('pages')).toMatchObject({ state: 'waiting' })
    await savePages(store, means)
    const [first] = asked.filter(({ path }) => path === '/save')
    expect(first).toMatchObject({ method: 'POST', headers: { authorization: 'LOW access:secret' } })
    expect(Object.fromEntries(new URLSearchParams(first!.body))).toMatchObject({ url: page })
    expect(await saved(store)).toMatchObject({ job: 'spn2-0a1b2c', at: null })
    clock.now += 2 * minute
    await savePages(store, means)
    expect(await saved(store)).toMatchObject({ job: 'spn2-0a1b2c', tries: 1, at: null })
    state = { status: 'success', timestamp: '20201210121500', original_url: page }
    clock.now += 30 * 60 * minute
    await savePages(store, means)
    expect(asked.at(-1)!.path).toBe('/save/status/spn2-0a1b2c')
    expect(await saved(store)).toMatchObject({
      due: null,
      job: null,
      at: clock.now,
      copy: `https://web.archive.org/web/20201210121500/${page}`,
    })
    // It is not asked for the same publication again.
    const before = asked.length
    await lookAtLinks(store, means)
    await savePages(store, means)
    expect(asked.slice(before).filter(({ path }) => path.startsWith('/save'))).toEqual([])
  })

  test('later where the archive is busy, does not know us, talks nonsense or could not do it, and in the end not at all', async () => {
    const store = await empty()
    const answers: Answer[] = [
      { status: 429, headers: { 'retry-after': '86400' }, body: 'Too Many Requests' },
      { status: 401, body: { message: 'You need to be logged in to use Save Page Now.' } },
      { body: '<html>Job failed</html>' },
      { status: 502, body: 'Bad gateway' },
      { body: { url: page, job_id: 'spn2-ffff' } },
    ]
    const { asked, clock, means } = await openArchive(({ method }) =>
      method === 'POST'
        ? (answers.shift() ?? { body: { url: page, job_id: 'spn2-ffff' } })
        : {
            body: {
              status: 'error',
              status_ext: 'error:blocked-url',
              message: 'This URL is in a block list.',
            },
          },
    )
    await published(store, means, clock)
    await savePages(store, means)
    const { due } = await saved(store)
    expect(due! - clock.now).toBeGreaterThanOrEqual(86_400_000)
    for (let round = 0; round < 40; round++) {
      const next = (await saved(store)).due
      if (next === null) break
      clock.now = Math.max(clock.now, next)
      await savePages(store, means)
    }
    expect(await saved(store)).toEqual({ due: null, job: null, tries: 8, at: null, copy: null })
    expect(asked.filter(({ method }) => method === 'POST').length).toBeGreaterThan(4)
  })

  test('never where the host does not want it', async () => {
    const store = await empty()
    const { asked, clock, means } = await openArchive(() => ({ body: {} }))
    const shy = { ...means, archive: { ...means.archive, saves: false } }
    await published(store, shy, clock)
    await savePages(store, shy)
    expect(asked.filter(({ path }) => path.startsWith('/save'))).toEqual([])
  })
})
