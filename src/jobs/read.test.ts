import { expect, onTestFinished, test, vi } from 'vitest'
import { quiet } from '../../test/effects.ts'
import { anEdition } from '../../test/entries.ts'
import { eventPage, openPages } from '../../test/pages-site.ts'
import { closing, temporaryFile } from '../../test/stores.ts'
import { openReadings } from '../services/open-readings.ts'
import { findReading } from '../storage/readings.ts'
import { openStore } from '../storage/store.ts'
import { handlers } from './handlers.ts'
import { startWork } from './work.ts'

test('what was pasted into a process that was killed is read by the next one', async () => {
  const { address, fetch } = await openPages({ '/day': eventPage({ title: 'Voices of migrants' }) })
  const where = { sqlite: temporaryFile() }
  const clock = { now: Date.parse('2020-12-01T12:00:00Z') }
  const killed = await openStore(where)
  const edition = await anEdition(killed)
  const given = { text: `${address}/day`, files: [] }
  const [id] = await openReadings(killed, edition.id, given, { by: 'Anna', at: clock.now })
  await killed.close()

  const store = closing(await openStore(where))
  let looks = 0
  const now = () => {
    looks++
    return clock.now
  }
  const parts = { ...quiet, fetch, now }
  const work = startWork({ store, handlers, parts, times: { lookEvery: 20 } })
  onTestFinished(work.stop)
  await vi.waitFor(() => expect(looks).toBeGreaterThan(5), { timeout: 20_000, interval: 20 })
  expect((await findReading(store.db, id!))!.state).toBe('waiting')
  clock.now += 61_000
  const read = () =>
    expect(findReading(store.db, id!)).resolves.toMatchObject({ state: 'read', findings: [{}] })
  await vi.waitFor(read, { timeout: 20_000, interval: 50 })
})
