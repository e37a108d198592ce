import { randomUUIDv7 } from 'node:crypto'
import { fromJson, toJson } from './json.ts'
import type { Db } from './tables.ts'

export type Source = { id: string; head: unknown }

/** The source of this name in an edition; made when it is new. `head` is what it last said of the edition itself. */
export async function takeSource(db: Db, editionId: string, name: string, at: number): Promise<Source> {
  await db
    .insertInto('sources')
    .values({ id: randomUUIDv7(), edition_id: editionId, name, head: null, read_at: at })
    .onConflict(conflict => conflict.columns(['edition_id', 'name']).doNothing())
    .execute()
  const { id, head } = await db
    .selectFrom('sources')
    .where('edition_id', '=', editionId)
    .where('name', '=', name)
    .select(['id', 'head'])
    .executeTakeFirstOrThrow()
  return { id, head: fromJson(head) }
}

export async function updateSource(db: Db, id: string, head: unknown, at: number): Promise<void> {
  await db
    .updateTable('sources')
    .set({ head: toJson(head), read_at: at })
    .where('id', '=', id)
    .execute()
}
