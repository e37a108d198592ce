import { slugOf, tagKey } from '../domain/slug.ts'
import { takeAuthor } from '../storage/authors.ts'
import { knownNames, nameAll, nameCategories } from '../storage/names.ts'
import type { Db } from '../storage/tables.ts'
import { writeWritingWords } from '../storage/writings.ts'

/** Puts these tags and categories in the place of those of a post or a page. */
export async function putWritingWords(
  db: Db,
  id: string,
  { tags, categories }: { tags: string[]; categories: string[] },
): Promise<void> {
  const known = knownNames()
  await nameAll(db, known, [{ organisations: [], people: [], place: null, tags }])
  await nameCategories(db, known, categories)
  const ids = (map: Map<string, string>, keys: string[]) => [...new Set(keys.map(key => map.get(key)!))]
  await writeWritingWords(db, id, {
    tags: ids(known.tags, tags.map(tagKey)),
    categories: ids(known.categories, categories.map(slugOf)),
  })
}

/** Who is called so; null where nobody is told. */
export async function authorNamed(db: Db, name: string | null, at: number): Promise<string | null> {
  return name === null ? null : takeAuthor(db, slugOf(name), name, at)
}
