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

/**
 * Of these networks, those whose reports curators found wrong more often than right: what they told of was approved, and
 * not put with the spam or thrown away.
 */
export async function listMistakenNetworks(db: Db, fromKeys: string[]): Promise<Set<string>> {
  if (fromKeys.length === 0) return new Set()
  const rows = await db
    .selectFrom('reports')
    .innerJoin('comments', 'comments.id', 'reports.comment_id')
    .where(among(db, 'reports.from_key', fromKeys))
    .where('reports.settled_at', 'is not', null)
    .groupBy(['reports.from_key', 'comments.state'])
    .select(['reports.from_key', 'comments.state', ({ fn }) => fn.countAll<number>().as('count')])
    .execute()
  const balance = new Map<string, number>()
  for (const { from_key, state, count } of rows) {
    const sign = state === 'approved' ? 1 : state === 'pending' ? 0 : -1
    balance.set(from_key, (balance.get(from_key) ?? 0) + sign * Number(count))
  }
  return new Set([...balance].flatMap(([key, wrong]) => (wrong > 0 ? [key] : [])))
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
