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

/** An update with the edition it is of. */
type ToldIn = ToldUpdate & { editionId: string }

/** The newest updates of an edition, newest first. */
export async function readUpdates(db: Db, editionId: string, limit: number): Promise<ToldUpdate[]> {
  const rows = await newest(db, limit).where('updates.edition_id', '=', editionId).execute()
  return toldBy(rows).map(withoutEdition)
}

/** Between two revisions, both left out; nothing that came after `until` (epoch milliseconds). */
type Between = { after: number; below: number; until: number }

/** What readers were told between two revisions, newest first. */
export async function readUpdatesBetween(
  db: Db,
  editionId: string,
  { after, below, until }: Between,
  limit: number,
): Promise<ToldUpdate[]> {
  const rows = await newest(db, limit)
    .where('updates.edition_id', '=', editionId)
    .where('updates.number', '>', after)
    .where('updates.number', '<', below)
    .where('updates.at', '<=', until)
    .execute()
  return toldBy(rows).map(withoutEdition)
}

/** How many those are, without what cannot be named any more. */
export async function countUpdates(
  db: Db,
  editionId: string,
  { after, below, until }: Between,
): Promise<number> {
  const { count } = await newest(db, 1)
    .clearSelect()
    .clearOrderBy()
    .clearLimit()
    .where('updates.edition_id', '=', editionId)
    .where('updates.number', '>', after)
    .where('updates.number', '<', below)
    .where('updates.at', '<=', until)
    .where(({ eb, or, and }) =>
      or([
        eb('updates.kind', '=', 'withdrawn'),
        and([
          eb('entries.slug', 'is not', null),
          or([eb('entries.parent_id', 'is', null), eb('parents.slug', 'is not', null)]),
        ]),
      ]),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The newest of one entry, newest first; those of its sessions are their own. */
export async function readUpdatesOf(db: Db, entryId: string, limit: number): Promise<ToldUpdate[]> {
  return toldBy(await newest(db, limit).where('updates.entry_id', '=', entryId).execute()).map(withoutEdition)
}

/** The newest of several editions; those of each newest first. */
export async function readUpdatesIn(db: Db, editionIds: string[], limit: number): Promise<ToldIn[]> {
  const rows = await newest(db, limit)
    .where(among(db, 'updates.edition_id', editionIds))
    .clearOrderBy()
    .orderBy('updates.at', 'desc')
    .orderBy('updates.number', 'desc')
    .orderBy('updates.position')
    .execute()
  return toldBy(rows)
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
      'updates.edition_id',
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

function toldBy(rows: Row[]): ToldIn[] {
  return rows.map(({ at, number, edition_id, entry_id, kind, data, slug, title, parent_id, parentSlug }) => ({
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

function withoutEdition({ editionId: _, ...told }: ToldIn): ToldUpdate {
  return told
}
