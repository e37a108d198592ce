import type { KeptText } from '../domain/links/kept-text.ts'
import { among } from './dialects/among.ts'
import type { Db } from './tables.ts'

/** The text that was kept of an entry; null where there is none. */
export async function findKeptText(db: Db, entryId: string): Promise<KeptText | null> {
  const row = await db.selectFrom('kept_texts').where('entry_id', '=', entryId).selectAll().executeTakeFirst()
  if (!row) return null
  const { entry_id, ...text } = row
  return text
}

export async function writeKeptText(db: Db, entryId: string, text: KeptText): Promise<void> {
  await db
    .insertInto('kept_texts')
    .values({ entry_id: entryId, ...text })
    .onConflict(conflict => conflict.column('entry_id').doUpdateSet(text))
    .execute()
}

/** Which of these entries have a text that was kept, and what its digest is. */
export async function readKeptDigests(db: Db, entryIds: string[]): Promise<Map<string, string>> {
  if (entryIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('kept_texts')
    .where(among(db, 'entry_id', entryIds))
    .select(['entry_id', 'digest'])
    .execute()
  return new Map(rows.map(({ entry_id, digest }) => [entry_id, digest]))
}
