import type { Db } from './tables.ts'

/** The words that curators of a series have of their own for this; null: the usual ones. */
export async function findTemplate(
  db: Db,
  of: { seriesId: string; language: string; kind: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('suggestion_templates')
    .where('series_id', '=', of.seriesId)
    .where('language', '=', of.language)
    .where('kind', '=', of.kind)
    .select('words')
    .executeTakeFirst()
  return row?.words ?? null
}

export async function keepTemplate(
  db: Db,
  { seriesId, language, kind, words }: { seriesId: string; language: string; kind: string; words: string },
): Promise<void> {
  await db
    .insertInto('suggestion_templates')
    .values({ series_id: seriesId, language, kind, words })
    .onConflict(conflict => conflict.columns(['series_id', 'language', 'kind']).doUpdateSet({ words }))
    .execute()
}
