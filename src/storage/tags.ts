import type { Tag } from '../domain/entry.ts'
import { insertRows } from './insert-rows.ts'
import { indexEdition } from './search-index.ts'
import type { Db } from './tables.ts'

/** Tags and categories of an edition, each in the curator's order. */
export async function readEditionWords(
  db: Db,
  editionId: string,
): Promise<{ tags: Tag[]; categories: Tag[] }> {
  const tags = await db
    .selectFrom('edition_tags')
    .innerJoin('tags', 'tags.id', 'tag_id')
    .where('edition_id', '=', editionId)
    .orderBy('position')
    .select(['slug', 'name'])
    .execute()
  const categories = await db
    .selectFrom('edition_categories')
    .innerJoin('categories', 'categories.id', 'category_id')
    .where('edition_id', '=', editionId)
    .orderBy('position')
    .select(['slug', 'name'])
    .execute()
  return { tags, categories }
}

/** Puts these tags and categories in the place of an edition's own; they are named (`nameAll`) before. */
export async function writeEditionWords(
  db: Db,
  editionId: string,
  ids: { tags: string[]; categories: string[] },
): Promise<void> {
  await db.deleteFrom('edition_tags').where('edition_id', '=', editionId).execute()
  await db.deleteFrom('edition_categories').where('edition_id', '=', editionId).execute()
  const own = (position: number) => ({ edition_id: editionId, position })
  await insertRows(
    db,
    'edition_tags',
    ids.tags.map((tag_id, position) => ({ ...own(position), tag_id })),
  )
  await insertRows(
    db,
    'edition_categories',
    ids.categories.map((category_id, position) => ({ ...own(position), category_id })),
  )
  await indexEdition(db, editionId)
}
