import type { FigureChange, FigureSide } from '../domain/figure/changes.ts'
import type { Figure, FigurePoint } from '../domain/figure.ts'
import { among } from './dialects/among.ts'
import { updateFigure } from './figures.ts'
import { insertRows } from './insert-rows.ts'
import { fromJson, toJson } from './json.ts'
import type { Db } from './tables.ts'

/** Who does something, and when (epoch milliseconds). */
export type FigureAct = { by: string; at: number; act: string }

/**
 * Takes a figure for this transaction: whoever else wants to write it waits until the transaction ends. What is to be
 * changed is read after that.
 *
 * @returns the revision it is at; null where there is no such figure
 */
export async function takeFigure(db: Db, id: string): Promise<number | null> {
  const taken = await db
    .updateTable('figures')
    .set(({ ref }) => ({ revision: ref('revision') }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirst()
  return taken?.revision ?? null
}

/** Stores what a change says, records it, and brings the figure to its next revision, which is returned. */
export async function recordFigure(
  db: Db,
  { id, sources }: Pick<Figure, 'id' | 'sources'>,
  { before, after }: FigureChange,
  { by, at, act }: FigureAct,
): Promise<number> {
  const { points = {}, sources: told, ...head } = after
  await updateFigure(db, id, head)
  const kept = told ?? sources
  if (told) await putSources(db, id, told)
  await deletePoints(db, Object.keys(points))
  await insertPoints(
    db,
    id,
    Object.values(points).filter(point => point !== null),
  )
  // Only now: points that are gone may have told of them.
  if (told) await dropOtherSources(db, id, kept)
  const { revision } = await db
    .updateTable('figures')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1), updated_at: at }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('figure_revisions')
    .values({ figure_id: id, number: revision, at, by, act, before: toJson(before), after: toJson(after) })
    .execute()
  return revision
}

/** A recorded change of a figure, read back. */
export type FigureRevision = {
  number: number
  at: number
  by: string
  act: string
  /** Null: it was new. */
  before: FigureSide | null
  after: FigureSide | null
}

/** Newest first. */
export async function readFigureRevisions(
  db: Db,
  figureId: string,
  asked: { number?: number; after?: number; limit?: number } = {},
): Promise<FigureRevision[]> {
  const { number, after, limit } = asked
  const rows = await db
    .selectFrom('figure_revisions')
    .where('figure_id', '=', figureId)
    .$if(number !== undefined, query => query.where('number', '=', number!))
    .$if(after !== undefined, query => query.where('number', '>', after!))
    .orderBy('number', 'desc')
    .$if(limit !== undefined, query => query.limit(limit!))
    .select(['number', 'at', 'by', 'act', 'before', 'after'])
    .execute()
  return rows.map(row => ({
    ...row,
    at: Number(row.at),
    before: fromJson<FigureSide>(row.before),
    after: fromJson<FigureSide>(row.after),
  }))
}

async function putSources(db: Db, figureId: string, sources: Figure['sources']): Promise<void> {
  for (const [position, { id, name, address, rank }] of sources.entries())
    await db
      .insertInto('figure_sources')
      .values({ id, figure_id: figureId, position, name, address, rank })
      .onConflict(conflict => conflict.column('id').doUpdateSet({ position, name, address, rank }))
      .execute()
}

async function dropOtherSources(db: Db, figureId: string, kept: Figure['sources']): Promise<void> {
  const ids = kept.map(({ id }) => id)
  await db
    .deleteFrom('figure_sources')
    .where('figure_id', '=', figureId)
    .$if(ids.length > 0, query => query.where('id', 'not in', ids))
    .execute()
}

async function deletePoints(db: Db, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .deleteFrom('figure_points')
    .where(among(db, 'id', ids))
    .execute()
}

async function insertPoints(db: Db, figureId: string, points: FigurePoint[]): Promise<void> {
  await insertRows(
    db,
    'figure_points',
    points.map(({ id, line, date, value, who, act, note, source }) => ({
      id,
      figure_id: figureId,
      line,
      date,
      value,
      who,
      act,
      note,
      source_id: source,
    })),
  )
}
