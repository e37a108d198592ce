import { runImport } from '../src/services/run-import.ts'
import { findImport } from '../src/storage/imports.ts'
import { openStore } from '../src/storage/store.ts'

/** A process of its own that runs a kept import: `node test/import-kept.ts '{"sqlite":"…"}' ID`. Tells how far it is. */
const [where = '', id = ''] = process.argv.slice(2)
const store = await openStore(JSON.parse(where))
const tell = setInterval(async () => {
  const kept = await findImport(store.db, id)
  process.stdout.write(`${JSON.stringify({ done: kept?.done })}\n`)
}, 5)
process.stdout.write('ready\n')
await runImport(store, id, { now: Date.now })
clearInterval(tell)
await store.close()
