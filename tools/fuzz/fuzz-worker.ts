import { parentPort, workerData } from 'node:worker_threads'
import fc from 'fast-check'
import type { IntakeKind } from '../../src/intake/recognise.ts'
import { archive, partsOf } from '../../test/zip.ts'
import { faultsOf } from './faults.ts'
import { type Mutation, mutated, mutations } from './mutations.ts'
import { faultsOfPicture } from './picture-faults.ts'
import { withSums } from './pictures.ts'
import { type Sample, samplesOf } from './samples.ts'

/**
 * One reader, one time: it says what it is about to read before it does, so that whoever watches knows what it hangs
 * on. A failure is made as small as it gets.
 */
const { kind, seed, ms, known } = workerData as {
  kind: IntakeKind
  seed: number
  ms: number
  known: string[]
}
const samples = await samplesOf(kind)
const seen = new Set(known)
const until = performance.now() + ms
let runs = 0
if (samples.length > 0) for (let round = 0; performance.now() < until; round++) await explore(seed + round)
parentPort!.postMessage({ done: runs, samples: samples.length })

async function explore(from: number): Promise<void> {
  const property = fc.asyncProperty(fc.nat(100_000), mutations, async (pick, acts) => {
    const bytes = made(samples[pick % samples.length]!, acts)
    runs++
    parentPort!.postMessage({ reads: bytes })
    // Without being told what it is as well: what is recognised as something else is read as that.
    const read = await faultsOf(bytes, pick % 4 === 0 ? {} : { as: kind })
    const kept = kind === 'picture' ? await faultsOfPicture(bytes) : []
    const faults = [...read, ...kept].filter(fault => !seen.has(short(fault)))
    if (faults.length > 0) throw new Error(faults[0])
  })
  const left = until - performance.now()
  const result = await fc.check(property, {
    seed: from,
    numRuns: 1_000_000,
    interruptAfterTimeLimit: Math.max(1, left),
    markInterruptAsFailure: false,
    endOnFailure: false,
  })
  const [pick, acts] = result.counterexample ?? []
  if (!result.failed || pick === undefined || acts === undefined) return
  const fault = result.errorInstance instanceof Error ? result.errorInstance.message : 'fails'
  seen.add(short(fault))
  const sample = samples[pick % samples.length]!
  parentPort!.postMessage({ fault, sample: sample.name, acts, bytes: made(sample, acts) })
}

/** The same fault at another place is the same. */
function short(fault: string): string {
  return fault.replace(/\d+/g, '#').slice(0, 60)
}

/** What is in an archive is mutated, not the archive alone, and sums are made to agree: it would be found out at once. */
function made(sample: Sample, acts: Mutation[]): Uint8Array {
  const all = samples.map(({ bytes }) => bytes)
  if (kind === 'picture' && acts.length % 2) return withSums(mutated(sample.bytes, all, acts))
  if (kind !== 'spreadsheet' || acts.length % 4 === 0) return mutated(sample.bytes, all, acts)
  const parts = [...partsOf(sample.bytes)]
  const at = parts.findIndex(([name]) =>
    (acts.length % 2 ? /sheet1\.xml|content\.xml/ : /workbook\.xml$|sharedStrings|styles|sheet2/).test(name),
  )
  const [name, content] = parts[Math.max(0, at)]!
  return archive([...parts, [name, mutated(content, [content], acts)]])
}
