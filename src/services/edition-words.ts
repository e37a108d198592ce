import type { EditionFields } from '../domain/edition-fields.ts'
import { writeAuthors } from '../storage/authors.ts'
import type { Db } from '../storage/tables.ts'
import { writeEditionWords } from '../storage/tags.ts'
import { authorsNamed } from './authors-named.ts'
import { wordIds } from './word-ids.ts'

/** Puts these tags and categories in the place of an edition's own. */
export async function putEditionWords(
  db: Db,
  editionId: string,
  words: { tags: string[]; categories: string[] },
): Promise<void> {
  await writeEditionWords(db, editionId, await wordIds(db, words))
}

/** Has an edition stand on the pages of those who wrote it. */
export async function putEditionAuthors(
  db: Db,
  { id, author, coAuthors }: { id: string } & Pick<EditionFields, 'author' | 'coAuthors'>,
  at: number,
): Promise<void> {
  const told = [...(author ? [author] : []), ...coAuthors]
  await writeAuthors(db, 'edition', id, await authorsNamed(db, told, at))
}
