import { sql } from 'kysely'
import type { ToldUpdate, Update } from '../domain/update.ts'
import { among } from './dialects/among.ts'
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
<<<<<<< HEAD
  return toldBy(await newest(db, limit).where('updates.edition_id', '=', editionId).execute())
}

/** The newest of one entry, newest first; those of its sessions are their own. */
export async function readUpdatesOf(db: Db, entryId: string, limit: number): Promise<ToldUpdate[]> {
  return toldBy(await newest(db, limit).where('updates.entry_id', '=', entryId).execute())
}

function newest(db: Db, limit: number) {
  return db
=======
  return (await readUpdatesIn(db, [editionId], limit)).map(({ editionId: _, ...told }) => told)
}

/** The newest updates of several editions, newest first. */
export async function readUpdatesIn(
  db: Db,
  editionIds: string[],
  limit: number,
): Promise<(ToldUpdate & { editionId: string })[]> {
  const rows = await db
>>>>>>> 4121144 (Give everything that has something new its feeds, and search engines a sitemap)
    .selectFrom('updates')
    .leftJoin('entries', join =>
      join.onRef('entries.id', '=', 'updates.entry_id').on('entries.state', '=', 'published'),
    )
    .leftJoin('entries as parents', join =>
      join.onRef('parents.id', '=', 'entries.parent_id').on('parents.state', '=', 'published'),
    )
<<<<<<< HEAD
=======
    .where(
      editionIds.length === 1
        ? sql<boolean>`${sql.ref('updates.edition_id')} = ${editionIds[0]}`
        : among(db, 'updates.edition_id', editionIds),
    )
    .$if(editionIds.length > 1, query => query.orderBy('updates.at', 'desc'))
>>>>>>> 4121144 (Give everything that has something new its feeds, and search engines a sitemap)
    .orderBy('updates.number', 'desc')
    .orderBy('updates.position')
    .limit(limit)
    .select([
      'updates.at',
      'updates.number',
      'updates.edition_id',
      'updates.entry_id',
      'updates.kind',
      'updates.data',
      'entries.slug',
      'entries.title',
      'entries.parent_id',
      'parents.slug as parentSlug',
    ])
<<<<<<< HEAD
}

type Row = Awaited<ReturnType<ReturnType<typeof newest>['execute']>>[number]

function toldBy(rows: Row[]): ToldUpdate[] {
  return rows.map(({ at, number, entry_id, kind, data, slug, title, parent_id, parentSlug }) => ({
=======
    .execute()
  return rows.map(({ at, number, edition_id, entry_id, kind, data, slug, title, parent_id, parentSlug }) => ({
>>>>>>> 4121144 (Give everything that has something new its feeds, and search engines a sitemap)
    at,
    number,
    editionId: edition_id,
    entryId: entry_id,
    update: { kind, ...fromJson<object>(data) } as Update,
    // A session is shown where its event is.
    entry:
      slug === null || title === null || (parent_id !== null && parentSlug === null)
        ? null
        : { slug, title, parentSlug },
  }))
}
