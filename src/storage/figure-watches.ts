import type { Selectable } from 'kysely'
import type { FigurePlace, FigureReadError, FigureWatch } from '../domain/figure-watch.ts'
import { hasNoWork } from './jobs.ts'
import { fromJson, toJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

export async function insertFigureWatch(db: Db, watch: FigureWatch): Promise<void> {
  await db
    .insertInto('figure_watches')
    .values({
      ...columnsOf(watch),
      id: watch.id,
      figure_id: watch.figureId,
      source_id: watch.sourceId,
      line: watch.line,
      address: watch.address,
      place: JSON.stringify(watch.place),
      state: watch.state,
      pace: watch.pace,
      added_by: watch.addedBy,
      added_by_account: watch.addedByAccount,
      added_at: watch.addedAt,
    })
    .execute()
}

/** Puts what changes in the place of what is known of it. */
export async function changeFigureWatch(
  db: Db,
  id: string,
  change: Partial<Omit<FigureWatch, 'id' | 'figureId' | 'addedBy' | 'addedByAccount' | 'addedAt'>>,
): Promise<void> {
  await db.updateTable('figure_watches').set(columnsOf(change)).where('id', '=', id).execute()
}

export async function deleteFigureWatch(db: Db, id: string): Promise<void> {
  await db.deleteFrom('figure_watches').where('id', '=', id).execute()
}

export async function findFigureWatch(db: Db, id: string): Promise<FigureWatch | null> {
  const row = await db.selectFrom('figure_watches').where('id', '=', id).selectAll().executeTakeFirst()
  return row ? watchOf(row) : null
}

/** Those of a figure, or all; the first added first. */
export async function listFigureWatches(db: Db, figureId?: string): Promise<FigureWatch[]> {
  const rows = await db
    .selectFrom('figure_watches')
    .$if(figureId !== undefined, query => query.where('figure_id', '=', figureId!))
    .orderBy('added_at')
    .orderBy('id')
    .selectAll()
    .execute()
  return rows.map(watchOf)
}

/** Ids of those whose time has passed and for which no work is queued: whatever was to read them is lost. */
export async function listForgottenFigures(db: Db, before: number): Promise<string[]> {
  const rows = await db
    .selectFrom('figure_watches')
    .where('state', '=', 'watching')
    .where('next_at', '<', before)
    .where(hasNoWork('read-figure', 'figure_watches.id'))
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

function columnsOf(change: Partial<FigureWatch>) {
  const { pausedBecause, foundAt, lastModified, nextAt, lastReadAt, changedAt, failingSince } = change
  const { sourceId, line, address, place, state, told, etag, checksum, pace, failures, error } = change
  const json = (value: unknown) => (value === undefined ? undefined : toJson(value))
  return {
    source_id: sourceId,
    line,
    address,
    place: place === undefined ? undefined : JSON.stringify(place),
    state,
    paused_because: pausedBecause,
    told: json(told),
    found_at: foundAt,
    etag,
    last_modified: lastModified,
    checksum,
    pace,
    next_at: nextAt,
    last_read_at: lastReadAt,
    changed_at: changedAt,
    failures,
    failing_since: failingSince,
    error: json(error),
  }
}

function watchOf(row: Selectable<Tables['figure_watches']>): FigureWatch {
  const number = (value: number | null) => (value === null ? null : Number(value))
  return {
    id: row.id,
    figureId: row.figure_id,
    sourceId: row.source_id,
    line: row.line,
    address: row.address,
    place: JSON.parse(row.place) as FigurePlace,
    state: row.state,
    pausedBecause: row.paused_because,
    told: fromJson<FigureWatch['told']>(row.told),
    foundAt: row.found_at,
    etag: row.etag,
    lastModified: row.last_modified,
    checksum: row.checksum,
    pace: Number(row.pace),
    nextAt: number(row.next_at),
    lastReadAt: number(row.last_read_at),
    changedAt: number(row.changed_at),
    failures: row.failures,
    failingSince: number(row.failing_since),
    error: fromJson<FigureReadError>(row.error),
    addedBy: row.added_by,
    addedByAccount: row.added_by_account,
    addedAt: Number(row.added_at),
  }
}
