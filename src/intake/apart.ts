import { Worker } from 'node:worker_threads'

/**
 * What one question may take: milliseconds of processor – by the clock much more of them, where the machine is busy
 * with other things – and megabytes of memory.
 */
export type ApartLimits = { ms: number; megabytes: number }

/** `broken`: the thread died of what it read. */
export type ApartFailure = { failed: 'too-slow' | 'too-large' | 'broken' }

/**
 * Threads that answer questions (`answerApart`), ended when one takes longer or more memory than it may: what a hostile
 * file does stays in there. They know nothing of the environment.
 *
 * - `file`: by its folder in `src/`; once it is built it lies with all others
 * - `most`: so many at once; further questions wait
 * - `idleMs`: how long one with nothing to do is kept for the next question; 0: each begins anew
 */
export type ApartKind = { file: URL; most: number; idleMs: number }

/** A thread for several questions, one after the other. After a failure there is none any more. */
export type Held = {
  ask: <Answer>(given: unknown, ms: number) => Promise<Answer | ApartFailure>
  release: () => void
}

/** What a thread answers to one question. */
export async function askApart<Answer>(
  kind: ApartKind,
  given: unknown,
  { ms, megabytes }: ApartLimits,
): Promise<Answer | ApartFailure> {
  const held = await holdApart(kind, megabytes)
  try {
    return await held.ask<Answer>(given, ms)
  } finally {
    held.release()
  }
}

/** A thread for oneself, until it is released. */
export async function holdApart(kind: ApartKind, megabytes: number): Promise<Held> {
  const room = roomOf(kind)
  while (room.busy >= kind.most) await new Promise<void>(go => room.waiting.push(go))
  room.busy++
  const at = room.idle.findIndex(idle => idle.megabytes === megabytes && !idle.isOver)
  let thread: Thread | null = at === -1 ? begin(kind, megabytes) : room.idle.splice(at, 1)[0]!
  clearTimeout(thread.end)
  thread.worker.ref()
  let [isAsked, isHeld] = [false, true]
  return {
    ask: async (given, ms) => {
      if (!thread || thread.isOver) return { failed: 'broken' }
      isAsked = true
      const answer = await ask(thread.worker, given, { ms, megabytes })
      isAsked = false
      if (!isFailure(answer) || !thread) return answer as never
      void thread.worker.terminate()
      thread = null
      return answer
    },
    release: () => {
      if (!isHeld) return
      isHeld = false
      // Whoever goes before the answer has come leaves a thread that is of no use to others.
      if (thread && !isAsked && kind.idleMs > 0) rest(room, thread, kind.idleMs)
      else if (thread) void thread.worker.terminate()
      thread = null
      room.busy--
      room.waiting.shift()?.()
    },
  }
}

export function isFailure(answer: unknown): answer is ApartFailure {
  return typeof (answer as ApartFailure | null)?.failed === 'string'
}

type Thread = { worker: Worker; megabytes: number; isOver: boolean; end?: NodeJS.Timeout }
type Room = { busy: number; idle: Thread[]; waiting: (() => void)[] }
const rooms = new Map<ApartKind, Room>()

function roomOf(kind: ApartKind): Room {
  let room = rooms.get(kind)
  if (!room) rooms.set(kind, (room = { busy: 0, idle: [], waiting: [] }))
  return room
}

function begin({ file }: ApartKind, megabytes: number): Thread {
  const worker = new Worker(built(file), {
    resourceLimits: {
      maxOldGenerationSizeMb: megabytes,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4,
    },
    // Held back and never read: to read what it says, even to throw it away, would keep the process from ending.
    stdout: true,
    stderr: true,
    env: {},
  })
  // One that dies while nobody asks is of no interest.
  worker.on('error', () => {})
  const thread: Thread = { worker, megabytes, isOver: false }
  worker.on('exit', () => {
    thread.isOver = true
  })
  return thread
}

/** Beside the file that names it while that is TypeScript; once it is built, in the folder above the chunks. */
function built(file: URL): URL {
  if (import.meta.url.endsWith('.ts')) return file
  const name = file.pathname.split('/').at(-1)!.replace(/\.ts$/, '.js')
  return new URL(import.meta.url.includes('/chunks/') ? `../${name}` : name, import.meta.url)
}

/** A busy machine gives a thread this much less of a processor than it would have. */
const mostBusy = 6
/** At first so often; what goes on for long is looked at less often. */
const lookEveryMs = { first: 25, last: 250 }

async function ask(worker: Worker, given: unknown, { ms, megabytes }: ApartLimits): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  const fail = (failed: ApartFailure['failed']) => resolve({ failed } satisfies ApartFailure)
  const onError = (error: unknown) => fail(isOutOfMemory(error) ? 'too-large' : 'broken')
  const onExit = () => fail('broken')
  worker.on('message', resolve).on('error', onError).on('exit', onExit)
  const { sent, transfer } = tight(given)
  worker.postMessage(sent, transfer)
  const deadline = setTimeout(() => fail('too-slow'), ms * mostBusy)
  let before: NodeJS.CpuUsage | null = null
  let every = lookEveryMs.first
  const look = async () => {
    try {
      // What is unpacked lies outside of the heap that the limits of the thread are about.
      const { external_memory } = await worker.getHeapStatistics()
      if (external_memory > megabytes * 1024 * 1024) fail('too-large')
      before ??= await worker.cpuUsage()
      const { user, system } = await worker.cpuUsage(before)
      if ((user + system) / 1000 > ms) fail('too-slow')
    } catch {
      // It has ended, which is told by itself.
    }
    every = Math.min(lookEveryMs.last, every * 1.2)
    if (!isAnswered) watch = setTimeout(look, every)
  }
  let isAnswered = false
  let watch = setTimeout(look, every)
  try {
    return await promise
  } finally {
    clearTimeout(deadline)
    isAnswered = true
    clearTimeout(watch)
    worker.off('message', resolve).off('error', onError).off('exit', onExit)
  }
}

/** Bytes are often part of something larger, all of which would be copied: they are copied alone, and handed over. */
function tight(given: unknown): { sent: unknown; transfer: ArrayBuffer[] } {
  const transfer: ArrayBuffer[] = []
  if (typeof given !== 'object' || given === null) return { sent: given, transfer }
  const told = Object.entries(given).map(([name, value]) => {
    if (!(value instanceof Uint8Array)) return [name, value]
    const own = new Uint8Array(value)
    transfer.push(own.buffer)
    return [name, own]
  })
  return { sent: Object.fromEntries(told), transfer }
}

function rest(room: Room, thread: Thread, idleMs: number): void {
  // Nobody waits for it: the process may end.
  thread.worker.unref()
  thread.end = setTimeout(() => {
    room.idle = room.idle.filter(idle => idle !== thread)
    void thread.worker.terminate()
  }, idleMs).unref()
  room.idle.push(thread)
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
}
