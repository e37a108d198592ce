import type { Db } from '../storage/tables.ts'
import { writeEditionWords } from '../storage/tags.ts'
import { wordIds } from './word-ids.ts'

/** Puts these tags and categories in the place of an edition's own. */
export async function putEditionWords(
  db: Db,
  editionId: string,
  words: { tags: string[]; categories: string[] },
): Promise<void> {
  await writeEditionWords(db, editionId, await wordIds(db, words))
}
