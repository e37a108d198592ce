import { Worker } from 'node:worker_threads'
import type { InspectLine, Problem } from '../domain/finding.ts'
import type { InspectOptions } from './inspect.ts'

/** What one file may take while it is read. */
const mostMs = 20_000
const mostMegabytes = 512

/** How long a thread that has nothing to read is kept for the next file. */
const idleMs = 60_000

type Thread = { worker: Worker; isBusy: boolean; idle?: NodeJS.Timeout }
const threads: Thread[] = []
const waiting: (() => void)[] = []
/** Those who paste wait for each other no longer than this allows; each costs memory. */
const mostThreads = 2

/**
 * The lines of a file, read in a thread apart: whoever wrote it may have made it so that reading never ends, and
 * readers of the site are to notice nothing. A file that takes too much gives a problem like any other.
 *
 * @param most so many lines are read
 * @param limits ms: how long it may take, in milliseconds
 */
export async function inspectApart(
  bytes: Uint8Array,
  options: InspectOptions,
  most: number,
  { ms = mostMs } = {},
): Promise<InspectLine[]> {
  while (threads.length >= mostThreads && threads.every(({ isBusy }) => isBusy))
    await new Promise<void>(go => waiting.push(go))
  const thread = threads.find(({ isBusy }) => !isBusy) ?? begin()
  thread.isBusy = true
  clearTimeout(thread.idle)
  thread.worker.ref()
  try {
    const answer = await ask(thread.worker, { bytes, options, most }, ms)
    rest(thread)
    return answer
  } catch (error) {
    end(thread)
    return [{ problem: tooHeavy(error) }]
  } finally {
    waiting.shift()?.()
  }
}

function begin(): Thread {
  const isBuilt = !import.meta.url.endsWith('.ts')
  const file = new URL(isBuilt ? '../inspect-worker.js' : './inspect-worker.ts', import.meta.url)
  const resourceLimits = { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 32 }
  const thread: Thread = { worker: new Worker(file, { resourceLimits }), isBusy: true }
  threads.push(thread)
  // One that ends while it reads nothing is of no interest; while it reads, whoever asked hears of it.
  thread.worker.on('error', () => end(thread))
  return thread
}

function ask(worker: Worker, given: object, ms: number): Promise<InspectLine[]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too slow')), ms)
    const settle = (act: () => void) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      act()
    }
    const onMessage = (lines: InspectLine[]) => settle(() => resolve(lines))
    const onError = (error: unknown) => settle(() => reject(error))
    const onExit = () => settle(() => reject(new Error('ended')))
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(given)
  })
}

function rest(thread: Thread): void {
  thread.isBusy = false
  // Nobody waits for it: the process may end.
  thread.worker.unref()
  thread.idle = setTimeout(() => end(thread), idleMs).unref()
}

function end(thread: Thread): void {
  clearTimeout(thread.idle)
  const at = threads.indexOf(thread)
  if (at !== -1) threads.splice(at, 1)
  void thread.worker.terminate()
}

function tooHeavy(error: unknown): Problem {
  const isMemory = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
  const says = isMemory
    ? 'This takes too much memory to be read. Copy the part that tells of the event, and paste that.'
    : 'This takes too long to be read. Copy the part that tells of the event, and paste that.'
  return { code: 'too-heavy', says }
}
