import { handlers } from '../src/jobs/handlers.ts'
import { startWork } from '../src/jobs/work.ts'
import { sendNotices } from '../src/services/notices/send-notices.ts'
import { openStore } from '../src/storage/store.ts'
import { quiet } from './effects.ts'
import { meansTo } from './mail-server.ts'

/**
 * A process of its own that tells readers what they asked for, to be killed at it:
 * `node test/tell-kept.ts '{"sqlite":"…"}' PORT`, of a mail server. What it leaves lying is taken up soon.
 */
const [where = '', port = ''] = process.argv.slice(2)
const store = await openStore(JSON.parse(where))
const means = meansTo(Number(port))
const times = { most: 20, lease: 3000, spare: 500, long: 1500 }
const work = startWork({
  store,
  handlers: {
    'make-notices': handlers['make-notices'],
    'send-notices': (store, by, { now, signal }) =>
      sendNotices(store, by, { means, now, signal, chance: Math.random, times }),
  },
  parts: { ...quiet, means, now: Date.now },
  rules: { 'send-notices': { attempts: 1e5, seconds: 6, atOnce: 2, longestPause: 200 } },
  times: { lookEvery: 50, patience: 200, spare: 500 },
})
process.stdout.write('ready\n')
process.on('SIGTERM', async () => {
  await work.stop()
  await store.close()
})
