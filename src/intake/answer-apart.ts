import { parentPort } from 'node:worker_threads'

/**
 * Makes this thread one that answers questions (`askApart`), one after the other. It may be ended at any time. What
 * libraries say in it goes nowhere: nobody listens, and it would be kept until somebody does.
 */
export function answerApart<Given>(answer: (given: Given) => unknown): void {
  for (const stream of [process.stdout, process.stderr]) stream.write = sayNothing as typeof stream.write
  parentPort!.on('message', async (given: Given) => {
    parentPort!.postMessage(await answer(given))
  })
}

function sayNothing(...told: unknown[]): boolean {
  const done = told.at(-1)
  if (typeof done === 'function') queueMicrotask(() => done())
  return true
}
