import { sql } from 'kysely'
import { mayLook } from '../domain/links/may-look.ts'
import { among } from './dialects/among.ts'
import type { Db } from './tables.ts'

/** A page that an archive is to be asked to save; `job`: by which number it was asked. */
export type LinkSave = { url: string; job: string | null; tries: number }

/**
 * Has pages saved that readers were first shown since a moment: those of new entries, and those of editions that went
 * live. One that was saved for a publication before is saved once more for another, never twice for one.
 *
 * @returns how many are to be saved
 */
export async function queueSavesSince(db: Db, since: number, at: number): Promise<number> {
  const isNew = sql<boolean>`exists (select 1 from updates where updates.entry_id = entries.id and updates.kind = 'new'
    and updates.at >= ${since} and updates.at < ${at})`
  const wentLive = sql<boolean>`(editions.published_at >= ${since} and editions.published_at < ${at})`
  const rows = await db
    .selectFrom('entry_links as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .where('entries.state', '=', 'published')
    .where('editions.state', '<>', 'draft')
    .where('own.role', 'in', ['source', 'programme', 'slides'])
    .where('own.health', 'not in', ['gone', 'changed-hands'])
    .where(sql<boolean>`(${isNew} or ${wentLive})`)
    .select(['own.url', 'own.role', 'own.title', 'own.visibility'])
    .execute()
  const urls = [
    ...new Set(rows.filter(link => mayLook(link as Parameters<typeof mayLook>[0])).map(({ url }) => url)),
  ]
  if (urls.length === 0) return 0
  await db
    .updateTable('link_looks')
    .set({ save_due_at: at, save_job: null, save_tries: 0 })
    .where(among(db, 'url', urls))
    .execute()
  return urls.length
}

export async function readDueSaves(db: Db, now: number, most: number): Promise<LinkSave[]> {
  return db
    .selectFrom('link_looks')
    .where('save_due_at', '<=', now)
    .orderBy('save_due_at')
    .limit(most)
    .select(['url', 'save_job as job', 'save_tries as tries'])
    .execute()
}

export async function changeSave(
  db: Db,
  url: string,
  told: { dueAt: number | null; job?: string | null; tries?: number; savedAt?: number; copy?: string },
): Promise<void> {
  await db
    .updateTable('link_looks')
    .set({
      save_due_at: told.dueAt,
      save_job: told.job,
      save_tries: told.tries,
      saved_at: told.savedAt,
      ...(told.copy !== undefined && { copy_url: told.copy }),
    })
    .where('url', '=', url)
    .execute()
}

/** When the next is due; null where nothing is to be saved. */
export async function readNextSave(db: Db): Promise<number | null> {
  const { next } = await db
    .selectFrom('link_looks')
    .select(({ fn }) => fn.min<number | null>('save_due_at').as('next'))
    .executeTakeFirstOrThrow()
  return next === null ? null : Number(next)
}
