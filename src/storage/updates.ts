import type { ToldUpdate, Update } from '../domain/update.ts'
import { insertRows } from './insert-rows.ts'
import { fromJson } from './json.ts'
import type { Db } from './tables.ts'

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
  return toldBy(await newest(db, limit).where('updates.edition_id', '=', editionId).execute())
}

/** The newest of one entry, newest first; those of its sessions are their own. */
export async function readUpdatesOf(db: Db, entryId: string, limit: number): Promise<ToldUpdate[]> {
  return toldBy(await newest(db, limit).where('updates.entry_id', '=', entryId).execute())
}

function newest(db: Db, limit: number) {
  return db
    .selectFrom('updates')
    .leftJoin('entries', join =>
      join.onRef('entries.id', '=', 'updates.entry_id').on('entries.state', '=', 'published'),
    )
    .leftJoin('entries as parents', join =>
      join.onRef('parents.id', '=', 'entries.parent_id').on('parents.state', '=', 'published'),
    )
    .orderBy('updates.number', 'desc')
    .orderBy('updates.position')
    .limit(limit)
    .select([
      'updates.at',
      'updates.number',
      'updates.entry_id',
      'updates.kind',
      'updates.data',
      'entries.slug',
      'entries.title',
      'entries.parent_id',
      'parents.slug as parentSlug',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof newest>['execute']>>[number]

function toldBy(rows: Row[]): ToldUpdate[] {
  return rows.map(({ at, number, entry_id, kind, data, slug, title, parent_id, parentSlug }) => ({
    at,
    number,
    entryId: entry_id,
    update: { kind, ...fromJson<object>(data) } as Update,
    // A session is shown where its event is.
    entry:
      slug === null || title === null || (parent_id !== null && parentSlug === null)
        ? null
        : { slug, title, parentSlug },
  }))
}
