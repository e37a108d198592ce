import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Selectable } from 'kysely'
import type { Archive, ArchiveSettings } from '../domain/archive.ts'
import { fromJson, toJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

export async function insertArchive(
  db: Db,
  {
    id,
    by,
    at,
    settings,
    state,
  }: { id: string; by: string; at: number; settings: ArchiveSettings; state: Archive['state'] },
): Promise<void> {
  const empty = { site: null, head: null, progress: null, report: null, problems: null }
  await db
    .insertInto('archives')
    .values({ id, state, by, ...empty, settings: JSON.stringify(settings), created_at: at, updated_at: at })
    .execute()
}

export async function findArchive(db: Db, id: string): Promise<Archive | null> {
  const row = await db.selectFrom('archives').where('id', '=', id).selectAll().executeTakeFirst()
  return row ? archiveOf(row) : null
}

/** The same, taken for this transaction: two who decide at once do so one after the other. */
export async function takeArchive(db: Db, id: string): Promise<Archive | null> {
  const row = await db
    .updateTable('archives')
    .set(({ ref }) => ({ state: ref('state') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  return row ? archiveOf(row) : null
}

/** The newest first. */
export async function listArchives(db: Db, limit = 50): Promise<Archive[]> {
  const rows = await db
    .selectFrom('archives')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .selectAll()
    .execute()
  return rows.map(archiveOf)
}

/** The one of a site that somebody decided about last: its rules serve the next export, too. */
export async function findLastArchive(db: Db, site: string, except: string): Promise<Archive | null> {
  const row = await db
    .selectFrom('archives')
    .where('site', '=', site)
    .where('id', '<>', except)
    .orderBy('created_at', 'desc')
    .limit(1)
    .selectAll()
    .executeTakeFirst()
  return row ? archiveOf(row) : null
}

export async function updateArchive(
  db: Db,
  id: string,
  told: Partial<Pick<Archive, 'state' | 'site' | 'head' | 'settings' | 'progress' | 'report' | 'problems'>>,
  at: number,
): Promise<void> {
  const { head, settings, progress, report, problems } = told
  await db
    .updateTable('archives')
    .set({
      state: told.state,
      site: told.site,
      head: head && toJson(head),
      settings: settings && JSON.stringify(settings),
      progress: progress === undefined ? undefined : toJson(progress),
      report: report === undefined ? undefined : toJson(report),
      problems: problems && toJson(problems),
      updated_at: at,
    })
    .where('id', '=', id)
    .execute()
}

/** With everything that belongs to it; what was brought in stays. */
export async function removeArchive(db: Db, id: string): Promise<void> {
  await db.deleteFrom('archive_pieces').where('archive_id', '=', id).execute()
  await db.deleteFrom('archives').where('id', '=', id).execute()
}

export type ArchiveFile = { number: number; name: string; size: number }

export async function putArchiveFile(
  db: Db,
  archiveId: string,
  { number, name, size }: ArchiveFile,
): Promise<void> {
  await db
    .insertInto('archive_files')
    .values({ archive_id: archiveId, number, name, size })
    .onConflict(conflict => conflict.columns(['archive_id', 'number']).doUpdateSet({ name, size }))
    .execute()
}

export async function listArchiveFiles(db: Db, archiveId: string): Promise<ArchiveFile[]> {
  return db
    .selectFrom('archive_files')
    .where('archive_id', '=', archiveId)
    .orderBy('number')
    .select(['number', 'name', 'size'])
    .execute()
}

/** A piece of a file is kept compressed: exports are text. */
export async function insertArchivePiece(
  db: Db,
  { archiveId, file, number, bytes }: { archiveId: string; file: number; number: number; bytes: Uint8Array },
): Promise<void> {
  const packed = await promisify(gzip)(bytes, { level: 3 })
  await db
    .insertInto('archive_pieces')
    .values({ archive_id: archiveId, file, number, bytes: packed })
    .execute()
}

/** What a file held, one piece after the other. */
export async function* readArchivePieces(
  db: Db,
  archiveId: string,
  file: number,
): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const row = await db
      .selectFrom('archive_pieces')
      .where('archive_id', '=', archiveId)
      .where('file', '=', file)
      .where('number', '=', number)
      .select('bytes')
      .executeTakeFirst()
    if (!row) return
    yield await promisify(gunzip)(row.bytes)
  }
}

/** Whether what was handed in is kept. */
export async function hasArchivePieces(db: Db, archiveId: string): Promise<boolean> {
  const piece = await db
    .selectFrom('archive_pieces')
    .where('archive_id', '=', archiveId)
    .select('number')
    .limit(1)
    .executeTakeFirst()
  return piece !== undefined
}

export async function removeArchivePieces(db: Db, archiveId: string): Promise<void> {
  await db.deleteFrom('archive_pieces').where('archive_id', '=', archiveId).execute()
}

/** Exports that nobody went on with since, and of those that are done what they held. */
export async function forgetArchives(db: Db, before: number): Promise<void> {
  const old = await db
    .selectFrom('archives')
    .where('updated_at', '<', before)
    .where('state', 'in', ['taking', 'review', 'failed'])
    .select('id')
    .execute()
  for (const { id } of old) await removeArchive(db, id)
}

function archiveOf(row: Selectable<Tables['archives']>): Archive {
  return {
    id: row.id,
    state: row.state as Archive['state'],
    site: row.site,
    head: fromJson<Archive['head']>(row.head) ?? { authors: [] },
    settings: fromJson<ArchiveSettings>(row.settings)!,
    progress: fromJson<Archive['progress']>(row.progress),
    report: fromJson<Archive['report']>(row.report),
    problems: fromJson<Archive['problems']>(row.problems) ?? [],
    by: row.by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
