import type { EntryFields } from '../../domain/entry-fields.ts'
import { newsNotice } from '../../domain/notice/notice.ts'
import { gatherNews, type OpenNews } from '../../domain/notice/open-news.ts'
import type { Want } from '../../domain/notice/subscription.ts'
import { netChange, toldNews } from '../../domain/notice/told-news.ts'
import { readEntries } from '../../storage/entries.ts'
import {
  putOpenNews,
  readMergedInto,
  readNewUpdates,
  readOpenNews,
  readToldChanges,
} from '../../storage/notice-news.ts'
import { extendNews, insertNotices, type ToBeTold } from '../../storage/notices.ts'
import { takeEdition } from '../../storage/revisions.ts'
import type { Store } from '../../storage/store.ts'
import { type Asking, readAsking, readAskingByPlan } from '../../storage/subscriptions.ts'
import type { Db } from '../../storage/tables.ts'

type Fields = Partial<EntryFields>

/** Takes in what changed in an edition, and writes down who is told of what has been quiet for a while. */
export function makeNews(store: Store, editionId: string, now: number): Promise<void> {
  return store.db.transaction().execute(async db => {
    const revision = await takeEdition(db, editionId)
    if (revision === null) return
    const changes = await readNewUpdates(db, editionId, revision)
    const { open, closed } = gatherNews(await readOpenNews(db, editionId), changes, now)
    await putOpenNews(db, editionId, open)
    for (const news of closed) await tell(db, news, now)
  })
}

async function tell(db: Db, news: OpenNews, now: number): Promise<void> {
  const { entryId, first: from, last: to, lastAt } = news
  const waiting = (await readWaiting(db, entryId)).filter(({ confirmedAt }) => confirmedAt <= lastAt)
  if (waiting.length === 0) return
  const [row] = await readEntries(db, { ids: [entryId] })
  if (!row) return
  const change = await readNetChange(db, entryId, { from, to })
  const extended = await extendNews(db, entryId, to, now)
  const told: ToBeTold[] = waiting
    .filter(
      ({ subscriberId, wants }) =>
        !extended.has(subscriberId) && toldNews(change, row.entry, wants).length > 0,
    )
    .map(each => ({ ...each, notice: newsNotice({ entryId, from, to, wants: each.wants }, each, now) }))
  await insertNotices(db, told, now)
}

/** Everybody who waits for an entry, or for what became one with it, once each, with all that they want of it. */
async function readWaiting(db: Db, entryId: string): Promise<Asking[]> {
  const ids = (await readMergedInto(db, [entryId])).get(entryId)!
  const asking = [...(await readAsking(db, 'entry', ids)), ...(await readAskingByPlan(db, ids))]
  const bySubscriber = new Map<string, Asking>()
  for (const each of asking) {
    const known = bySubscriber.get(each.subscriberId)
    const wants: Want[] = [...new Set([...(known?.wants ?? []), ...each.wants])]
    const confirmedAt = Math.min(known?.confirmedAt ?? each.confirmedAt, each.confirmedAt)
    bySubscriber.set(each.subscriberId, { ...(known ?? each), wants, confirmedAt })
  }
  return [...bySubscriber.values()]
}

/** What the changes between two revisions come to, as far as readers were told of them. That it was made is none. */
export async function readNetChange(
  db: Db,
  entryId: string,
  between: { from: number; to: number },
): Promise<{ before: Fields; after: Fields }> {
  const changes = await readToldChanges(db, entryId, between)
  return netChange(
    changes.flatMap(({ before, after }) =>
      before === null || after === null
        ? []
        : [{ before: JSON.parse(before) as Fields, after: JSON.parse(after) as Fields }],
    ),
  )
}
