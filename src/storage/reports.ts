import type { Selectable } from 'kysely'
import { among } from './dialects/among.ts'
import type { Db, Tables } from './tables.ts'

export type Report = Selectable<Tables['reports']>

/** @returns false where the same network has told of it before */
export async function insertReport(db: Db, report: Omit<Report, 'settled_at'>): Promise<boolean> {
  const row = await db
    .insertInto('reports')
    .values(report)
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Those that nobody has settled, by comment. */
export async function readOpenReports(db: Db, commentIds: string[]): Promise<Map<string, Report[]>> {
  if (commentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('reports')
    .where(among(db, 'comment_id', commentIds))
    .where('settled_at', 'is', null)
    .orderBy('at')
    .selectAll()
    .execute()
  return Map.groupBy(rows, ({ comment_id }) => comment_id)
}

export async function settleReports(db: Db, commentIds: string[], at: number): Promise<void> {
  if (commentIds.length === 0) return
  await db
    .updateTable('reports')
    .set({ settled_at: at })
    .where(among(db, 'comment_id', commentIds))
    .where('settled_at', 'is', null)
    .execute()
}

/** Forgets reports that were settled, with the networks they came from. */
export async function forgetReports(db: Db, before: number): Promise<void> {
  await db.deleteFrom('reports').where('settled_at', '<', before).execute()
}
