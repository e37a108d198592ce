import { commentNotice, opensNotice } from '../../domain/notice/notice.ts'
import { readOpened, readSaidSince } from '../../storage/notice-news.ts'
import { insertNotices, type ToBeTold } from '../../storage/notices.ts'
import type { Store } from '../../storage/store.ts'
import { readAsking } from '../../storage/subscriptions.ts'

const day = 86_400_000
/** What is older is no news; what was told within that is known by its occasion. */
const newsFor = 7 * day

/** Writes down who is told that the next edition of a series is there. */
export function makeOpensNotices(store: Store, now: number): Promise<void> {
  return store.db.transaction().execute(async db => {
    const opened = await readOpened(db, { from: now - newsFor, until: now })
    const asking = await readAsking(
      db,
      'series',
      opened.map(({ seriesId }) => seriesId),
    )
    const told: ToBeTold[] = asking.flatMap(each =>
      opened
        .filter(({ seriesId, at }) => seriesId === each.target && at > each.confirmedAt)
        .map(({ id }) => ({ ...each, notice: opensNotice(id, each, now) })),
    )
    await insertNotices(db, told, now)
  })
}

/** Writes down who is told of what was said, once it may be read. */
export function makeCommentNotices(store: Store, now: number): Promise<void> {
  return store.db.transaction().execute(async db => {
    const said = await readSaidSince(db, now - newsFor)
    const on = ({ editionId, entryId }: (typeof said)[number]) => entryId ?? editionId ?? ''
    const asking = await readAsking(db, 'comments', [...new Set(said.map(on))])
    const told: ToBeTold[] = asking.flatMap(each =>
      said
        // What an older site had is brought in with the moment at which it was said.
        .filter(comment => on(comment) === each.target && comment.at > each.confirmedAt)
        .map(comment => ({ ...each, notice: commentNotice({ id: comment.id, on: each.target }, each, now) })),
    )
    await insertNotices(db, told, now)
  })
}
