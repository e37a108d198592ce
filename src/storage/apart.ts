import { among } from './dialects/among.ts'
import type { Act } from './revisions.ts'
import type { Db } from './tables.ts'

/** Somebody has said that two entries that look alike are two. */
export async function insertApart(
  db: Db,
  [one, other]: readonly [string, string],
  { by, at }: Act,
): Promise<void> {
  const [entry_id, other_id] = one < other ? [one, other] : [other, one]
  await db
    .insertInto('entries_apart')
    .values({ entry_id, other_id, at, by })
    .onConflict(conflict => conflict.columns(['entry_id', 'other_id']).doNothing())
    .execute()
}

/** Asks about two again. @returns whether anybody had said that they are two */
export async function deleteApart(db: Db, [one, other]: readonly [string, string]): Promise<boolean> {
  const [entry_id, other_id] = one < other ? [one, other] : [other, one]
  const { numDeletedRows } = await db
    .deleteFrom('entries_apart')
    .where('entry_id', '=', entry_id)
    .where('other_id', '=', other_id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

export type SaidApart = { id: string; title: string; at: number; by: string }

/** Of which other entries somebody has said that this one is another, the last answer first; not of withdrawn ones. */
export async function readApartOf(db: Db, id: string): Promise<SaidApart[]> {
  return db
    .selectFrom('entries_apart')
    .innerJoin('entries', join =>
      join.on(({ or, and, eb }) =>
        or([
          and([eb('entry_id', '=', id), eb('entries.id', '=', eb.ref('other_id'))]),
          and([eb('other_id', '=', id), eb('entries.id', '=', eb.ref('entry_id'))]),
        ]),
      ),
    )
    .where('state', '<>', 'withdrawn')
    .orderBy('at', 'desc')
    .orderBy('entries.id')
    .select(['entries.id', 'title', 'at', 'by'])
    .execute()
}

/** The pairs of these editions of which that was said, by `pairKey`. */
export async function readApart(db: Db, editionIds: string[]): Promise<Set<string>> {
  if (editionIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('entries_apart')
    .innerJoin('entries', 'entries.id', 'entry_id')
    .where(among(db, 'edition_id', editionIds))
    .select(['entry_id', 'other_id'])
    .execute()
  return new Set(rows.map(({ entry_id, other_id }) => pairKey(entry_id, other_id)))
}

export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
