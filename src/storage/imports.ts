import { randomUUIDv7 } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { ImportReport, ImportState, ImportWish, KeptImport } from '../domain/import.ts'
import { fromJson, toJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

type NewImport = Pick<KeptImport, 'editionId' | 'sourceId' | 'name' | 'kind' | 'at' | 'by' | 'state'> & {
  wish?: ImportWish | null
  size?: number | null
}

/** @returns its id */
export async function insertImport(db: Db, told: NewImport): Promise<string> {
  const id = randomUUIDv7()
  const { editionId, sourceId, name, kind, at, by, state, wish = null, size = null } = told
  await db
    .insertInto('imports')
    .values({
      id,
      edition_id: editionId,
      source_id: sourceId,
      name,
      kind,
      at,
      by,
      state,
      wish: toJson(wish),
      size,
    })
    .execute()
  return id
}

export async function findImport(db: Db, id: string): Promise<KeptImport | null> {
  const row = await db.selectFrom('imports').where('id', '=', id).selectAll().executeTakeFirst()
  return row ? importOf(row) : null
}

/** One that was begun for a source and has not ended: whoever ran it is gone. */
export async function findBegun(db: Db, sourceId: string): Promise<KeptImport | null> {
  const row = await db
    .selectFrom('imports')
    .where('source_id', '=', sourceId)
    .where('state', '=', 'running')
    .orderBy('at', 'desc')
    .selectAll()
    .executeTakeFirst()
  return row ? importOf(row) : null
}

/** The newest first, of an edition or of one source. */
export async function listImports(
  db: Db,
  of: { editionId: string } | { sourceId: string },
  limit = 50,
): Promise<KeptImport[]> {
  const rows = await db
    .selectFrom('imports')
    .$if('editionId' in of, query => query.where('edition_id', '=', 'editionId' in of ? of.editionId : ''))
    .$if('sourceId' in of, query => query.where('source_id', '=', 'sourceId' in of ? of.sourceId : ''))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .selectAll()
    .execute()
  return rows.map(importOf)
}

export async function changeImport(
  db: Db,
  id: string,
  change: Partial<
    Pick<KeptImport, 'state' | 'done' | 'sourceId' | 'wish' | 'problem' | 'endedAt' | 'kind' | 'size'>
  > & {
    summary?: ImportReport
  },
): Promise<void> {
  const { sourceId, wish, problem, endedAt, summary, ...same } = change
  await db
    .updateTable('imports')
    .set({
      ...same,
      ...(sourceId !== undefined && { source_id: sourceId }),
      ...(wish !== undefined && { wish: toJson(wish) }),
      ...(problem !== undefined && { problem: toJson(problem) }),
      ...(endedAt !== undefined && { ended_at: endedAt }),
      ...(summary !== undefined && { summary: JSON.stringify(summary) }),
    })
    .where('id', '=', id)
    .execute()
}

export async function insertImportPiece(
  db: Db,
  importId: string,
  position: number,
  bytes: Uint8Array,
): Promise<void> {
  await db.insertInto('import_files').values({ import_id: importId, position, bytes }).execute()
}

/** What was uploaded; null where it is not kept any more. */
export async function readImportFile(db: Db, id: string): Promise<Uint8Array | null> {
  const rows = await db
    .selectFrom('import_files')
    .where('import_id', '=', id)
    .orderBy('position')
    .select('bytes')
    .execute()
  return rows.length ? Buffer.concat(rows.map(({ bytes }) => bytes)) : null
}

export async function removeImport(db: Db, id: string): Promise<void> {
  await db.deleteFrom('imports').where('id', '=', id).execute()
}

export async function forgetImportFile(db: Db, id: string): Promise<void> {
  await db.deleteFrom('import_files').where('import_id', '=', id).execute()
}

/** What was looked at and never begun, and reports that are old. */
export async function forgetImports(db: Db, before: { held: number; ended: number }): Promise<void> {
  await db.deleteFrom('imports').where('state', '=', 'held').where('at', '<', before.held).execute()
  await db.deleteFrom('imports').where('ended_at', '<', before.ended).execute()
}

function importOf(row: Selectable<Tables['imports']>): KeptImport {
  return {
    id: row.id,
    editionId: row.edition_id,
    sourceId: row.source_id,
    name: row.name,
    kind: row.kind,
    at: row.at,
    by: row.by,
    state: row.state as ImportState,
    wish: fromJson(row.wish),
    size: row.size,
    done: row.done,
    report: fromJson(row.summary),
    problem: fromJson(row.problem),
    endedAt: row.ended_at,
  }
}
