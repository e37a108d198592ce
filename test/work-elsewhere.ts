import { startWork } from '../src/jobs/work.ts'
import { openStore } from '../src/storage/store.ts'
import { effectsOf, quiet } from './effects.ts'

/**
 * A process of its own that works: `node test/work-elsewhere.ts '{"sqlite":"…"}' WHO [hang]`. With `hang` it says that
 * it has begun a job and never ends it. It works until it is told to stop by SIGTERM.
 */
const [where = '', who = '', hang] = process.argv.slice(2)
const store = await openStore(JSON.parse(where))
const hanging = async () => {
  process.stdout.write('begun\n')
  await new Promise(() => {})
}
const work = startWork({
  store,
  handlers: hang ? { 'send-mail': hanging } : effectsOf(who),
  parts: { ...quiet, now: Date.now },
  times: { lookEvery: 50, patience: 200 },
})
process.stdout.write('ready\n')
process.on('SIGTERM', async () => {
  await work.stop()
  await store.close()
})
