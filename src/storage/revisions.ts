import type { Selectable } from 'kysely'
import type { EntryState } from '../domain/entry.ts'
import type { EntryFields } from '../domain/entry-fields.ts'
import { updatesOf } from '../domain/update.ts'
import { queueBlogPost } from './blog-posts.ts'
import { insertRows } from './insert-rows.ts'
import { fromJson, toJson } from './json.ts'
import { risingId } from './rising-id.ts'
import type { Db, Tables } from './tables.ts'
import { insertUpdates } from './updates.ts'

/** Who does something, and when (epoch milliseconds). `minor`: readers are not told. */
export type Act = { by: string; at: number; minor?: boolean }

/** One change, to be recorded: what the changed fields said before and say after. */
export type Change = {
  /** Null: of the edition itself. */
  entryId: string | null
  act: string
  before: unknown
  /** JSON text is taken as it is. */
  after: unknown
  /** Of an entry that is not new: whether readers see it, where the change does not tell, and its title. */
  of?: { title: string; state: EntryState }
  /** Readers are told by another change of the same act. */
  untold?: boolean
}

/**
 * Takes the edition for this transaction: whoever else wants to write it waits until the transaction ends. What is to
 * be changed is read after that.
 *
 * @returns the revision it is at; null where there is no such edition
 */
export async function takeEdition(db: Db, editionId: string): Promise<number | null> {
  const taken = await db
    .updateTable('editions')
    .set(({ ref }) => ({ revision: ref('revision') }))
    .where('id', '=', editionId)
    .returning('revision')
    .executeTakeFirst()
  return taken?.revision ?? null
}

/**
 * Records what one act changed and brings the edition to its next revision, which is returned. Readers of a live
 * edition are told, unless the edit is `minor`.
 */
export async function recordRevision(
  db: Db,
  editionId: string,
  changes: Change[],
  { by, at, minor = false }: Act,
): Promise<number> {
  const { revision, state } = await db
    .updateTable('editions')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1), updated_at: at }))
    .where('id', '=', editionId)
    .returning(['revision', 'state'])
    .executeTakeFirstOrThrow()
  const asJson = (value: unknown) => (typeof value === 'string' ? value : toJson(value))
  await insertRows(
    db,
    'revisions',
    changes.map(({ entryId, act, before, after }) => ({
      id: risingId(),
      edition_id: editionId,
      entry_id: entryId,
      number: revision,
      at,
      by,
      act,
      before: asJson(before),
      after: asJson(after),
    })),
  )
  if (state !== 'draft' && !minor) await tellReaders(db, editionId, changes, { number: revision, at })
  await queueBlogPost(db, editionId, at)
  return revision
}

async function tellReaders(
  db: Db,
  editionId: string,
  changes: Change[],
  { number, at }: { number: number; at: number },
): Promise<void> {
  const isNew = new Set(changes.filter(({ before }) => before === null).map(({ entryId }) => entryId))
  const updates = changes.flatMap(({ entryId, before, after, of, untold }) => {
    if (entryId === null || after === null || untold) return []
    const fields = (typeof after === 'string' ? JSON.parse(after) : after) as Partial<EntryFields>
    // The sessions of a new event are told with it.
    if (before === null && fields.parentId && isNew.has(fields.parentId)) return []
    const { title, state } = of ?? { title: fields.title ?? '', state: 'published' as const }
    return updatesOf(before as Partial<EntryFields> | null, fields, { title, state }).map(update => ({
      entryId,
      update,
    }))
  })
  await insertUpdates(db, editionId, updates, { number, at })
}

/** A recorded change, read back. */
export type RevisionRow = {
  id: string
  entryId: string | null
  number: number
  at: number
  by: string
  act: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** Changes of one entry, of the edition itself (`entryId` null) or of everything in it, newest first. */
export async function readRevisions(
  db: Db,
  editionId: string,
  asked: { entryId?: string | null; after?: number; number?: number; before?: number; limit?: number } = {},
): Promise<RevisionRow[]> {
  const { entryId, after, number, before, limit } = asked
  const rows = await db
    .selectFrom('revisions')
    .where('edition_id', '=', editionId)
    .$if(entryId === null, query => query.where('entry_id', 'is', null))
    .$if(typeof entryId === 'string', query => query.where('entry_id', '=', entryId!))
    .$if(after !== undefined, query => query.where('number', '>', after!))
    .$if(before !== undefined, query => query.where('number', '<', before!))
    .$if(number !== undefined, query => query.where('number', '=', number!))
    .orderBy('number', 'desc')
    .orderBy('id', 'desc')
    .$if(limit !== undefined, query => query.limit(limit!))
    .selectAll()
    .execute()
  return rows.map(revisionOf)
}

export function revisionOf(row: Selectable<Tables['revisions']>): RevisionRow {
  return {
    id: row.id,
    entryId: row.entry_id,
    number: row.number,
    at: row.at,
    by: row.by,
    act: row.act,
    before: fromJson(row.before),
    after: fromJson(row.after),
  }
}
