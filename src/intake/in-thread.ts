import { Worker } from 'node:worker_threads'

/** What reading one file may take: milliseconds, and megabytes of memory. */
export type ThreadLimits = { ms: number; megabytes: number }

/** `broken`: the thread died of what it read. */
export type ThreadFailure = { failed: 'too-heavy' | 'broken' }

/**
 * What a thread of its own tells of a file, ended when it takes longer or more memory than it may: what a hostile file
 * does stays in there. One file at a time, as all together would take what one may take times their number.
 */
export function readInThread<Answer>(
  file: URL,
  workerData: Record<string, unknown>,
  limits: ThreadLimits,
): Promise<Answer | ThreadFailure> {
  const answer = turn.then(() => askThread<Answer>(file, workerData, limits))
  turn = answer.then(
    () => {},
    () => {},
  )
  return answer
}

let turn: Promise<void> = Promise.resolve()

async function askThread<Answer>(
  file: URL,
  workerData: Record<string, unknown>,
  limits: ThreadLimits,
): Promise<Answer | ThreadFailure> {
  const worker = new Worker(file, {
    workerData,
    resourceLimits: {
      maxOldGenerationSizeMb: limits.megabytes,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4,
    },
    stdout: true,
    stderr: true,
    env: {},
  })
  const { promise, resolve } = Promise.withResolvers<Answer | ThreadFailure>()
  worker.on('message', (answer: Answer) => resolve(answer))
  worker.on('error', error => resolve({ failed: isOutOfMemory(error) ? 'too-heavy' : 'broken' }))
  worker.on('exit', () => resolve({ failed: 'broken' }))
  const deadline = setTimeout(() => resolve({ failed: 'too-heavy' }), limits.ms)
  // What is unpacked lies outside of the heap that the limits above are about.
  const watch = setInterval(async () => {
    const { external_memory } = await worker.getHeapStatistics().catch(() => ({ external_memory: 0 }))
    if (external_memory > limits.megabytes * 1024 * 1024) resolve({ failed: 'too-heavy' })
  }, 25)
  try {
    return await promise
  } finally {
    clearTimeout(deadline)
    clearInterval(watch)
    await worker.terminate()
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
}
