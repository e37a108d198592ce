import { contentOfFinding } from '../../src/domain/content.ts'
import { duplicatesOf, knowEntries } from '../../src/domain/duplicate.ts'
import type { Entry } from '../../src/domain/entry.ts'
import type { Finding } from '../../src/domain/finding.ts'
import { evidenceOf } from '../../src/domain/identity/evidence.ts'
import { isSafe, strengthOf } from '../../src/domain/identity/judge.ts'
import { type Told, traitsOf } from '../../src/domain/identity/traits.ts'
import { instantsOf } from '../../src/domain/instants-of.ts'
import { contentOfRead } from '../../src/domain/reading.ts'
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

type Judged = { same: boolean; says: string }

/**
 * How often two announcements are rightly taken for one entry: asked about (likely or sure), and surely. The rule is
 * fitted to the hard pairs and to the items; what it would say of causes that it was not fitted to is told with `--fit`.
 * The pairs of `unseen.jsonl` were never fitted to.
 */
export async function reportPairs(folder: string, samples: string): Promise<void> {
  const hard = readPairs(`${folder}/pairs.jsonl`)
  const unseen = readPairs(`${folder}/unseen.jsonl`)
  const items = await readNeighbours(samples)
  const examples = hard.map(exampleOf)
  if (process.argv.includes('--fit')) {
    writeWeights(fitWeights([...examples, ...items]))
    const odds = oddsOfUnseen([...examples, ...items])
    const left = [...examples, ...items].map((example, at) => ({
      same: example.same,
      says: strengthOfLeft(example, odds[at]!),
    }))
    const [pairs, told] = [left.slice(0, hard.length), left.slice(hard.length)]
    report('Hard pairs of causes left out of the fit', pairs)
    report('Items of schedules, tables and feeds left out of the fit', told)
    report('Half hard negatives, half positives of both, all left out of the fit', composed(pairs, told))
    return
  }
  const [pairs, told, fresh] = [examples, items, unseen.map(exampleOf)].map(all =>
    all.map(({ same, a, b }) => ({ same, says: judge(a, b) })),
  ) as [Judged[], Judged[], Judged[]]
  report('Hard pairs', pairs)
  report('Items of schedules, tables and feeds', told)
  report('Half hard negatives, half positives of both', composed(pairs, told))
  report('Pairs of shared data, never fitted to', fresh)
  if (!process.argv.includes('--verbose')) return
  for (const [at, { same, says }] of [...pairs, ...fresh].entries()) {
    const { id, reason, why } = [...hard, ...unseen][at]!
    if (same !== asks.includes(says))
      console.log(`  ${id} ${same ? 'missed' : 'wrong'} (${says}) ${reason}: ${why}`)
  }
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
  return { same, group: cause, a: toldOf(a), b: toldOf(b) }
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
    ['asked about (likely or sure)', asks],
    ['sure', ['sure']],
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
