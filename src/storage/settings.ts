import type { Db } from './tables.ts'

export async function readSetting(db: Db, name: string): Promise<string | null> {
  const row = await db.selectFrom('settings').where('name', '=', name).select('value').executeTakeFirst()
  return row?.value ?? null
}

export async function writeSetting(db: Db, name: string, value: string): Promise<void> {
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

/** The first to set it wins: it stays what it is where it is set. */
export async function insertSetting(db: Db, name: string, value: string): Promise<void> {
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
