import { prepared } from './prepared.ts'
import type { Db } from './tables.ts'

export async function readSetting(db: Db, name: string): Promise<string | null> {
  const [row] = await settingNamed(db, { name })
  return row?.value ?? null
}

const settingNamed = prepared((db, { name }: { name: string }) =>
  db.selectFrom('settings').where('name', '=', name).select('value'),
)

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

/** Takes a setting away where it has this value. @returns whether it had, to the first who asks and to nobody after */
export async function takeSetting(db: Db, name: string, value: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('settings')
    .where('name', '=', name)
    .where('value', '=', value)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}
