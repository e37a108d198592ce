import type { Update } from '../domain/update.ts'
import { insertRows } from './insert-rows.ts'
import { fromJson } from './json.ts'
import type { Db } from './tables.ts'

/** An update as readers are told of it; `entry` is null where it is not shown any more. */
export type ToldUpdate = {
  at: number
  number: number
  update: Update
  entry: { slug: string; title: string; parentSlug: string | null } | null
}

export async function insertUpdates(
  db: Db,
  editionId: string,
  updates: { entryId: string; update: Update }[],
  { number, at }: { number: number; at: number },
): Promise<void> {
  await insertRows(
    db,
    'updates',
    updates.map(({ entryId, update: { kind, ...data } }, position) => ({
      edition_id: editionId,
      number,
      position,
      entry_id: entryId,
      at,
      kind,
      data: JSON.stringify(data),
    })),
  )
}

/** The newest updates of an edition, newest first. */
export async function readUpdates(db: Db, editionId: string, limit: number): Promise<ToldUpdate[]> {
  const rows = await db
    .selectFrom('updates')
    .leftJoin('entries', join =>
      join.onRef('entries.id', '=', 'updates.entry_id').on('entries.state', '=', 'published'),
    )
    .leftJoin('entries as parents', 'parents.id', 'entries.parent_id')
    .where('updates.edition_id', '=', editionId)
    .orderBy('updates.number', 'desc')
    .orderBy('updates.position')
    .limit(limit)
    .select([
      'updates.at',
      'updates.number',
      'updates.kind',
      'updates.data',
      'entries.slug',
      'entries.title',
      'parents.slug as parentSlug',
    ])
    .execute()
  return rows.map(({ at, number, kind, data, slug, title, parentSlug }) => ({
    at,
    number,
    update: { kind, ...fromJson<object>(data) } as Update,
    entry: slug === null || title === null ? null : { slug, title, parentSlug },
  }))
}
