import { commentNotice, opensNotice } from '../../domain/notice/notice.ts'
import { readOpened, readSaidSince, type SaidSince } from '../../storage/notice-news.ts'
import { insertNotices, type ToBeTold } from '../../storage/notices.ts'
import type { Store } from '../../storage/store.ts'
import { type Asking, readAsking } from '../../storage/subscriptions.ts'
import { mailKeyOf, secretOfTakingPart } from '../taking-part/keys.ts'

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

/**
 * Writes down who is told of what was said, once it may be read: of answers to their own words, and of all that is said
 * below a thing. Nobody is told of what they said themselves.
 */
export function makeCommentNotices(store: Store, now: number): Promise<void> {
  return store.db.transaction().execute(async db => {
    const said = await readSaidSince(db, now - newsFor)
    if (said.length === 0) return
    const secret = await secretOfTakingPart(db)
    const isOwn = ({ mailKeys, mail }: SaidSince, { channel, address }: Asking) => {
      const key = channel === 'mail' ? mailKeyOf(secret, address) : null
      return key !== null && (mailKeys.includes(key) || (mail !== null && mailKeyOf(secret, mail) === key))
    }
    const tell = async (what: 'answers' | 'comments', targetOf: (each: SaidSince) => string | null) => {
      const targets = [...new Set(said.flatMap(each => targetOf(each) ?? []))]
      const told: ToBeTold[] = (await readAsking(db, what, targets)).flatMap(each =>
        said
          .filter(one => targetOf(one) === each.target && one.shownAt > each.confirmedAt && !isOwn(one, each))
          .map(({ id, on }) => ({
            ...each,
            notice: commentNotice({ id, on, isAnswer: what === 'answers' }, each, now),
          })),
      )
      await insertNotices(db, told, now)
    }
    // First: whoever asked for both is told that it is an answer, and not a second time.
    await tell('answers', ({ parentId }) => parentId)
    await tell('comments', ({ on }) => on)
  })
}
