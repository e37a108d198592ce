import { existsSync, readdirSync } from 'node:fs'
import { contentOfFinding } from '../../src/domain/content.ts'
import { duplicatesOf, knowEntries } from '../../src/domain/duplicate.ts'
import type { Entry } from '../../src/domain/entry.ts'
import type { Finding } from '../../src/domain/finding.ts'
import { evidenceOf } from '../../src/domain/identity/evidence.ts'
import { isSafe, strengthOf } from '../../src/domain/identity/judge.ts'
import { type Told, traitsOf } from '../../src/domain/identity/traits.ts'
import { instantsOf } from '../../src/domain/instants-of.ts'
import { contentOfRead } from '../../src/domain/reading.ts'
import { causeOf } from './causes.ts'
import { type Example, fitWeights, oddsOfUnseen, writeWeights } from './fit.ts'
import { percent, readKey } from './key.ts'
import { readNeighbours } from './neighbours.ts'

type Pair = {
  id: string
  same: boolean
  hesitant?: boolean
  reason: string
  why: string
  /** The day or cause they are about: what is alike in wording and hosts. */
  cause: string
  a: Finding
  b: Finding
}

const unseenKey = 'unseen.jsonl'

type Judged = { same: boolean; says: string }

/**
 * How often two announcements are rightly found to be one entry (made one, or asked about), and made one. The rule is
 * fitted to the keys of hard pairs and to the items; what it would say of causes that it was not fitted to is told with
 * `--fit`. The pairs of `unseen.jsonl`, where it is there, are never fitted to. `--verbose` tells each that it gets wrong.
 */
export async function reportPairs(folder: string, samples: string): Promise<void> {
  const keys = readdirSync(folder)
    .filter(file => file.endsWith('.jsonl') && file !== unseenKey)
    .map(file => ({ file, pairs: readPairs(`${folder}/${file}`) }))
  const items = await readNeighbours(samples)
  const hard = keys.flatMap(({ pairs }) => pairs)
  const examples = [...hard.map(exampleOf), ...items]
  const isFit = process.argv.includes('--fit')
  const says = isFit ? saidOfLeft(examples) : examples.map(({ a, b }) => judge(a, b))
  if (isFit) writeWeights(fitWeights(examples))
  const judged = examples.map(({ same }, at) => ({ same, says: says[at]! }))
  const [pairs, told] = [judged.slice(0, hard.length), judged.slice(hard.length)]
  const how = isFit ? ', of causes left out of the fit' : ''
  let from = 0
  for (const { file, pairs: own } of keys) {
    report(`Hard pairs of ${file}${how}`, pairs.slice(from, (from += own.length)))
  }
  report(`All hard pairs${how}`, pairs)
  report(`Items of schedules, tables and feeds${how}`, told)
  report(`Half hard negatives, half positives of both${how}`, composed(pairs, told))
  if (process.argv.includes('--verbose')) tellWrong(hard, pairs)
  if (isFit || !existsSync(`${folder}/${unseenKey}`)) return
  const unseen = readPairs(`${folder}/${unseenKey}`)
  const fresh = unseen.map(exampleOf).map(({ same, a, b }) => ({ same, says: judge(a, b) }))
  report('Pairs never fitted to', fresh)
  if (process.argv.includes('--verbose')) tellWrong(unseen, fresh)
}

function tellWrong(pairs: readonly Pair[], judged: readonly Judged[]): void {
  for (const [at, { same, says }] of judged.entries()) {
    const { id, reason, why } = pairs[at]!
    const isWrong = same !== asks.includes(says)
    if (isWrong) console.log(`  ${id} ${same ? 'missed' : 'wrong'} (${says}) ${reason}: ${why}`)
  }
}

function saidOfLeft(examples: readonly Example[]): string[] {
  const odds = oddsOfUnseen(examples)
  return examples.map((example, at) => strengthOfLeft(example, odds[at]!))
}

function strengthOfLeft({ a, b }: Example, odds: number): string {
  const strength = strengthOf(odds)
  return strength === 'sure' && !isSafe(evidenceOf(traitsOf(a), traitsOf(b)))
    ? 'likely'
    : (strength ?? 'none')
}

function readPairs(file: string): Pair[] {
  return (readKey<Pair>(file) ?? []).filter(({ hesitant }) => !hesitant)
}

function exampleOf({ same, cause, a, b }: Pair): Example {
  return { same, group: causeOf(cause), a: toldOf(a), b: toldOf(b) }
}

/**
 * All negatives of the hard key, and as many positives: half of them drawn from the hard key, half from the items, by a
 * seed of its own.
 */
function composed(pairs: readonly Judged[], items: readonly Judged[]): Judged[] {
  const two = pairs.filter(({ same }) => !same)
  const half = Math.ceil(two.length / 2)
  const draw = (all: readonly Judged[], count: number) =>
    drawn(
      all.filter(({ same }) => same),
      count,
    )
  return [...two, ...draw(pairs, half), ...draw(items, two.length - half)]
}

/** By a linear congruence (Numerical Recipes), so that it is the same everywhere. */
function drawn<T>(all: readonly T[], count: number, seed = 20261130): T[] {
  const rest = [...all]
  let state = seed
  return Array.from({ length: Math.min(count, rest.length) }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return rest.splice(state % rest.length, 1)[0]!
  })
}

const asks: readonly string[] = ['likely', 'sure']

function report(what: string, judged: readonly Judged[]): void {
  const same = judged.filter(each => each.same).length
  console.log(`${what}: ${same} one, ${judged.length - same} two`)
  for (const [name, least] of [
    ['found (made one or asked about)', asks],
    ['made one', ['sure']],
  ] as const) {
    const said = judged.filter(({ says }) => (least as readonly string[]).includes(says))
    const right = said.filter(each => each.same).length
    console.log(
      `  ${name}: precision ${percent(right, said.length)} (${right} of ${said.length}), recall ${percent(right, same)} (${right} of ${same})`,
    )
  }
}

function judge(a: Told, b: Told): string {
  const known = knowEntries([{ ...a, id: 'a', sessions: [] } as unknown as Entry])
  return duplicatesOf(known, b)[0]?.strength ?? 'none'
}

function toldOf(finding: Finding): Told {
  const read = { form: 'address' as const, input: finding.url ?? '', url: finding.url ?? null }
  const content = finding.url ? contentOfRead(finding, 'UTC', read) : contentOfFinding(finding, 'UTC')
  // As every reader does where no zone is told.
  const doubts = /T\d\d:\d\d(?::\d\d)?$/.test(finding.start ?? '') ? [{ code: 'zone-missing' }] : []
  return { ...content, ...instantsOf(content.time), uid: finding.uid, doubts }
}
