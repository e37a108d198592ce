import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { quiet } from '../../test/effects.ts'
import { anEdition } from '../../test/entries.ts'
import { openPages } from '../../test/pages-site.ts'
import { calendar, watching } from '../../test/sources.ts'
import { closing, temporaryFile } from '../../test/stores.ts'
import { listImports } from '../storage/imports.ts'
import { findWatched } from '../storage/sources.ts'
import { openStore, type Store } from '../storage/store.ts'
import { handlers } from './handlers.ts'
import { startWork } from './work.ts'

const events = Array.from({ length: 2500 }, (_, number) => ({
  title: `Webinar ${number}`,
  start: `18T${String(number % 24).padStart(2, '0')}0000`,
}))

test('a source whose reading was killed in the middle is read whole by the next process', {
  timeout: 180_000,
}, async () => {
  const { address, fetch, site } = await openPages({ '/all.ics': calendar(events) })
  const world = { address, fetch, site, pages: {} }
  const outcome = async (kill: boolean) => {
    const where = { sqlite: temporaryFile() }
    const store = closing(await openStore(where))
    const edition = await anEdition(store)
    const clock = { now: Date.now() - 3_600_000 }
    const wish = { path: '/all.ics', clock, policy: 'mirror', newAs: 'published' } as const
    const { id } = await watching(store, world, edition.id, wish)
    if (kill) {
      await workUntilKilled(where, site.port)
      expect(await findWatched(store.db, id)).toMatchObject({ lastReadAt: null })
      expect(await listImports(store.db, { sourceId: id })).toMatchObject([{ state: 'running' }])
      // Its lease would run out a few minutes later.
      await store.db.updateTable('jobs').set({ leased_until: 1 }).where('kind', '=', 'read-source').execute()
    }
    const work = startWork({
      store,
      handlers,
      parts: { ...quiet, fetch, now: Date.now },
      times: { lookEvery: 50 },
    })
    onTestFinished(work.stop)
    const read = async () => expect((await findWatched(store.db, id))!.lastReadAt).not.toBeNull()
    await vi.waitFor(read, { timeout: 60_000, interval: 50 })
    await work.stop()
    return told(store, id)
  }
  const [undisturbed, killed] = [await outcome(false), await outcome(true)]
  expect(undisturbed.entries).toHaveLength(2500)
  expect(undisturbed.imports).toMatchObject([{ state: 'done', report: { new: 2500 } }])
  expect(killed).toEqual(undisturbed)
})

async function told(store: Store, id: string) {
  const entries = await store.db
    .selectFrom('entries')
    .orderBy('position')
    .select(['slug', 'title', 'starts_at'])
    .execute()
  const imports = (await listImports(store.db, { sourceId: id })).map(({ state, done, report }) => ({
    state,
    done,
    report,
  }))
  const { told, failures, error } = (await findWatched(store.db, id))!
  return { entries, imports, told, failures, error }
}

/** Works in a process of its own and kills it as soon as something is stored. */
async function workUntilKilled(where: object, port: number): Promise<void> {
  const script = fileURLToPath(new URL('../../test/read-source-slowly.ts', import.meta.url))
  const args = [script, JSON.stringify(where), String(port)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  child.stdout.on('data', (chunk: Buffer) => {
    if (/"done":[1-9]/.test(String(chunk))) child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'close')
  expect(signal).toBe('SIGKILL')
}
