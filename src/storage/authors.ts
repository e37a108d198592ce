import { randomUUIDv7 } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { WritingAuthor } from '../domain/writing.ts'
import { among } from './dialects/among.ts'
import type { Db, Tables } from './tables.ts'

/** The author of this slug, made when there is none. */
export async function takeAuthor(db: Db, slug: string, name: string, at: number): Promise<string> {
  await db
    .insertInto('authors')
    .values({
      id: randomUUIDv7(),
      slug,
      name,
      bio: null,
      picture: null,
      url: null,
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

export async function readAuthors(db: Db, ids: string[]): Promise<Map<string, WritingAuthor>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('authors')
    .where(among(db, 'id', ids))
    .selectAll()
    .execute()
  return new Map(rows.map(row => [row.id, authorOf(row)]))
}

/** Everybody who has written something here, by name. */
export async function listAuthors(db: Db): Promise<WritingAuthor[]> {
  return (await db.selectFrom('authors').selectAll().orderBy('name').orderBy('slug').execute()).map(authorOf)
}

export async function updateAuthor(
  db: Db,
  id: string,
  told: { name?: string; bio?: string | null; picture?: string | null; url?: string | null },
  at: number,
): Promise<void> {
  await db
    .updateTable('authors')
    .set({ ...told, updated_at: at })
    .where('id', '=', id)
    .execute()
}

/** Says who wrote an edition, for the list of what they have written. */
export async function writeEditionAuthor(db: Db, editionId: string, authorId: string): Promise<void> {
  await db.updateTable('editions').set({ author_id: authorId }).where('id', '=', editionId).execute()
}

/** Who wrote an edition, where they have a page of their own. */
export async function readEditionAuthor(db: Db, editionId: string): Promise<WritingAuthor | null> {
  const row = await db
    .selectFrom('editions')
    .innerJoin('authors', 'authors.id', 'editions.author_id')
    .where('editions.id', '=', editionId)
    .selectAll('authors')
    .executeTakeFirst()
  return row ? authorOf(row) : null
}

function authorOf({ id, slug, name, bio, picture, url }: Selectable<Tables['authors']>): WritingAuthor {
  return {
    id,
    slug,
    name,
    bio,
    picture,
    links: url ? [{ url, title: url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '') }] : [],
  }
}
