import { writeAuthors } from '../storage/authors.ts'
import type { Db } from '../storage/tables.ts'
import { writeWritingWords } from '../storage/writings.ts'
import { authorsNamed } from './authors-named.ts'
import { wordIds } from './word-ids.ts'

/** Puts these tags and categories in the place of those of a post or a page. */
export async function putWritingWords(
  db: Db,
  id: string,
  words: { tags: string[]; categories: string[] },
): Promise<void> {
  await writeWritingWords(db, id, await wordIds(db, words))
}

/** Has it written by those who are called so, in this order. */
export async function putWritingAuthors(db: Db, id: string, names: string[], at: number): Promise<void> {
  await writeAuthors(db, 'writing', id, await authorsNamed(db, names, at))
}
