import { Worker } from 'node:worker_threads'
import type { Problem } from '../../domain/finding.ts'
import type { PdfLine } from './pdf-lines.ts'

export type PdfContent = {
  pages: PdfLine[][]
  count: number
  /** There is more than was read. */
  cut: boolean
  title?: string
  language?: string
  /** As the PDF has it: `D:20201210093000+01'00'`. */
  created?: string
}
export type PdfAnswer = { content: PdfContent } | { failed: 'locked' | 'broken' }

/** What one PDF may take: its size, its pages, letters of text, milliseconds, and megabytes of memory while it is read. */
export type PdfLimits = { bytes: number; pages: number; letters: number; ms: number; megabytes: number }
export const pdfLimits: PdfLimits = {
  bytes: 30 * 1024 * 1024,
  pages: 50,
  letters: 300_000,
  ms: 15_000,
  megabytes: 256,
}

/**
 * The text of a PDF. It is read in a thread of its own, one PDF at a time, that is ended when it takes longer or more
 * memory than it may: what a hostile PDF does stays in there.
 */
export function readPdfText(
  bytes: Uint8Array,
  limits: Partial<PdfLimits> = {},
): Promise<{ content: PdfContent } | { problem: Problem }> {
  const own = { ...pdfLimits, ...limits }
  if (bytes.length > own.bytes) return Promise.resolve({ problem: problem('too-large') })
  const answer = turn.then(() => readInThread(bytes, own))
  turn = answer.then(
    () => {},
    () => {},
  )
  return answer.then(one => ('failed' in one ? { problem: problem(one.failed) } : one))
}

let turn: Promise<void> = Promise.resolve()

type Failed = PdfAnswer | { failed: 'too-heavy' }

async function readInThread(bytes: Uint8Array, limits: PdfLimits): Promise<Failed> {
  const worker = new Worker(workerFile(), {
    workerData: { bytes: new Uint8Array(bytes), mostPages: limits.pages, mostLetters: limits.letters },
    resourceLimits: {
      maxOldGenerationSizeMb: limits.megabytes,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4,
    },
    stdout: true,
    stderr: true,
    env: {},
  })
  const { promise, resolve } = Promise.withResolvers<Failed>()
  worker.on('message', (answer: PdfAnswer) => resolve(answer))
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

/** Beside this file while it is TypeScript; once it is built, a file of its own in the folder above the chunks. */
function workerFile(): URL {
  const isBuilt = !import.meta.url.endsWith('.ts')
  return new URL(isBuilt ? '../pdf-worker.js' : './pdf-worker.ts', import.meta.url)
}

const says = {
  'too-large': `This PDF is larger than ${pdfLimits.bytes / 1024 / 1024} MB. Copy the page that tells of the event and paste its text.`,
  'too-heavy':
    'This PDF takes too much time or memory to be read. Copy the page that tells of the event and paste its text.',
  locked:
    'This PDF is locked with a password. Open it, print or save it as a PDF without one and give that, or paste its text.',
  broken: 'This PDF is damaged and cannot be read. Download it again, or open it and paste its text.',
}

function problem(code: keyof typeof says): Problem {
  return { code, says: says[code] }
}
