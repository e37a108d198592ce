import { parentPort } from 'node:worker_threads'

/** Makes this thread one that answers questions (`askApart`), one after the other. It may be ended at any time. */
export function answerApart<Given>(answer: (given: Given) => unknown): void {
  parentPort!.on('message', async (given: Given) => {
    parentPort!.postMessage(await answer(given))
  })
}
