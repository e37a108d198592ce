import { randomUUIDv7 } from 'node:crypto'
import type { Series } from '../domain/programme.ts'
import { type EditionRow, insertEdition } from '../storage/editions.ts'
import { recordRevision } from '../storage/revisions.ts'
import { insertSeries } from '../storage/series.ts'
import type { Db } from '../storage/tables.ts'
import { putEditionAuthors, putEditionWords } from './edition-words.ts'

/** What is told of a new edition; the rest is empty, and it is a draft. */
export type NewEdition = Pick<
  EditionRow,
  'seriesId' | 'slug' | 'title' | 'startsOn' | 'endsOn' | 'homeZone'
> &
  Partial<EditionRow>

/** Makes an edition with its first revision; null when its series has one of this slug already. */
export async function makeEdition(
  db: Db,
  told: NewEdition,
  { by, at }: { by: string; at: number },
  words: { tags: string[]; categories: string[] } = { tags: [], categories: [] },
): Promise<EditionRow | null> {
  const edition: EditionRow = {
    id: randomUUIDv7(),
    text: null,
    state: 'draft',
    assumedMinutes: 60,
    hashtags: [],
    author: null,
    coAuthors: [],
    credit: null,
    language: null,
    translations: null,
    revision: 0,
    publishedAt: null,
    publishAt: null,
    takesSuggestions: false,
    updatedAt: at,
    ...told,
  }
  if (!(await insertEdition(db, edition, at))) return null
  await putEditionWords(db, edition.id, words)
  await putEditionAuthors(db, edition, at)
  const change = { entryId: null, act: 'create', before: null, after: { ...edition, ...words } }
  const revision = await recordRevision(db, edition.id, [change], { by, at })
  return { ...edition, revision }
}

/** Makes a series of which nothing but its name is told; null when there is one of this slug already. */
export async function makeSeries(
  db: Db,
  told: Pick<Series, 'slug' | 'title'> & Partial<Series>,
  at: number,
): Promise<Series | null> {
  const series: Series = {
    id: randomUUIDv7(),
    text: null,
    observed: null,
    founded: null,
    accent: null,
    language: null,
    translations: null,
    ...told,
  }
  return (await insertSeries(db, series, at)) ? series : null
}
