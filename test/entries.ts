import { randomUUIDv7 } from 'node:crypto'
import { type Content, contentOfFinding } from '../src/domain/content.ts'
import type { Entry } from '../src/domain/entry.ts'
import type { Finding } from '../src/domain/finding.ts'
import { type EditionRow, findEdition, insertEdition } from '../src/storage/editions.ts'
import { readEntries } from '../src/storage/entries.ts'
import { insertSeries } from '../src/storage/series.ts'
import type { Store } from '../src/storage/store.ts'
import { finding } from './builders.ts'

/** An empty live edition, `migrants-day/2020`, at home in Berlin; whatever matters to a test is told by it. */
export async function anEdition(store: Store, told: Partial<EditionRow> = {}): Promise<EditionRow> {
  const seriesId = randomUUIDv7()
  const series = { id: seriesId, slug: 'migrants-day', title: 'Migrants Day' }
  const words = { text: null, language: null, translations: null }
  await insertSeries(store.db, { ...series, ...words, observed: '--12-18', founded: null, accent: null }, 0)
  const edition: EditionRow = {
    id: randomUUIDv7(),
    seriesId,
    slug: '2020',
    title: 'Migrants Day 2020',
    text: null,
    state: 'live',
    startsOn: '2020-12-18',
    endsOn: '2020-12-18',
    homeZone: 'Europe/Berlin',
    assumedMinutes: 60,
    hashtags: [],
    author: null,
    coAuthors: [],
    credit: null,
    language: null,
    translations: null,
    revision: 0,
    publishedAt: 0,
    publishAt: null,
    takesSuggestions: false,
    updatedAt: 0,
    ...told,
  }
  await insertEdition(store.db, edition, 0)
  return (await findEdition(store.db, 'migrants-day', edition.slug))!
}

/** What an entry says. */
export function content(told: Partial<Finding> = {}): Content {
  return contentOfFinding(finding(told), 'Europe/Berlin')
}

/** An entry as it is stored now. */
export async function entryOf(store: Store, id: string): Promise<Entry> {
  const [row] = await readEntries(store.db, { ids: [id] })
  if (!row) throw new Error(`There is no entry ${id}`)
  return row.entry
}
