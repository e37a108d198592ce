import { sql } from 'kysely'
import type { Entry } from '../domain/entry.ts'
import { among } from './dialects/among.ts'
import { readEntries } from './entries.ts'
import type { Db } from './tables.ts'

/** Something that readers see, and since when (epoch milliseconds): as it was told, else as long as they may have. */
export type Shown = { id: string; editionId: string; parentId: string | null; at: number }

/** The entries of these editions that readers see, without sessions, the newest first. */
export async function listShown(db: Db, editionIds: string[]): Promise<Shown[]> {
  const rows = await shownIn(db, editionIds, 'new', '%').where('entries.parent_id', 'is', null).execute()
  return newestFirst(rows)
}

/**
 * The entries and sessions of these editions with a recording, as far as the curator and the links tell, the newest
 * recording first. Whether it may be there yet, only the moment tells.
 */
export async function listRecorded(db: Db, editionIds: string[]): Promise<Shown[]> {
  const rows = await shownIn(db, editionIds, 'recording', '%"available"%')
    .leftJoin('entries as parents', 'parents.id', 'entries.parent_id')
    .where(({ eb, or }) => or([eb('entries.parent_id', 'is', null), eb('parents.state', '=', 'published')]))
    .where(({ eb, or, and, exists, selectFrom }) =>
      or([
        eb('entries.recording', '=', 'available'),
        and([
          eb('entries.recording', 'in', ['unknown', 'expected']),
          exists(
            selectFrom('entry_links')
              .whereRef('entry_links.entry_id', '=', 'entries.id')
              .where('role', '=', 'recording')
              .where('health', 'not in', ['gone', 'changed-hands'])
              .select('entry_links.entry_id'),
          ),
        ]),
      ]),
    )
    .execute()
  return newestFirst(rows)
}

/** These entries and sessions as readers see them, with the sessions or the event of each; and where they are at home. */
export async function readShown(
  db: Db,
  ids: string[],
): Promise<{
  entries: Map<string, Entry>
  homes: Map<string, { editionId: string; parentId: string | null }>
}> {
  const own = await db
    .selectFrom('entries')
    .where(among(db, 'id', ids))
    .select(['id', 'parent_id'])
    .execute()
  const sessions = await db
    .selectFrom('entries')
    .where(among(db, 'parent_id', ids))
    .select('id')
    .execute()
  const near = [
    ...own.flatMap(({ id, parent_id }) => [id, ...(parent_id ? [parent_id] : [])]),
    ...sessions.map(({ id }) => id),
  ]
  const rows = (await readEntries(db, { ids: [...new Set(near)] })).filter(
    ({ entry }) => entry.state === 'published',
  )
  const entries = new Map(rows.map(({ entry }) => [entry.id, entry]))
  for (const { entry, parentId } of rows) if (parentId) entries.get(parentId)?.sessions.push(entry)
  for (const { sessions } of entries.values())
    sessions.sort((a, b) => (a.startsAt ?? Infinity) - (b.startsAt ?? Infinity) || 0)
  const homes = new Map(rows.map(({ entry, editionId, parentId }) => [entry.id, { editionId, parentId }]))
  return { entries, homes }
}

/** When these editions themselves were changed last, after they were made: their texts and days, and not what is in them. */
export async function readOwnChanges(db: Db, editionIds: string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('revisions')
    .where(among(db, 'edition_id', editionIds))
    .where('entry_id', 'is', null)
    .groupBy('edition_id')
    .having(({ fn }) => fn.countAll<number>(), '>', 1)
    .select(['edition_id', ({ fn }) => fn.max<number>('at').as('at')])
    .execute()
  return new Map(rows.map(({ edition_id, at }) => [edition_id, Number(at)]))
}

type Row = { id: string; edition_id: string; parent_id: string | null; at: number; position: number }

function newestFirst(rows: Row[]): Shown[] {
  return rows
    .sort((a, b) => b.at - a.at || a.position - b.position || (a.id < b.id ? -1 : 1))
    .map(({ id, edition_id, parent_id, at }) => ({
      id,
      editionId: edition_id,
      parentId: parent_id,
      at: Number(at),
    }))
}

/** `at`: when readers were first told of it by an update of this kind; else when it could first be seen. */
function shownIn(db: Db, editionIds: string[], kind: string, data: string) {
  return db
    .selectFrom('entries')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .leftJoin(
      ({ selectFrom }) =>
        selectFrom('updates')
          .where(among(db, 'updates.edition_id', editionIds))
          .where('updates.kind', '=', kind)
          .where('updates.data', 'like', data)
          .groupBy('updates.entry_id')
          .select(['updates.entry_id', ({ fn }) => fn.min<number>('updates.at').as('at')])
          .as('told'),
      join => join.onRef('told.entry_id', '=', 'entries.id'),
    )
    .where(among(db, 'entries.edition_id', editionIds))
    .where('entries.state', '=', 'published')
    .select([
      'entries.id',
      'entries.edition_id',
      'entries.parent_id',
      'entries.position',
      sql<number>`coalesce(told.at, case when coalesce(editions.published_at, 0) > entries.created_at then editions.published_at else entries.created_at end)`.as(
        'at',
      ),
    ])
}
