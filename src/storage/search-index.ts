import type { Content } from '../domain/content.ts'
import { contentOfEntry } from '../domain/content.ts'
import type { Edition } from '../domain/programme.ts'
import { documentOfEntry, documentOfText } from '../domain/search-document.ts'
import { searchWordsVersion } from '../domain/search-words.ts'
import { among } from './dialects/among.ts'
import { dropGone, emptyIndex, putDocuments } from './dialects/search-index.ts'
import { readEntries } from './entries.ts'
import { fromJson } from './json.ts'
import { takeEdition } from './revisions.ts'
import { readSetting, writeSetting } from './settings.ts'
import type { Db } from './tables.ts'
import { readWritings, takeWritings } from './writings.ts'

/** Entries as they are written in this transaction, so that they are found by what they say now. */
export async function indexEntries(
  db: Db,
  entries: { id: string; editionId: string; content: Content }[],
  options: { areNew?: boolean } = {},
): Promise<void> {
  if (entries.length === 0) return
  const days = await daysOf(db, new Set(entries.map(({ editionId }) => editionId)))
  const rows = entries.map(({ id, editionId, content }) => ({
    kind: 'entry' as const,
    targetId: id,
    editionId,
    day: days.get(editionId)!,
    document: documentOfEntry(content),
  }))
  await putDocuments(db, rows, options)
}

/** Entries as they are stored: what they name is called otherwise now. */
export async function indexStoredEntries(db: Db, ids: string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += batchSize) {
    const rows = await readEntries(db, { ids: ids.slice(from, from + batchSize) })
    const told = rows.map(({ entry, editionId }) => ({
      id: entry.id,
      editionId,
      content: contentOfEntry(entry),
    }))
    await indexEntries(db, told)
  }
}

/** An edition by its own words. */
export async function indexEdition(db: Db, id: string): Promise<void> {
  const row = await db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where('editions.id', '=', id)
    .select([
      'editions.title',
      'editions.text',
      'starts_on',
      'hashtags',
      'editions.translations',
      'series.title as series',
    ])
    .executeTakeFirst()
  if (!row) return
  const said = Object.values(fromJson<NonNullable<Edition['translations']>>(row.translations) ?? {})
  const document = documentOfText({
    title: [row.title, ...said.flatMap(({ title }) => title ?? [])].join(' / '),
    authors: [row.series],
    words: [...(fromJson<string[]>(row.hashtags) ?? []), ...(await wordsOfEdition(db, id))],
    text: [row.text, ...said.flatMap(({ text }) => text ?? [])],
  })
  await putDocuments(db, [{ kind: 'edition', targetId: id, editionId: id, day: row.starts_on, document }])
}

async function wordsOfEdition(db: Db, id: string): Promise<string[]> {
  const tags = db
    .selectFrom('edition_tags')
    .innerJoin('tags', 'tags.id', 'tag_id')
    .where('edition_id', '=', id)
    .select('tags.name')
  const categories = db
    .selectFrom('edition_categories')
    .innerJoin('categories', 'categories.id', 'category_id')
    .where('edition_id', '=', id)
    .select('categories.name')
  return (await tags.union(categories).execute()).map(({ name }) => name)
}

/** Posts and pages as they are stored. */
export async function indexWritings(db: Db, ids: string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += writingsAtOnce)
    await indexSomeWritings(db, ids.slice(from, from + writingsAtOnce))
}

async function indexSomeWritings(db: Db, ids: string[]): Promise<void> {
  const writings = await readWritings(db, ids)
  const rows = [...writings.values()].map(({ id, day, title, authors, tags, categories, excerpt, text }) => ({
    kind: 'writing' as const,
    targetId: id,
    editionId: null,
    day,
    document: documentOfText({
      title,
      authors: authors.map(({ name }) => name),
      words: [...tags, ...categories].map(({ name }) => name),
      text: [excerpt, text],
    }),
  }))
  await putDocuments(db, rows)
}

const batchSize = 500
/** They may be long, each of them. */
const writingsAtOnce = 50
const setting = 'search-index'

/** With another edition of Unicode letters may fold otherwise. */
function version(): string {
  return `${searchWordsVersion} unicode ${process.versions.unicode}`
}

/** Whether the index was made of what is stored, as this version would make it. */
export async function hasCurrentIndex(db: Db): Promise<boolean> {
  return (await readSetting(db, setting)) === version()
}

/**
 * Makes the index anew where it is missing or another version made it: a part at a time, each as whoever writes it would,
 * so that the site may be read and written meanwhile. Broken off, it is made again the next time.
 *
 * @param options always: whatever it is like
 * @returns how many things can be found in it; null where it was left as it is
 */
export async function indexAgain(db: Db, { always = false } = {}): Promise<number | null> {
  if (!always && (await hasCurrentIndex(db))) return null
  await db.transaction().execute(dropGone)
  const editions = await editionIds(db)
  let count = 0
  for (const id of editions)
    count += await db.transaction().execute(async db => {
      await takeEdition(db, id)
      return indexWhole(db, id)
    })
  const writings = await writingIds(db)
  for (let from = 0; from < writings.length; from += writingsAtOnce) {
    const ids = writings.slice(from, from + writingsAtOnce)
    await db.transaction().execute(async db => {
      await takeWritings(db, ids)
      await indexWritings(db, ids)
    })
  }
  await writeSetting(db, setting, version())
  return count + writings.length
}

/** Makes the index of all that is stored, within a transaction that holds the whole site. */
export async function makeIndex(db: Db): Promise<void> {
  await emptyIndex(db)
  for (const id of await editionIds(db)) await indexWhole(db, id)
  await indexWritings(db, await writingIds(db))
  await writeSetting(db, setting, version())
}

/** An edition with all that is in it. @returns how many things that are */
async function indexWhole(db: Db, id: string): Promise<number> {
  await indexEdition(db, id)
  const entries = await db
    .selectFrom('entries')
    .where('edition_id', '=', id)
    .orderBy('id')
    .select('id')
    .execute()
  await indexStoredEntries(
    db,
    entries.map(({ id }) => id),
  )
  return 1 + entries.length
}

async function editionIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('editions').orderBy('starts_on').orderBy('id').select('id').execute()
  return rows.map(({ id }) => id)
}

async function writingIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('writings').orderBy('day').orderBy('id').select('id').execute()
  return rows.map(({ id }) => id)
}

async function daysOf(db: Db, ids: Set<string>): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('editions')
    .where(among(db, 'id', [...ids]))
    .select(['id', 'starts_on'])
    .execute()
  return new Map(rows.map(({ id, starts_on }) => [id, starts_on]))
}
