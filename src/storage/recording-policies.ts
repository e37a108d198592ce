import type { RecordingPolicy } from '../domain/recordings/offer.ts'
import type { Db } from './tables.ts'

/** What is said of an edition itself, and of its series; null where nothing is. */
export async function readRecordingPolicies(
  db: Db,
  { id, seriesId }: { id: string; seriesId: string },
): Promise<{ edition: RecordingPolicy | null; series: RecordingPolicy | null }> {
  const rows = await db
    .selectFrom('recording_policies')
    .where('of_id', 'in', [id, seriesId])
    .selectAll()
    .execute()
  const of = (asked: string) => rows.find(({ of_id }) => of_id === asked)?.policy ?? null
  return { edition: of(id), series: of(seriesId) }
}

/** @param policy null: what is said of the series counts, or, of a series, that what is found is proposed */
export async function writeRecordingPolicy(
  db: Db,
  ofId: string,
  policy: RecordingPolicy | null,
): Promise<void> {
  if (policy === null) {
    await db.deleteFrom('recording_policies').where('of_id', '=', ofId).execute()
    return
  }
  await db
    .insertInto('recording_policies')
    .values({ of_id: ofId, policy })
    .onConflict(conflict => conflict.column('of_id').doUpdateSet({ policy }))
    .execute()
}
