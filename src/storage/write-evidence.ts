import type { Evidence } from '../domain/taking-part/verdict.ts'
import { toJson } from './json.ts'
import type { Db } from './tables.ts'

export async function writeEvidence(db: Db, commentId: string, evidence: Evidence[]): Promise<void> {
  await db
    .updateTable('comments')
    .set({ evidence: toJson(evidence) })
    .where('id', '=', commentId)
    .execute()
}
