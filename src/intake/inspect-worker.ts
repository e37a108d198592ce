import { parentPort } from 'node:worker_threads'
import { readLines } from './read-lines.ts'

/** Reads what it is sent, one after the other, in a thread that may be ended at any time. */
parentPort!.on('message', async ({ bytes, options, most }) => {
  parentPort!.postMessage(await readLines(bytes, options, most))
})
