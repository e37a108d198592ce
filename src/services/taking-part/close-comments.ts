import type { Curator } from '../../domain/curator.ts'
import { recordAudit } from '../../storage/audit.ts'
import { touchBlog } from '../../storage/blog.ts'
import { closeCommentsBefore } from '../../storage/close-comments.ts'
import { readSetting, writeSetting } from '../../storage/settings.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'

const setting = 'comments-close-after'
const usualDays = 60

/** After how many days nothing more is to be said below an edition or a post; 0: never. */
export async function readClosing(db: Db): Promise<number> {
  return Number((await readSetting(db, setting)) ?? usualDays)
}

export async function setClosing(
  store: Store,
  who: Pick<Curator, 'id' | 'name'>,
  days: number,
  at: number,
): Promise<void> {
  await store.db.transaction().execute(async db => {
    await writeSetting(db, setting, String(days))
    await recordAudit(db, { at, who, act: 'comments-closing', subject: String(days) })
  })
}

/**
 * Closes what has been over for long: nothing more can be said there, and what was said stays. What a curator opened
 * stays open.
 *
 * @param now epoch milliseconds
 */
export async function closeComments(store: Store, now: number): Promise<void> {
  await store.db.transaction().execute(async db => {
    const days = await readClosing(db)
    if (days <= 0) return
    const last = new Date(now - days * 86_400_000).toISOString().slice(0, 10)
    if ((await closeCommentsBefore(db, last)) > 0) await touchBlog(db)
  })
}
