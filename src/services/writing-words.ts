import { slugOf } from '../domain/slug.ts'
import { takeAuthor } from '../storage/authors.ts'
import type { Db } from '../storage/tables.ts'
import { writeWritingWords } from '../storage/writings.ts'
import { wordIds } from './word-ids.ts'

/** Puts these tags and categories in the place of those of a post or a page. */
export async function putWritingWords(
  db: Db,
  id: string,
  words: { tags: string[]; categories: string[] },
): Promise<void> {
  await writeWritingWords(db, id, await wordIds(db, words))
}

/** Who is called so; null where nobody is told. */
export async function authorNamed(db: Db, name: string | null, at: number): Promise<string | null> {
  return name === null ? null : takeAuthor(db, slugOf(name), name, at)
}
