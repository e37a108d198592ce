import { contentOfFinding } from '../../src/domain/content.ts'
import { duplicatesOf, knowEntries } from '../../src/domain/duplicate.ts'
import type { Entry } from '../../src/domain/entry.ts'
import type { Finding } from '../../src/domain/finding.ts'
import { strengthOf } from '../../src/domain/identity/judge.ts'
import { instantsOf } from '../../src/domain/instants-of.ts'
import { contentOfRead } from '../../src/domain/reading.ts'
import { fitWeights, oddsOfUnseen, writeWeights } from './fit.ts'
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

/**
 * How often two announcements are rightly taken for one entry: asked about (likely or sure), and surely. The rule is
 * fitted to these pairs; what it would say of causes that it was not fitted to is told beside it.
 */
export async function reportPairs(file: string, samples: string): Promise<void> {
  const pairs = readKey<Pair>(file)?.filter(({ hesitant }) => !hesitant)
  if (!pairs) return
  const examples = pairs.map(({ same, cause, a, b }) => ({ same, group: cause, a: toldOf(a), b: toldOf(b) }))
  if (process.argv.includes('--fit')) {
    const neighbours = await readNeighbours(samples)
    writeWeights(fitWeights([...examples, ...neighbours]))
    const odds = oddsOfUnseen([...examples, ...neighbours]).map(odds => strengthOf(odds) ?? 'none')
    report('Pairs of causes left out of the fit', pairs, odds.slice(0, pairs.length))
    report('Items of schedules, tables and feeds left out of the fit', neighbours, odds.slice(pairs.length))
    return
  }
  const says = pairs.map(judge)
  report('Pairs', pairs, says)
  if (process.argv.includes('--verbose'))
    for (const [at, pair] of pairs.entries())
      if (pair.same !== asks.includes(says[at]!))
        console.log(
          `  ${pair.id} ${pair.same ? 'missed' : 'wrong'} (${says[at]}) ${pair.reason}: ${pair.why}`,
        )
}

const asks: readonly string[] = ['likely', 'sure']

function report(what: string, pairs: readonly { same: boolean }[], says: readonly string[]): void {
  for (const [name, least] of [
    ['asked about (likely or sure)', asks],
    ['sure', ['sure']],
  ] as const) {
    const said = pairs.filter((_, at) => (least as readonly string[]).includes(says[at]!))
    const right = said.filter(pair => pair.same).length
    const same = pairs.filter(pair => pair.same).length
    console.log(
      `${what}, ${name}: precision ${percent(right, said.length)} (${right} of ${said.length}), recall ${percent(right, same)} (${right} of ${same})`,
    )
  }
}

function judge({ a, b }: Pair): string {
  const known = knowEntries([{ ...toldOf(a), id: 'a', sessions: [] } as unknown as Entry])
  return duplicatesOf(known, toldOf(b))[0]?.strength ?? 'none'
}

function toldOf(finding: Finding) {
  const read = { form: 'address' as const, input: finding.url ?? '', url: finding.url ?? null }
  const content = finding.url ? contentOfRead(finding, 'UTC', read) : contentOfFinding(finding, 'UTC')
  return { ...content, ...instantsOf(content.time), uid: finding.uid }
}
