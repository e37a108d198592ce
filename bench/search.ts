import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { groupHits } from '../src/domain/search-order.ts'
import { readSearch } from '../src/domain/search-query.ts'
import { importProgramme } from '../src/services/import-programme.ts'
import { readEntries } from '../src/storage/entries.ts'
import { findHits } from '../src/storage/search.ts'
import { openStore, type Store } from '../src/storage/store.ts'
import { type Cost, costOf, percentile, type Row } from './row.ts'
import { asLine, dice, sampleEvents } from './sample.ts'

const count = 100_000
const editions = 10
const asked = 1500
const limit = 20

/**
 * What a reader waits for beside the drawing of the page: from the words that were typed to the entries of the first
 * page, over 100,000 entries in ten editions, on SQLite. Words are asked for as people type them: whole ones, common
 * and rare, two and three together, the beginnings of some, words in a row, and words left out. Judged by processor
 * time, as imports are.
 */
export async function search(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-bench-'))
  const store = await openStore({ sqlite: join(folder, 'daylong.sqlite') })
  try {
    for (let edition = 0; edition < editions; edition++) {
      const lines = sampleEvents(count / editions, edition + 1).map(asLine)
      const year = 2011 + edition
      const about = { series: 'bench', edition: String(year), file: 'x.jsonl', zone: 'UTC', publish: true }
      await importProgramme(store, lines, { ...about, date: `${year}-12-18`, at: Date.UTC(2020, 11, 1) })
    }
    const queries = queriesOf()
    for (const words of queries.slice(0, 50)) await find(store, words)
    const took: Cost[] = []
    for (const words of queries) took.push(await costOf(() => find(store, words)))
    const row = (by: keyof Cost): Row => {
      const times = took.map(cost => cost[by])
      const p99 = percentile(times, 0.99)
      const judged = by === 'processor'
      return {
        measure: `search over ${count.toLocaleString('en')} entries, p99 of ${asked.toLocaleString('en')}, ${judged ? 'processor' : 'by the clock'}`,
        figure: `${p99.toFixed(1)} ms`,
        against: `median ${percentile(times, 0.5).toFixed(1)} ms, most ${Math.max(...times).toFixed(1)} ms`,
        ratio: (p99 / limit).toFixed(2),
        limit: judged ? `≤ ${limit} ms` : '',
        ok: judged ? p99 <= limit : null,
      }
    }
    return [row('processor'), row('clock')]
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}

async function find(store: Store, words: string): Promise<void> {
  const query = readSearch(words)
  const { hits } = await findHits(store.db, query)
  const shown = groupHits(hits, query, Date.UTC(2020, 11, 18, 12))
    .flatMap(group => group.hits)
    .slice(0, 20)
  await readEntries(store.db, { ids: shown.map(({ id }) => id) })
}

function queriesOf(): string[] {
  const roll = dice(7)
  const words = sampleEvents(400, 3).flatMap(({ title, summary, organisation }) =>
    `${title} ${summary} ${organisation}`.replaceAll('.', '').split(' '),
  )
  const word = () => words[roll(words.length)]!
  const begun = () => word().slice(0, 2 + roll(5))
  const forms = [
    () => `${word()} `,
    () => begun(),
    () => `${word()} ${word()}`,
    () => `${word()} ${begun()}`,
    () => `${word()} ${word()} ${begun()}`,
    () => {
      const at = roll(words.length - 1)
      return `"${words[at]} ${words[at + 1]}"`
    },
    () => `${word()} -${word()}`,
  ]
  return Array.from({ length: asked }, (_, index) => forms[index % forms.length]!())
}
