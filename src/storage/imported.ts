import { fromJson, toJson } from './json.ts'
import { indexable } from './names.ts'
import type { Db } from './tables.ts'

export type Imported = { kind: 'writing' | 'edition'; targetId: string; said: unknown }

/** What an item of an older site has become before, and what it said then. */
export async function findImported(db: Db, site: string, item: string): Promise<Imported | null> {
  const row = await db
    .selectFrom('imported')
    .where('site', '=', site)
    .where('item', '=', indexable(item))
    .selectAll()
    .executeTakeFirst()
  return row ? { kind: row.kind, targetId: row.target_id, said: fromJson(row.said) } : null
}

/** What others of the items that became one thing have said. */
export async function listSaidOf(
  db: Db,
  { kind, targetId, but }: Pick<Imported, 'kind' | 'targetId'> & { but: { site: string; item: string } },
): Promise<unknown[]> {
  const rows = await db
    .selectFrom('imported')
    .where('kind', '=', kind)
    .where('target_id', '=', targetId)
    .where('said', 'is not', null)
    .select(['site', 'item', 'said'])
    .execute()
  return rows
    .filter(({ site, item }) => site !== but.site || item !== indexable(but.item))
    .map(({ said }) => fromJson(said))
}

export async function putImported(
  db: Db,
  site: string,
  item: string,
  { kind, targetId, said }: Imported,
  at: number,
): Promise<void> {
  const row = { kind, target_id: targetId, said: toJson(said), at }
  await db
    .insertInto('imported')
    .values({ site, item: indexable(item), ...row })
    .onConflict(conflict => conflict.columns(['site', 'item']).doUpdateSet(row))
    .execute()
}

/** What came from a site, in the order of its items after one. */
export async function listImported(
  db: Db,
  site: string,
  { after, limit }: { after: string; limit: number },
): Promise<{ item: string; kind: 'writing' | 'edition'; targetId: string }[]> {
  const rows = await db
    .selectFrom('imported')
    .where('site', '=', site)
    .where('item', '>', after)
    .orderBy('item')
    .limit(limit)
    .select(['item', 'kind', 'target_id'])
    .execute()
  return rows.map(({ item, kind, target_id }) => ({ item, kind, targetId: target_id }))
}
