import type { Selectable } from 'kysely'
import type { Finding, ProgrammeHead } from '../domain/finding.ts'
import type { Problem } from '../domain/problem.ts'
import { openFindings, type Reading } from '../domain/reading.ts'
import { among } from './dialects/among.ts'
import { insertRows } from './insert-rows.ts'
import { fromJson, toJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

type OpenState = Exclude<Reading['state'], 'closed'>

/** A reading in a list: without what was given and what was found. */
export type ReadingListing = Pick<Reading, 'id' | 'editionId' | 'entryId' | 'at' | 'by' | 'form' | 'url'> & {
  state: OpenState
  /** What it is called: the title of the first finding, else the address, the file or the first words. */
  label: string
  /** How many findings are left to be settled. */
  left: number
  isOfSource: boolean
  /** The source that tells it newly. */
  sourceId: string | null
  /** The code of the first problem. */
  problem: string | null
}

export type NewReading = Pick<Reading, 'id' | 'editionId' | 'entryId' | 'at' | 'by' | 'form' | 'input'> & {
  suggestionId: string | null
  digest: string
  /** Of a dropped file. */
  bytes?: Uint8Array
}

export async function insertReadings(db: Db, readings: NewReading[]): Promise<void> {
  await insertRows(
    db,
    'readings',
    readings.map(({ id, editionId, entryId, suggestionId, at, by, form, input, digest }) => ({
      id,
      edition_id: editionId,
      entry_id: entryId,
      at,
      by,
      form,
      input,
      state: 'waiting' as const,
      digest,
      label: labelOf(input),
      suggestion_id: suggestionId,
    })),
  )
  for (const { id, bytes } of readings) {
    if (bytes) await db.insertInto('reading_files').values({ reading_id: id, bytes }).execute()
  }
}

export async function findReading(db: Db, id: string): Promise<Reading | null> {
  const row = await db.selectFrom('readings').where('id', '=', id).selectAll().executeTakeFirst()
  return row ? readingOf(row) : null
}

/** What these readings are called, by their ids. */
export async function findLabels(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('readings')
    .where(among(db, 'id', ids))
    .select(['id', 'label'])
    .execute()
  return new Map(rows.map(({ id, label }) => [id, label ?? '']))
}

/** What is known of a reading that holds the same. `isUntouched`: nothing of it is settled. */
export type OpenReading = Pick<Reading, 'id' | 'state' | 'readAt'> & { isUntouched: boolean }

/** Readings of this edition that hold the same and are not closed, by their digest. */
export async function findOpenReadings(
  db: Db,
  editionId: string,
  digests: string[],
): Promise<Map<string, OpenReading>> {
  const rows = await db
    .selectFrom('readings')
    .where('edition_id', '=', editionId)
    .where('state', '<>', 'closed')
    .where(among(db, 'digest', digests))
    .select(['id', 'digest', 'state', 'settled', 'read_at as readAt'])
    .execute()
  return new Map(
    rows.map(({ digest, settled, ...row }) => [digest!, { ...row, isUntouched: settled === null }]),
  )
}

export async function readReadingFile(db: Db, id: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('reading_files')
    .where('reading_id', '=', id)
    .select('bytes')
    .executeTakeFirst()
  return row?.bytes ?? null
}

export type ReadingResult = Pick<Reading, 'url' | 'findings' | 'problems' | 'head'>

/**
 * Keeps what was found, or why nothing was.
 *
 * @returns false where it is not waiting any more; nothing is changed then
 */
export async function keepResult(db: Db, id: string, result: ReadingResult, at: number): Promise<boolean> {
  const { url, findings, problems, head } = result
  const { numUpdatedRows } = await db
    .updateTable('readings')
    .set({
      state: findings.length > 0 ? 'read' : 'failed',
      url,
      findings: toJson(findings),
      problems: toJson(problems),
      head: toJson(head),
      found: Math.max(findings.length, 1),
      read_at: at,
      ...(findings[0] && { label: labelOf(findings[0].title) }),
    })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  // What could not be read may be read another time.
  if (numUpdatedRows === 1n && findings.length > 0) await forgetFile(db, id)
  return numUpdatedRows === 1n
}

/** Keeps what became of its findings; a reading of which nothing is left is closed. */
export async function keepSettled(
  db: Db,
  reading: Reading,
  settled: Reading['settled'],
  at: number,
): Promise<void> {
  const isRead = reading.findings.length > 0
  const left = openFindings({ ...reading, state: 'read', settled }).length
  const state = left === 0 ? 'closed' : isRead ? 'read' : 'failed'
  await db
    .updateTable('readings')
    .set({
      state,
      settled: Object.keys(settled).length ? JSON.stringify(settled) : null,
      found: left,
      closed_at: state === 'closed' ? at : null,
    })
    .where('id', '=', reading.id)
    .execute()
}

/** What a source tells newly, to be settled. */
export async function insertSourceReading(
  db: Db,
  reading: Reading,
  { sourceId, label }: { sourceId: string; label: string },
): Promise<void> {
  const { id, editionId, at, by, form, input, url, findings, readAt } = reading
  await db
    .insertInto('readings')
    .values({
      id,
      edition_id: editionId,
      at,
      by,
      form,
      input,
      state: 'read',
      url,
      findings: toJson(findings),
      read_at: readAt,
      label: labelOf(label),
      found: findings.length,
      source_id: sourceId,
    })
    .execute()
}

/** All that a source has told newly, settled or not, the latest first. */
export async function listSourceReadings(db: Db, sourceId: string): Promise<Reading[]> {
  const rows = await db
    .selectFrom('readings')
    .where('source_id', '=', sourceId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .selectAll()
    .execute()
  return rows.map(readingOf)
}

/** What was given with a suggestion, settled or not, in its order. */
export async function listSuggestionReadings(db: Db, suggestionId: string): Promise<Reading[]> {
  const rows = await db
    .selectFrom('readings')
    .where('suggestion_id', '=', suggestionId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .selectAll()
    .execute()
  return rows.map(readingOf)
}

/** Keeps what the findings of a reading say today, and what became of them. */
export async function keepFindings(db: Db, reading: Reading, at: number): Promise<void> {
  const { id, findings, settled } = reading
  await db
    .updateTable('readings')
    .set({ findings: toJson(findings), read_at: at })
    .where('id', '=', id)
    .execute()
  await keepSettled(db, reading, settled, at)
}

/** It is to be read once more. */
export async function waitAgain(db: Db, id: string): Promise<void> {
  await db
    .updateTable('readings')
    .set({ state: 'waiting', problems: null, settled: null, found: null, closed_at: null })
    .where('id', '=', id)
    .execute()
}

/**
 * What is open in these editions, the newest first; of an entry or a source: these alone. What belongs to a suggestion
 * is shown with it.
 */
export async function listOpenReadings(
  db: Db,
  asked: { editionIds: string[]; entryId?: string; sourceId?: string; limit?: number },
): Promise<ReadingListing[]> {
  const { editionIds, entryId, sourceId, limit = 200 } = asked
  if (editionIds.length === 0) return []
  const rows = await db
    .selectFrom('readings')
    .where(among(db, 'edition_id', editionIds))
    .where('state', '<>', 'closed')
    .where('suggestion_id', 'is', null)
    .$if(entryId !== undefined, query => query.where('entry_id', '=', entryId!))
    .$if(sourceId !== undefined, query => query.where('source_id', '=', sourceId!))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .select([
      'id',
      'edition_id',
      'entry_id',
      'source_id',
      'at',
      'by',
      'form',
      'state',
      'url',
      'label',
      'found',
    ])
    .select(({ fn, val, ref }) =>
      fn<string | null>('substr', [ref('problems'), val(1), val(200)]).as('problems'),
    )
    .execute()
  return rows.map(row => ({
    id: row.id,
    editionId: row.edition_id,
    entryId: row.entry_id,
    at: row.at,
    by: row.by,
    form: row.form,
    state: row.state as OpenState,
    url: row.url,
    label: row.label ?? '',
    left: row.found ?? 0,
    isOfSource: row.source_id !== null,
    sourceId: row.source_id,
    problem: /"code":"([^"]*)"/.exec(row.problems ?? '')?.[1] ?? null,
  }))
}

/** @returns how many were forgotten, with all that was found */
export async function forgetReadings(db: Db, closedBefore: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('readings')
    .where('closed_at', '<', closedBefore)
    // What was dropped of a source that is watched is to be offered no second time.
    .where('source_id', 'is', null)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

async function forgetFile(db: Db, id: string): Promise<void> {
  await db.deleteFrom('reading_files').where('reading_id', '=', id).execute()
}

function labelOf(words: string): string {
  const line = words
    .slice(0, 2000)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > 200 ? `${line.slice(0, 200)}…` : line
}

function readingOf(row: Selectable<Tables['readings']>): Reading {
  return {
    id: row.id,
    editionId: row.edition_id,
    entryId: row.entry_id,
    suggestionId: row.suggestion_id,
    sourceId: row.source_id,
    at: row.at,
    by: row.by,
    form: row.form,
    input: row.input,
    state: row.state,
    url: row.url,
    findings: fromJson<Finding[]>(row.findings) ?? [],
    problems: fromJson<Problem[]>(row.problems) ?? [],
    head: fromJson<ProgrammeHead>(row.head),
    settled: fromJson<Reading['settled']>(row.settled) ?? {},
    readAt: row.read_at,
  }
}
