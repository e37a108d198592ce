import { slugOf, tagKey } from '../domain/slug.ts'
import { knownNames, nameAll, nameCategories } from '../storage/names.ts'
import type { Db } from '../storage/tables.ts'
import { writeEditionWords } from '../storage/tags.ts'

/** Puts these tags and categories in the place of an edition's own. */
export async function putEditionWords(
  db: Db,
  editionId: string,
  { tags, categories }: { tags: string[]; categories: string[] },
): Promise<void> {
  const known = knownNames()
  await nameAll(db, known, [{ organisations: [], people: [], place: null, tags }])
  await nameCategories(db, known, categories)
  const ids = (map: Map<string, string>, keys: string[]) => [...new Set(keys.map(key => map.get(key)!))]
  await writeEditionWords(db, editionId, {
    tags: ids(known.tags, tags.map(tagKey)),
    categories: ids(known.categories, categories.map(slugOf)),
  })
}
