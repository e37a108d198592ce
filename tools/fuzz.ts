import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { type IntakeKind, intakeKinds } from '../src/intake/recognise.ts'

// Mutates the samples of each reader and reads them: `--seconds 60` for each, `--only calendar,csv`, `--seed 1`.
// A reader never throws, never takes long, and never tells what is no title, no date or no text. What is found is kept
// in `fuzz-found/`; once it is mended it belongs into `test/fuzz/`, where a test reads it again.
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, only: { type: 'string' }, seed: { type: 'string' } },
})
const seconds = Number(values.seconds)
const seed = values.seed === undefined ? Date.now() % 2 ** 30 : Number(values.seed)
const kinds = values.only ? values.only.split(',') : [...intakeKinds]
const unknown = kinds.filter(kind => !(intakeKinds as readonly string[]).includes(kind))
if (unknown.length > 0 || !(seconds > 0) || !Number.isInteger(seed)) {
  console.error(`Expected --seconds N, --seed N, --only of ${intakeKinds.join(',')}.`)
  process.exit(1)
}

/** One file takes so long on a machine that does other things as well, or else it hangs. */
const hangsAfterMs = 20_000
const megabytes = 700
const folder = resolve(import.meta.dirname, '..', 'fuzz-found')
let found = 0

console.log(`seed ${seed}, ${seconds} s a reader`)
for (const kind of kinds) await fuzz(kind as IntakeKind)
console.log(found === 0 ? 'Nothing was found.' : `${found} found; they are in ${folder}.`)
process.exitCode = found === 0 ? 0 : 1

async function fuzz(kind: IntakeKind): Promise<void> {
  const until = performance.now() + seconds * 1000
  const known: string[] = []
  let runs = 0
  for (let turn = 0; performance.now() < until && turn < 20; turn++) {
    const outcome = await once(kind, seed + turn * 1000, until - performance.now(), known)
    runs += outcome.runs
    if (outcome.isDone) break
  }
  console.log(`${kind.padEnd(12)} ${runs} files, ${known.length} faults`)
}

type Message = { reads: Uint8Array } | { fault: string; sample: string; bytes: Uint8Array } | { done: number }

/** A thread for a reader, watched: what it hangs on or dies of is what it said last that it reads. */
function once(
  kind: IntakeKind,
  from: number,
  ms: number,
  known: string[],
): Promise<{ runs: number; isDone: boolean }> {
  const { promise, resolve: end } = Promise.withResolvers<{ runs: number; isDone: boolean }>()
  const worker = new Worker(new URL('./fuzz/fuzz-worker.ts', import.meta.url), {
    workerData: { kind, seed: from, ms, known },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  let reads: Uint8Array = new Uint8Array()
  let runs = 0
  let since = performance.now()
  const watch = setInterval(() => {
    // Until it reads it loads what it needs, which takes as long as the machine is busy.
    if (runs > 0 && performance.now() - since > hangsAfterMs) stop('hangs')
  }, 500)
  const stop = (fault: string | null) => {
    if (fault) keep(kind, fault, reads, known)
    clearInterval(watch)
    void worker.terminate()
    end({ runs, isDone: fault === null })
  }
  worker.on('message', (message: Message) => {
    since = performance.now()
    if ('reads' in message) {
      reads = message.reads
      runs++
    } else if ('fault' in message) keep(kind, message.fault, message.bytes, known)
    else stop(null)
  })
  worker.on('error', (error: unknown) => stop(`dies: ${error instanceof Error ? error.message : error}`))
  return promise
}

function keep(kind: IntakeKind, fault: string, bytes: Uint8Array, known: string[]): void {
  known.push(fault.replace(/\d+/g, '#').slice(0, 60))
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${kind}-${seed}-${++found}.bin`)
  writeFileSync(file, bytes)
  console.log(`${kind}: ${fault.slice(0, 600)}\n  ${bytes.length} bytes in ${file}`)
}
