import { handlers } from '../src/jobs/handlers.ts'
import { startWork } from '../src/jobs/work.ts'
import { createFetch } from '../src/outside/fetch.ts'
import { openStore } from '../src/storage/store.ts'
import { quiet } from './effects.ts'

/** A process of its own that reads sources: `node test/read-source-slowly.ts '{"sqlite":"…"}' PORT`. Tells how far it is. */
const [where = '', port = ''] = process.argv.slice(2)
const store = await openStore(JSON.parse(where))
const fetch = createFetch({
  baseUrl: 'http://localhost:1812',
  exempt: (ip, at) => ip === '127.0.0.1' && at === Number(port),
  now: Date.now,
  gapMs: 0,
})
const parts = { ...quiet, fetch, now: Date.now }
startWork({ store, handlers, parts, times: { lookEvery: 20 } })
setInterval(async () => {
  const kept = await store.db.selectFrom('imports').select('done').executeTakeFirst()
  process.stdout.write(`${JSON.stringify({ done: kept?.done ?? 0 })}\n`)
}, 5)
