import { slugOf, tagKey } from '../domain/slug.ts'
import { knownNames, nameAll, nameCategories } from '../storage/names.ts'
import type { Db } from '../storage/tables.ts'

/** The ids of tags and categories, each once and in their order; those that are new are stored. */
export async function wordIds(
  db: Db,
  { tags, categories }: { tags: string[]; categories: string[] },
): Promise<{ tags: string[]; categories: string[] }> {
  const known = knownNames()
  await nameAll(db, known, [{ organisations: [], people: [], place: null, tags }])
  await nameCategories(db, known, categories)
  const ids = (map: Map<string, string>, keys: string[]) => [...new Set(keys.map(key => map.get(key)!))]
  return {
    tags: ids(known.tags, tags.map(tagKey)),
    categories: ids(known.categories, categories.map(slugOf)),
  }
}
