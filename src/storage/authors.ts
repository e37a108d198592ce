import { randomUUIDv7 } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Author } from '../domain/programme.ts'
import type { WritingAuthor } from '../domain/writing.ts'
import { among } from './dialects/among.ts'
import { insertRows } from './insert-rows.ts'
import { fromJson, toJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

/** The author of this slug, made of what is told when there is none. */
export async function takeAuthor(db: Db, slug: string, told: Author, at: number): Promise<string> {
  const { name, bio, picture, links } = told
  await db
    .insertInto('authors')
    .values({
      id: randomUUIDv7(),
      slug,
      name,
      bio,
      picture,
      links: toJson(links),
      created_at: at,
      updated_at: at,
    })
    .onConflict(conflict => conflict.column('slug').doNothing())
    .execute()
  const { id } = await db
    .selectFrom('authors')
    .where('slug', '=', slug)
    .select('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findAuthor(db: Db, slug: string): Promise<WritingAuthor | null> {
  const row = await db.selectFrom('authors').where('slug', '=', slug).selectAll().executeTakeFirst()
  return row ? authorOf(row) : null
}

/** Who wrote each of these posts, pages or editions, in their order. */
export async function readAuthorsOf(
  db: Db,
  noun: 'writing' | 'edition',
  ids: string[],
): Promise<Map<string, WritingAuthor[]>> {
  const authors = new Map<string, WritingAuthor[]>()
  if (ids.length === 0) return authors
  const rows =
    noun === 'writing'
      ? await db
          .selectFrom('writing_authors as written')
          .innerJoin('authors', 'authors.id', 'written.author_id')
          .where(among(db, 'written.writing_id', ids))
          .orderBy('written.position')
          .selectAll('authors')
          .select('written.writing_id as of')
          .execute()
      : await db
          .selectFrom('edition_authors as written')
          .innerJoin('authors', 'authors.id', 'written.author_id')
          .where(among(db, 'written.edition_id', ids))
          .orderBy('written.position')
          .selectAll('authors')
          .select('written.edition_id as of')
          .execute()
  for (const row of rows) authors.set(row.of, [...(authors.get(row.of) ?? []), authorOf(row)])
  return authors
}

/** Puts these authors in the place of those it had. */
export async function writeAuthors(
  db: Db,
  noun: 'writing' | 'edition',
  id: string,
  authorIds: string[],
): Promise<void> {
  if (noun === 'writing') {
    await db.deleteFrom('writing_authors').where('writing_id', '=', id).execute()
    const rows = authorIds.map((author_id, position) => ({ writing_id: id, position, author_id }))
    return insertRows(db, 'writing_authors', rows)
  }
  await db.deleteFrom('edition_authors').where('edition_id', '=', id).execute()
  const rows = authorIds.map((author_id, position) => ({ edition_id: id, position, author_id }))
  return insertRows(db, 'edition_authors', rows)
}

/** Everybody who has written something here, by name. */
export async function listAuthors(db: Db): Promise<WritingAuthor[]> {
  return (await db.selectFrom('authors').selectAll().orderBy('name').orderBy('slug').execute()).map(authorOf)
}

export async function updateAuthor(
  db: Db,
  id: string,
  { links, ...told }: Partial<Author>,
  at: number,
): Promise<void> {
  await db
    .updateTable('authors')
    .set({ ...told, links: links && toJson(links), updated_at: at })
    .where('id', '=', id)
    .execute()
}

function authorOf({ id, slug, name, bio, picture, links }: Selectable<Tables['authors']>): WritingAuthor {
  return { id, slug, name, bio, picture, links: fromJson<Author['links']>(links) ?? [] }
}
