import type { Tag } from '../domain/entry.ts'
import type { Db } from './store.ts'

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
