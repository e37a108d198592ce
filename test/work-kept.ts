import { findImport } from '../src/storage/imports.ts'
import { openStore } from '../src/storage/store.ts'
import { workAtKept } from './work-at-kept.ts'

/**
 * A process of its own that works at what was handed in, to be killed at it:
 * `node test/work-kept.ts '{"sqlite":"…"}' '{"what":"import","id":"…"}'`. Tells how far it is.
 */
const [where = '', told = ''] = process.argv.slice(2)
const kept = JSON.parse(told)
const store = await openStore(JSON.parse(where))
const tell = setInterval(async () => {
  const { done } = (await findImport(store.db, kept.id)) ?? {}
  process.stdout.write(`${JSON.stringify({ done })}\n`)
}, 5)
process.stdout.write('ready\n')
await workAtKept(store, kept)
clearInterval(tell)
await store.close()
