import { sql } from 'kysely'
import type { Db } from './tables.ts'

/** Counts once more in the window that is open for a key, or opens one. @returns how often it was by now, and until when */
export async function countPace(
  db: Db,
  { key, at, ms }: { key: string; at: number; ms: number },
): Promise<{ count: number; until: number }> {
  const isOver = sql<boolean>`${sql.ref('paces.until')} <= ${sql.lit(at)}`
  const row = await db
    .insertInto('paces')
    .values({ key, count: 1, until: at + ms })
    .onConflict(conflict =>
      conflict.column('key').doUpdateSet({
        count: sql`case when ${isOver} then 1 else ${sql.ref('paces.count')} + 1 end`,
        until: sql`case when ${isOver} then ${sql.lit(at + ms)} else ${sql.ref('paces.until')} end`,
      }),
    )
    .returning(['count', 'until'])
    .executeTakeFirstOrThrow()
  return { count: row.count, until: Number(row.until) }
}

/** Takes one back that was counted. */
export async function uncountPace(db: Db, key: string): Promise<void> {
  await db
    .updateTable('paces')
    .set(({ eb }) => ({ count: eb('count', '-', 1) }))
    .where('key', '=', key)
    .where('count', '>', 0)
    .execute()
}

export async function endPace(db: Db, key: string): Promise<void> {
  await db.deleteFrom('paces').where('key', '=', key).execute()
}

export async function forgetPaces(db: Db, before: number): Promise<void> {
  await db.deleteFrom('paces').where('until', '<', before).execute()
}
