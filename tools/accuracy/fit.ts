import { readFileSync, writeFileSync } from 'node:fs'
import { evidenceOf } from '../../src/domain/identity/evidence.ts'
import { oddsOf, type Weights } from '../../src/domain/identity/judge.ts'
import { type Told, traitsOf } from '../../src/domain/identity/traits.ts'
import { priors } from './priors.ts'

/** `counts`: how much it counts beside others, 1 where nothing is told. */
export type Example = { group: string; same: boolean; counts?: number; a: Told; b: Told }
type Row = { group: string; same: boolean; counts: number; said: string[] }

/**
 * Finds the weights of `src/domain/identity/weights.ts` by logistic regression. Evidence marked `+` may only speak
 * for, `-` only against; what hardly speaks is left out, and the rest is fitted once more.
 */
export function fitWeights(examples: readonly Example[]): Weights {
  return fitted(examples.map(rowOf))
}

/** For each example the odds that a rule fitted without its group gives it. */
export function oddsOfUnseen(examples: readonly Example[], folds = 10): number[] {
  const rows = examples.map(rowOf)
  const foldOf = ({ group }: Row) =>
    [...group].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % folds
  const weights = Array.from({ length: folds }, (_, fold) => fitted(rows.filter(row => foldOf(row) !== fold)))
  return rows.map(row => oddsOf(row.said, weights[foldOf(row)]!))
}

function rowOf({ group, same, counts = 1, a, b }: Example): Row {
  return { group, same, counts, said: evidenceOf(traitsOf(a), traitsOf(b)) }
}

function fitted(all: readonly Row[]): Weights {
  const rows = all.filter(
    ({ said }) => said.some(each => each.startsWith('+')) && !said.some(each => each.startsWith('!')),
  )
  const spoken = Object.entries(weigh(rows, named(rows, 3)))
  return weigh(
    rows,
    spoken
      .filter(([name, weight]) => Math.abs(weight) >= leastWeight || name in priors)
      .map(([name]) => name),
  )
}

export function writeWeights(weights: Weights): void {
  const file = 'src/domain/identity/weights.ts'
  const lines = Object.entries(weights)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, weight]) => `  '${name}': ${Number(weight.toFixed(2))},`)
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(
      /(export const weights[^{]*\{\n)[^}]*\}/,
      (_, head) => `${head}${lines.join('\n')}\n}`,
    ),
  )
}

const leastWeight = 0.15
const ridge = 0.3
const rounds = 3000

function named(rows: readonly Row[], least: number): string[] {
  const counts = new Map<string, number>()
  for (const { said } of rows) for (const name of new Set(said)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const often = [...counts].filter(([, count]) => count >= least).map(([name]) => name)
  return [...new Set([...often, ...Object.keys(priors)])]
}

/** Accelerated projected gradient. */
function weigh(rows: readonly Row[], names: readonly string[]): Weights {
  const all = ['always', ...names.filter(name => name !== 'always')]
  const place = new Map(all.map((name, at) => [name, at]))
  const sparse = rows.map(({ said }) => [0, ...said.flatMap(name => place.get(name) ?? [])])
  const same = rows.map(row => (row.same ? 1 : 0))
  const step =
    1 / ((rows.reduce((most, _, at) => Math.max(most, sparse[at]!.length), 0) * rows.length) / 4 + ridge)
  const expected = all.map(name => priors[name] ?? 0)
  let weights = Float64Array.from(expected)
  let ahead = weights.slice()
  let momentum = 1
  for (let round = 0; round < rounds; round++) {
    const slope = ahead.map((weight, at) => (at === 0 ? 0.01 : ridge) * (weight - expected[at]!))
    for (const [at, own] of sparse.entries()) {
      let sum = 0
      for (const name of own) sum += ahead[name]!
      const off = rows[at]!.counts * (1 / (1 + Math.exp(-sum)) - same[at]!)
      for (const name of own) slope[name]! += off
    }
    const next = ahead.map((weight, at) => within(all[at]!, weight - slope[at]! * step * speed))
    const faster = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2
    ahead = next.map((weight, at) => weight + ((momentum - 1) / faster) * (weight - weights[at]!))
    weights = next
    momentum = faster
  }
  return Object.fromEntries(all.map((name, at) => [name, weights[at]!]))
}

/** The bound of the step is far too careful for rows that have little in common. */
const speed = 4

function within(name: string, weight: number): number {
  if (name.startsWith('+')) return Math.max(0, weight)
  return name.startsWith('-') ? Math.min(0, weight) : weight
}
