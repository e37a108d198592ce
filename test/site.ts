import { serve as listen } from '@hono/node-server'
import type { Hono } from 'hono'
import { readConfig } from '../src/config.ts'
import type { Finding, ProgrammeHead } from '../src/domain/finding.ts'
import { createFetch, type Fetch } from '../src/outside/fetch.ts'
import type { ProviderDoor } from '../src/outside/providers/door.ts'
import { importProgramme } from '../src/services/import-programme.ts'
import { openStore, type Store } from '../src/storage/store.ts'
import { createApp } from '../src/web/app.ts'
import type { Env } from '../src/web/show.ts'

/** The real site over a real store in memory, with a clock that the test holds. */
export type TestSite = {
  app: Hono<Env>
  store: Store
  clock: { now: number }
  /** Under which readers see it. */
  baseUrl: string
  close: () => Promise<void>
}

/**
 * @param given another store than one in memory
 * @param reads what addresses are read by, if any are (`openPages`)
 * @param environment as the host tells it
 * @param providerDoor by which providers of a sign-in are asked (`doorTo`)
 */
export async function openSite(
  now: string,
  given?: Store,
  reads?: Fetch,
  environment: Record<string, string> = {},
  providerDoor?: ProviderDoor,
): Promise<TestSite> {
  const store = given ?? (await openStore({ sqlite: ':memory:' }))
  const clock = { now: Date.parse(now) }
  const config = readConfig(environment)
  const fetch = reads ?? createFetch({ baseUrl: config.baseUrl, now: () => clock.now })
  const app = createApp({
    store,
    config,
    fetch,
    now: () => clock.now,
    patienceMs: 30_000,
    ...(providerDoor && { providerDoor }),
  })
  return { app, store, clock, baseUrl: config.baseUrl, close: () => store.close() }
}

/** Puts findings into an edition as the command line would; they are said to stand in one file. */
export async function addProgramme(
  site: TestSite,
  edition: { series: string; edition: string; date: string; zone: string; publish?: boolean },
  findings: Finding[],
  head?: ProgrammeHead,
): Promise<void> {
  const lines = [...(head ? [{ programme: head }] : []), ...findings.map(finding => ({ finding }))]
  await importProgramme(site.store, lines, {
    publish: true,
    ...edition,
    file: 'programme.json',
    at: site.clock.now,
  })
}

/** The same site at an address, for a browser. */
export async function listenWith(
  site: TestSite,
  port = 0,
): Promise<{ address: string; close: () => Promise<void> }> {
  return new Promise(resolve => {
    const server = listen({ fetch: site.app.fetch, port, hostname: '127.0.0.1' }, ({ port: bound }) =>
      resolve({
        address: `http://127.0.0.1:${bound}`,
        close: () => new Promise(done => server.close(() => done())),
      }),
    )
  })
}
