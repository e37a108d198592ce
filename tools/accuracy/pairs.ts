import { contentOfFinding } from '../../src/domain/content.ts'
import { duplicatesOf, knowEntries } from '../../src/domain/duplicate.ts'
import type { Entry } from '../../src/domain/entry.ts'
import type { Finding } from '../../src/domain/finding.ts'
import { instantsOf } from '../../src/domain/instants-of.ts'
import { contentOfRead } from '../../src/domain/reading.ts'
import { percent, readKey } from './key.ts'

type Pair = {
  id: string
  same: boolean
  hesitant?: boolean
  reason: string
  why: string
  a: Finding
  b: Finding
}

/** How often two announcements are rightly taken for one entry, as a curator would be asked: likely or sure. */
export function reportPairs(file: string): void {
  const pairs = readKey<Pair>(file)?.filter(({ hesitant }) => !hesitant)
  if (!pairs) return
  const judged = pairs.map(pair => ({ pair, says: judge(pair) }))
  for (const [name, least] of [
    ['asked about (likely or sure)', ['likely', 'sure']],
    ['sure', ['sure']],
  ] as const) {
    const said = judged.filter(({ says }) => (least as readonly string[]).includes(says))
    const right = said.filter(({ pair }) => pair.same).length
    const same = pairs.filter(pair => pair.same).length
    console.log(
      `Pairs, ${name}: precision ${percent(right, said.length)} (${right} of ${said.length}), recall ${percent(right, same)} (${right} of ${same})`,
    )
  }
  if (process.argv.includes('--verbose'))
    for (const { pair, says } of judged)
      if (pair.same !== ['likely', 'sure'].includes(says))
        console.log(`  ${pair.id} ${pair.same ? 'missed' : 'wrong'} (${says}) ${pair.reason}: ${pair.why}`)
}

function judge({ a, b }: Pair): string {
  const known = knowEntries([{ ...toldOf(a), id: 'a', sessions: [] } as unknown as Entry])
  return duplicatesOf(known, toldOf(b))[0]?.strength ?? 'none'
}

function toldOf(finding: Finding) {
  const read = { form: 'address' as const, input: finding.url ?? '', url: finding.url ?? null }
  const content = finding.url ? contentOfRead(finding, 'UTC', read) : contentOfFinding(finding, 'UTC')
  return { ...content, ...instantsOf(content.time) }
}
