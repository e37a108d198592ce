import type { Selectable, UpdateObject } from 'kysely'
import type { Tag } from '../domain/entry.ts'
import type { Writing, WritingFields, WritingKind } from '../domain/writing.ts'
import { readAuthorsOf } from './authors.ts'
import { among } from './dialects/among.ts'
import { insertRows } from './insert-rows.ts'
import { fromJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

type Row = Selectable<Tables['writings']>

export async function findWriting(db: Db, kind: WritingKind, slug: string): Promise<Writing | null> {
  const row = await db
    .selectFrom('writings')
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .selectAll()
    .executeTakeFirst()
  return row ? ((await filled(db, [row]))[0] ?? null) : null
}

export async function findWritingById(db: Db, id: string): Promise<Writing | null> {
  const row = await db.selectFrom('writings').where('id', '=', id).selectAll().executeTakeFirst()
  return row ? ((await filled(db, [row]))[0] ?? null) : null
}

/** Posts or pages in every state, the newest first; pages in their own order. */
export async function listWritings(db: Db, kind: WritingKind): Promise<Writing[]> {
  const query = db.selectFrom('writings').where('kind', '=', kind).selectAll()
  const rows = await (kind === 'page'
    ? query.orderBy('position').orderBy('title')
    : query.orderBy('day', 'desc').orderBy('published_at', 'desc')
  )
    .orderBy('id')
    .execute()
  return filled(db, rows)
}

/** These, whole, in the order of their ids. */
export async function readWritings(db: Db, ids: string[]): Promise<Map<string, Writing>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('writings')
    .where(among(db, 'id', ids))
    .selectAll()
    .execute()
  return new Map((await filled(db, rows)).map(writing => [writing.id, writing]))
}

/** Pages that the head of the blog names, in their order. */
export async function listMenu(db: Db): Promise<{ slug: string; title: string }[]> {
  return db
    .selectFrom('writings')
    .where('kind', '=', 'page')
    .where('state', '=', 'published')
    .where('in_menu', '=', 1)
    .orderBy('position')
    .orderBy('title')
    .limit(mostInMenu)
    .select(['slug', 'title'])
    .execute()
}
const mostInMenu = 7

/** Slugs that begin so, to find one that is free. */
export async function slugsLike(db: Db, kind: WritingKind, slug: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('writings')
    .where('kind', '=', kind)
    .where(({ eb, or }) =>
      or([eb('slug', '=', slug), eb('slug', 'like', `${slug.replace(/[\\%_]/g, '_')}-%`)]),
    )
    .select('slug')
    .execute()
  return new Set(rows.map(row => row.slug))
}

export type WritingRow = Omit<WritingFields, 'authors' | 'tags' | 'categories'> & {
  id: string
  kind: WritingKind
}

export async function insertWriting(db: Db, writing: WritingRow, at: number): Promise<void> {
  const { id, kind, slug, title, text } = writing
  await db
    .insertInto('writings')
    .values({
      id,
      kind,
      slug,
      title,
      text,
      excerpt: writing.excerpt,
      state: writing.state,
      day: writing.day,
      published_at: writing.publishedAt,
      publish_at: writing.publishAt,
      language: writing.language,
      parent_id: writing.parentId,
      position: writing.position,
      in_menu: writing.inMenu ? 1 : 0,
      // Of an imprint nobody expects that it can be answered.
      commenting: kind === 'page' ? 'closed' : 'open',
      created_at: at,
      updated_at: at,
    })
    .execute()
}

/** What posts and pages are called, by their ids. */
export async function readWritingTitles(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('writings')
    .where(among(db, 'id', ids))
    .select(['id', 'title'])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** Says that it is written anew, in another language, in all that have the same group. */
export async function putTranslationGroup(db: Db, id: string, group: string): Promise<void> {
  await db.updateTable('writings').set({ translation_group: group }).where('id', '=', id).execute()
}

export type Translation = Pick<Writing, 'kind' | 'slug' | 'title' | 'day' | 'language'>

/** The same in other languages, as far as readers may see it. */
export async function listTranslations(db: Db, id: string): Promise<Translation[]> {
  return db
    .selectFrom('writings as own')
    .innerJoin('writings as other', 'other.translation_group', 'own.translation_group')
    .where('own.id', '=', id)
    .whereRef('other.id', '<>', 'own.id')
    .where('other.state', '=', 'published')
    .orderBy('other.language')
    .orderBy('other.id')
    .limit(50)
    .select(['other.kind', 'other.slug', 'other.title', 'other.day', 'other.language'])
    .execute()
}

/** Takes a post or a page for this transaction, and says which revision it is at; null where there is none. */
export async function takeWriting(db: Db, id: string): Promise<number | null> {
  const row = await db
    .updateTable('writings')
    .set(({ ref }) => ({ revision: ref('revision') }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirst()
  return row?.revision ?? null
}

/** Several of them, in one order: two who take some of the same do not wait for each other. */
export async function takeWritings(db: Db, ids: string[]): Promise<void> {
  for (const id of [...ids].sort()) await takeWriting(db, id)
}

/** Ids of all that somebody wrote. */
export async function writingsBy(db: Db, authorId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('writing_authors')
    .where('author_id', '=', authorId)
    .select('writing_id')
    .execute()
  return rows.map(({ writing_id }) => writing_id)
}

export async function updateWriting(
  db: Db,
  id: string,
  told: Partial<Omit<WritingRow, 'id' | 'kind'>>,
): Promise<void> {
  const set: UpdateObject<Tables, 'writings'> = {
    slug: told.slug,
    title: told.title,
    text: told.text,
    excerpt: told.excerpt,
    state: told.state,
    day: told.day,
    published_at: told.publishedAt,
    publish_at: told.publishAt,
    language: told.language,
    parent_id: told.parentId,
    position: told.position,
    in_menu: told.inMenu === undefined ? undefined : told.inMenu ? 1 : 0,
  }
  if (Object.values(set).every(value => value === undefined)) return
  await db.updateTable('writings').set(set).where('id', '=', id).execute()
}

/** Puts these words in the place of its own; they are named before. */
export async function writeWritingWords(
  db: Db,
  id: string,
  ids: { tags: string[]; categories: string[] },
): Promise<void> {
  await db.deleteFrom('writing_tags').where('writing_id', '=', id).execute()
  await db.deleteFrom('writing_categories').where('writing_id', '=', id).execute()
  await insertRows(
    db,
    'writing_tags',
    ids.tags.map((tag_id, position) => ({ writing_id: id, position, tag_id })),
  )
  await insertRows(
    db,
    'writing_categories',
    ids.categories.map((category_id, position) => ({ writing_id: id, position, category_id })),
  )
}

export type WritingChange = {
  number: number
  at: number
  by: string
  act: string
  before: Partial<WritingFields> | null
  after: Partial<WritingFields> | null
}

/** What became of it after a revision, newest first. */
export async function readWritingChanges(db: Db, id: string, after = -1): Promise<WritingChange[]> {
  const rows = await db
    .selectFrom('writing_revisions')
    .where('writing_id', '=', id)
    .where('number', '>', after)
    .orderBy('number', 'desc')
    .selectAll()
    .execute()
  return rows.map(({ number, at, by, act, before, after }) => ({
    number,
    at,
    by,
    act,
    before: fromJson<Partial<WritingFields>>(before),
    after: fromJson<Partial<WritingFields>>(after),
  }))
}

async function filled(db: Db, rows: Row[]): Promise<Writing[]> {
  const ids = rows.map(({ id }) => id)
  const authors = await readAuthorsOf(db, 'writing', ids)
  const tags = await wordsOf(db, 'tag', ids)
  const categories = await wordsOf(db, 'category', ids)
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    slug: row.slug,
    title: row.title,
    text: row.text,
    excerpt: row.excerpt,
    state: row.state,
    day: row.day,
    publishedAt: row.published_at,
    publishAt: row.publish_at,
    language: row.language,
    authors: authors.get(row.id) ?? [],
    parentId: row.parent_id,
    position: row.position,
    inMenu: row.in_menu === 1,
    tags: tags.get(row.id) ?? [],
    categories: categories.get(row.id) ?? [],
    revision: row.revision,
    updatedAt: row.updated_at,
  }))
}

async function wordsOf(db: Db, of: 'tag' | 'category', ids: string[]): Promise<Map<string, Tag[]>> {
  if (ids.length === 0) return new Map()
  const rows =
    of === 'tag'
      ? await db
          .selectFrom('writing_tags')
          .innerJoin('tags', 'tags.id', 'tag_id')
          .where(among(db, 'writing_id', ids))
          .orderBy('position')
          .select(['writing_id', 'slug', 'name'])
          .execute()
      : await db
          .selectFrom('writing_categories')
          .innerJoin('categories', 'categories.id', 'category_id')
          .where(among(db, 'writing_id', ids))
          .orderBy('position')
          .select(['writing_id', 'slug', 'name'])
          .execute()
  const words = new Map<string, Tag[]>()
  for (const { writing_id, slug, name } of rows) {
    const own = words.get(writing_id) ?? []
    own.push({ slug, name })
    words.set(writing_id, own)
  }
  return words
}

/** Pages below a page that readers may see, in their order. */
export async function listBelow(db: Db, id: string): Promise<Writing[]> {
  const rows = await db
    .selectFrom('writings')
    .where('parent_id', '=', id)
    .where('kind', '=', 'page')
    .where('state', '=', 'published')
    .orderBy('position')
    .orderBy('title')
    .limit(100)
    .selectAll()
    .execute()
  return filled(db, rows)
}
