import type { Selectable } from 'kysely'
import type { EditionListing, Series, SeriesWithEditions } from '../domain/programme.ts'
import { among } from './dialects/among.ts'
import { listEditions } from './editions.ts'
import { fromJson, toJson } from './json.ts'
import { indexEdition } from './search-index.ts'
import type { Store } from './store.ts'
import type { Db, Tables } from './tables.ts'

/** Every series with its editions in every state, by title. */
export async function listSeries(store: Store): Promise<SeriesWithEditions[]> {
  return readTogether(store, async db => {
    const rows = await db.selectFrom('series').selectAll().orderBy('title').orderBy('slug').execute()
    const editions = Map.groupBy(await listEditions(db), edition => edition.seriesId)
    return rows.map(row => ({ ...seriesOf(row), editions: (editions.get(row.id) ?? []).map(withoutSeries) }))
  })
}

/** What a page across all editions depends on: it changes with whatever readers see of any. */
export async function readSiteState(db: Db): Promise<unknown> {
  return db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .orderBy('editions.id')
    .select(['editions.id', 'editions.state', 'editions.revision', 'series.slug'])
    .execute()
}

/** One series by its slug, with its editions in every state. */
export async function readSeries(store: Store, slug: string): Promise<SeriesWithEditions | null> {
  return readTogether(store, async db => {
    const row = await findSeries(db, slug)
    if (!row) return null
    const editions = await listEditions(db, row.id)
    return { ...row, editions: editions.map(withoutSeries) }
  })
}

export async function findSeries(db: Db, slug: string): Promise<Series | null> {
  const row = await db.selectFrom('series').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row ? seriesOf(row) : null
}

export async function findSeriesById(db: Db, id: string): Promise<Series | null> {
  const row = await db.selectFrom('series').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? seriesOf(row) : null
}

/** These series, by their ids. */
export async function findSeriesByIds(db: Db, ids: string[]): Promise<Map<string, Series>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('series')
    .where(among(db, 'id', ids))
    .selectAll()
    .execute()
  return new Map(rows.map(row => [row.id, seriesOf(row)]))
}

/** Every series by its name, without editions: to choose from. */
export async function listSeriesNames(db: Db): Promise<Pick<Series, 'id' | 'slug' | 'title'>[]> {
  return db.selectFrom('series').select(['id', 'slug', 'title']).orderBy('title').orderBy('slug').execute()
}

/** @returns false when there is one of this slug already; nothing is changed then */
export async function insertSeries(db: Db, series: Series, createdAt: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('series')
    .values({
      ...columnsOf(series),
      id: series.id,
      slug: series.slug,
      title: series.title,
      created_at: createdAt,
    })
    .onConflict(conflict => conflict.column('slug').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Puts these in the place of what the series said. */
export async function updateSeries(db: Db, id: string, told: Partial<Omit<Series, 'id'>>): Promise<void> {
  await db.updateTable('series').set(columnsOf(told)).where('id', '=', id).execute()
  if (told.title === undefined) return
  const editions = await db.selectFrom('editions').where('series_id', '=', id).select('id').execute()
  for (const edition of editions) await indexEdition(db, edition.id)
}

/** Several queries that see one state of the store, whatever is written meanwhile. */
export async function readTogether<T>(store: Store, read: (db: Db) => Promise<T>): Promise<T> {
  return store.db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(read)
}

function seriesOf(row: Selectable<Tables['series']>): Series {
  const { id, slug, title, text, observed, founded, accent, language } = row
  const translations = fromJson<Series['translations']>(row.translations)
  return { id, slug, title, text, observed, founded, accent, language, translations }
}

function columnsOf({
  slug,
  title,
  text,
  observed,
  founded,
  accent,
  language,
  translations,
}: Partial<Series>) {
  const json = translations === undefined ? undefined : toJson(translations)
  return { slug, title, text, observed, founded, accent, language, translations: json }
}

function withoutSeries({ seriesId: _, ...edition }: EditionListing & { seriesId: string }): EditionListing {
  return edition
}

export async function seriesSlugOf(db: Db, id: string): Promise<string> {
  const { slug } = await db.selectFrom('series').where('id', '=', id).select('slug').executeTakeFirstOrThrow()
  return slug
}
