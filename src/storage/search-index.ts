import type { Content } from '../domain/content.ts'
import { contentOfEntry } from '../domain/content.ts'
import type { Edition } from '../domain/programme.ts'
import { documentOfEntry, documentOfText } from '../domain/search-document.ts'
import { searchWordsVersion } from '../domain/search-words.ts'
import { among } from './dialects/among.ts'
import { emptyIndex, putDocuments } from './dialects/search-index.ts'
import { readEntries } from './entries.ts'
import { fromJson } from './json.ts'
import { readSetting, writeSetting } from './settings.ts'
import type { Db } from './tables.ts'
import { readWritings } from './writings.ts'

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

/** Entries that are named otherwise now, or whose edition has moved to another day, as they are stored. */
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
  const writings = await readWritings(db, ids)
  const rows = [...writings.values()].map(({ id, day, title, author, tags, categories, excerpt, text }) => ({
    kind: 'writing' as const,
    targetId: id,
    editionId: null,
    day,
    document: documentOfText({
      title,
      authors: author ? [author.name] : [],
      words: [...tags, ...categories].map(({ name }) => name),
      text: [excerpt, text],
    }),
  }))
  await putDocuments(db, rows)
}

/** The same for all that somebody wrote, who is called otherwise now. */
export async function indexWritingsBy(db: Db, authorId: string): Promise<void> {
  const rows = await db.selectFrom('writings').where('author_id', '=', authorId).select('id').execute()
  await indexWritings(
    db,
    rows.map(({ id }) => id),
  )
}

const batchSize = 500
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
 * Makes the index anew where it is missing or another version made it.
 *
 * @param options always: whatever it is like
 * @returns how many things can be found in it; null where it was left as it is
 */
export async function indexAgain(db: Db, { always = false } = {}): Promise<number | null> {
  if (!always && (await hasCurrentIndex(db))) return null
  return db.transaction().execute(async db => {
    // Whoever comes second waits here, and finds it done.
    const before = await readSetting(db, setting)
    await writeSetting(db, setting, version())
    return always || before !== version() ? makeIndex(db) : null
  })
}

/** Makes the index of all that is stored, within a transaction. @returns how many things can be found in it */
export async function makeIndex(db: Db): Promise<number> {
  await writeSetting(db, setting, version())
  await emptyIndex(db)
  let count = 0
  const editions = await db.selectFrom('editions').orderBy('starts_on').orderBy('id').select('id').execute()
  for (const { id } of editions) {
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
    count += 1 + entries.length
  }
  const writings = await db.selectFrom('writings').orderBy('day').orderBy('id').select('id').execute()
  for (let from = 0; from < writings.length; from += batchSize)
    await indexWritings(
      db,
      writings.slice(from, from + batchSize).map(({ id }) => id),
    )
  return count + writings.length
}

async function daysOf(db: Db, ids: Set<string>): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('editions')
    .where(among(db, 'id', [...ids]))
    .select(['id', 'starts_on'])
    .execute()
  return new Map(rows.map(({ id, starts_on }) => [id, starts_on]))
}
