import { sql } from 'kysely'
import { startWork } from '../src/jobs/work.ts'
import { openStore } from '../src/storage/store.ts'
import { quiet } from './effects.ts'

/**
 * A process of its own that works, and is told by messages how far its clock is off: `node test/work-stressed.ts
 * '{"postgres":"…"}' WHO`. Each attempt leaves a row when it begins, and is marked when it has ended. What is called
 * `poison` ends the process.
 */
const [where = '', who = ''] = process.argv.slice(2)
const store = await openStore(JSON.parse(where))
let offset = 0
process.on('message', (told: number) => {
  offset = told
})

async function attempt(what: string, ms: number): Promise<void> {
  if (what === 'poison') process.kill(process.pid, 'SIGKILL')
  const { rows } = await sql<{ id: number }>`insert into attempts (what, who, begun_at)
    values (${what}, ${who}, clock_timestamp()) returning id`.execute(store.db)
  await store.db.transaction().execute(async db => {
    await new Promise(resolve => setTimeout(resolve, ms))
    await sql`update attempts set ended_at = clock_timestamp() where id = ${rows[0]!.id}`.execute(db)
  })
}

const rule = { attempts: 50, seconds: 2, atOnce: 2 }
console.error = () => {}
startWork({
  store,
  handlers: {
    'send-mail': (_, { mail }) => attempt(mail, 5),
    read: (_, { reading }) => attempt(reading, 20),
    'read-source': (_, { source }) => attempt(source, 30),
    import: (_, { import: id }) => attempt(id, 400),
  },
  parts: { ...quiet, now: () => Date.now() + offset },
  rules: {
    'send-mail': { ...rule, atOnce: 4, isPressing: true },
    read: { ...rule, attempts: 3, isPressing: true },
    'read-source': rule,
    import: { ...rule, atOnce: 1 },
  },
  chance: () => 0,
  times: { lookEvery: 100, patience: 200, spare: 800 },
})
process.send?.('ready')
process.on('disconnect', () => process.exit())
