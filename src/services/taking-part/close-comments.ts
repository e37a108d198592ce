import type { CommentedOn } from '../../domain/comment.ts'
import type { Curator } from '../../domain/curator.ts'
import { type Closing, lastOpenDay } from '../../domain/taking-part/closing.ts'
import { recordAudit } from '../../storage/audit.ts'
import { touchBlog } from '../../storage/blog.ts'
import {
  closeCommentsBefore,
  closeSeriesBefore,
  findClosing,
  listClosings,
  writeSeriesClosing,
} from '../../storage/close-comments.ts'
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

/** When comments of one series close; null: as on the rest of the site. What is over by that closes at once. */
export async function setSeriesClosing(
  store: Store,
  who: Pick<Curator, 'id' | 'name'>,
  series: { id: string; title: string; rule: Closing | null },
  at: number,
): Promise<void> {
  await store.db.transaction().execute(async db => {
    await writeSeriesClosing(db, series.id, series.rule)
    const details = { name: series.rule === null ? '' : String(series.rule) }
    await recordAudit(db, { at, who, act: 'comments-closing', subject: series.title, details })
    await closeDue(db, at)
    // Pages on which something can be said tell until when.
    await touchBlog(db)
  })
}

/** The last day on which something can be said below a thing; null where it closes by no time. */
export async function readLastOpenDay(db: Db, on: CommentedOn): Promise<string | null> {
  const found = await findClosing(db, on)
  return found && lastOpenDay({ ...found, siteDays: await readClosing(db) })
}

/**
 * Closes what has been over for long: nothing more can be said there, and what was said stays. What a curator opened
 * stays open.
 *
 * @param now epoch milliseconds
 */
export async function closeComments(store: Store, now: number): Promise<void> {
  await store.db.transaction().execute(async db => {
    if ((await closeDue(db, now)) > 0) await touchBlog(db)
  })
}

async function closeDue(db: Db, now: number): Promise<number> {
  const before = (days: number) => new Date(now - days * 86_400_000).toISOString().slice(0, 10)
  const days = await readClosing(db)
  let count = days > 0 ? await closeCommentsBefore(db, before(days)) : 0
  for (const { seriesId, rule } of await listClosings(db))
    if (rule !== 'never')
      count += await closeSeriesBefore(db, seriesId, rule === 'closed' ? null : before(rule))
  return count
}
