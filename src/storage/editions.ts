import type { Selectable } from 'kysely'
import type { Author, Edition, EditionListing } from '../domain/programme.ts'
import { among } from './dialects/among.ts'
import { fromJson, toJson } from './json.ts'
import { indexEdition } from './search-index.ts'
import type { Db, Tables } from './tables.ts'

export type EditionRow = Omit<Edition, 'categories' | 'tags'> & { seriesId: string }

/** An edition by the slugs of its series and its own, without its tags and categories. */
export async function findEdition(db: Db, series: string, slug: string): Promise<EditionRow | null> {
  const row = await db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where('series.slug', '=', series)
    .where('editions.slug', '=', slug)
    .selectAll('editions')
    .executeTakeFirst()
  return row ? editionOf(row) : null
}

export async function findEditionById(db: Db, id: string): Promise<EditionRow | null> {
  const row = await db.selectFrom('editions').where('id', '=', id).selectAll().executeTakeFirst()
  return row ? editionOf(row) : null
}

/** These editions, without their tags and categories. */
export async function findEditions(db: Db, ids: string[]): Promise<EditionRow[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('editions')
    .where(among(db, 'id', ids))
    .selectAll()
    .execute()
  return rows.map(editionOf)
}

/** The editions of one series, or of all, newest first. */
export async function listEditions(
  db: Db,
  seriesId?: string,
): Promise<(EditionListing & { seriesId: string })[]> {
  const rows = await db
    .selectFrom('editions')
    .$if(seriesId !== undefined, query => query.where('series_id', '=', seriesId!))
    .selectAll()
    .select(({ selectFrom, fn }) => [
      selectFrom('entries')
        .whereRef('edition_id', '=', 'editions.id')
        .where('parent_id', 'is', null)
        .where('state', '=', 'published')
        .select(fn.countAll<number>().as('n'))
        .as('entries'),
      selectFrom('entries')
        .whereRef('edition_id', '=', 'editions.id')
        .where('recording', '=', 'available')
        .where('state', '=', 'published')
        .select(fn.countAll<number>().as('n'))
        .as('recordings'),
    ])
    .orderBy('starts_on', 'desc')
    .orderBy('slug', 'desc')
    .execute()
  return rows.map(row => {
    const { text, hashtags, author, coAuthors, credit, ...listing } = editionOf(row)
    return { ...listing, entries: row.entries ?? 0, recordings: row.recordings ?? 0 }
  })
}

/** @returns false when the series has one of this slug already; nothing is changed then */
export async function insertEdition(db: Db, edition: EditionRow, createdAt: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('editions')
    .values({
      id: edition.id,
      series_id: edition.seriesId,
      slug: edition.slug,
      title: edition.title,
      text: edition.text,
      state: edition.state,
      starts_on: edition.startsOn,
      ends_on: edition.endsOn,
      home_zone: edition.homeZone,
      assumed_minutes: edition.assumedMinutes,
      hashtags: toJson(edition.hashtags),
      author: toJson(edition.author),
      co_authors: toJson(edition.coAuthors),
      credit: edition.credit,
      language: edition.language,
      translations: toJson(edition.translations),
      revision: edition.revision,
      published_at: edition.publishedAt,
      publish_at: edition.publishAt,
      takes_suggestions: edition.takesSuggestions ? 1 : 0,
      created_at: createdAt,
      updated_at: edition.updatedAt,
    })
    .onConflict(conflict => conflict.columns(['series_id', 'slug']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await indexEdition(db, edition.id)
  return true
}

/** Puts these in the place of what the edition said. Its tags and categories are written beside it. */
export async function updateEdition(
  db: Db,
  id: string,
  told: Partial<Omit<EditionRow, 'id' | 'seriesId' | 'revision' | 'updatedAt'>>,
): Promise<void> {
  const { hashtags, author, coAuthors } = told
  await db
    .updateTable('editions')
    .set({
      title: told.title,
      slug: told.slug,
      text: told.text,
      state: told.state,
      starts_on: told.startsOn,
      ends_on: told.endsOn,
      home_zone: told.homeZone,
      assumed_minutes: told.assumedMinutes,
      credit: told.credit,
      language: told.language,
      translations: told.translations === undefined ? undefined : toJson(told.translations),
      published_at: told.publishedAt,
      publish_at: told.publishAt,
      takes_suggestions: told.takesSuggestions === undefined ? undefined : told.takesSuggestions ? 1 : 0,
      hashtags: hashtags && toJson(hashtags),
      author: author === undefined ? undefined : toJson(author),
      co_authors: coAuthors && toJson(coAuthors),
    })
    .where('id', '=', id)
    .execute()
  if (['title', 'text', 'hashtags', 'startsOn', 'translations'].some(field => field in told))
    await indexEdition(db, id)
}

function editionOf(row: Selectable<Tables['editions']>): EditionRow {
  return {
    id: row.id,
    seriesId: row.series_id,
    slug: row.slug,
    title: row.title,
    text: row.text,
    state: row.state,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    homeZone: row.home_zone,
    assumedMinutes: row.assumed_minutes,
    hashtags: fromJson<string[]>(row.hashtags) ?? [],
    author: fromJson<Author>(row.author),
    coAuthors: fromJson<string[]>(row.co_authors) ?? [],
    credit: row.credit,
    language: row.language,
    translations: fromJson<Edition['translations']>(row.translations),
    revision: row.revision,
    publishedAt: row.published_at,
    publishAt: row.publish_at,
    takesSuggestions: row.takes_suggestions === 1,
    updatedAt: row.updated_at,
  }
}

/** What these editions say, and who wrote them. */
export async function readEditionTexts(
  db: Db,
  ids: string[],
): Promise<Map<string, { text: string | null; authors: string[] }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('editions')
    .where(among(db, 'id', ids))
    .select(['id', 'text', 'author', 'co_authors'])
    .execute()
  return new Map(
    rows.map(({ id, text, author, co_authors }) => {
      const first = fromJson<Author>(author)
      const besides = fromJson<string[]>(co_authors) ?? []
      return [id, { text, authors: [...(first ? [first.name] : []), ...besides] }]
    }),
  )
}

/** How many entries readers see in each of these, without sessions. */
export async function countEntries(db: Db, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('entries')
    .where(among(db, 'edition_id', ids))
    .where('parent_id', 'is', null)
    .where('state', '=', 'published')
    .groupBy('edition_id')
    .select(['edition_id', ({ fn }) => fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(({ edition_id, count }) => [edition_id, Number(count)]))
}
