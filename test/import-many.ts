import { openStore } from '../src/storage/store.ts'
import { importInto, manyLines } from './builders.ts'

/** A process of its own that imports many findings: `node test/import-many.ts '{"sqlite":"…"}' COUNT`. Tells how far it is. */
const [where = '', count = ''] = process.argv.slice(2)
const store = await openStore(JSON.parse(where))
const summary = await importInto(store, manyLines(Number(count)), {
  onProgress: done => process.stdout.write(`${JSON.stringify({ done })}\n`),
})
process.stdout.write(`${JSON.stringify({ summary })}\n`)
await store.close()
