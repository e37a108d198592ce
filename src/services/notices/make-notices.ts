import type { Channel } from '../../domain/notice/subscription.ts'
import { findOpenJobs, forgetFailedJobs, queueJob } from '../../storage/jobs.ts'
import { listEditionsWithNews } from '../../storage/notice-news.ts'
import { readDueNotices } from '../../storage/notices.ts'
import type { Store } from '../../storage/store.ts'
import { hasSubscriptions } from '../../storage/subscriptions.ts'
import { makeDigests } from './make-digests.ts'
import { makeNews } from './make-news.ts'
import { makeCommentNotices, makeOpensNotices } from './make-rare.ts'
import { makeStarts } from './make-starts.ts'

/**
 * Looks for what readers are to be told, and writes down of whom each: done twice, or by several at once, or broken off
 * in the midst, it makes each notice once. Then those are called who tell it.
 *
 * @param now epoch milliseconds; hasMail: whether there is a server that sends mails
 */
export async function makeNotices(
  store: Store,
  now: number,
  { hasMail }: { hasMail: boolean },
): Promise<void> {
  if (!(await hasSubscriptions(store.db))) return
  for (const edition of await listEditionsWithNews(store.db)) await makeNews(store, edition, now)
  await makeStarts(store, now)
  await makeDigests(store, now)
  await makeOpensNotices(store, now)
  await makeCommentNotices(store, now)
  await callSenders(store, now, hasMail ? ['mail', 'push'] : ['push'])
}

/** How many may tell by one channel at the same time, and for how many notices each is worth it. */
const lanes: Record<Channel, number> = { mail: 4, push: 2 }
const perLane = 25

/** Queues work for those who tell, where there is something to tell and they are not at it, or waiting to be, already. */
async function callSenders(store: Store, now: number, channels: Channel[]): Promise<void> {
  for (const channel of channels) {
    const due = await readDueNotices(store.db, channel, now)
    if (!due) continue
    const wanted = Math.min(lanes[channel], Math.ceil(due.count / perLane))
    const keys = Array.from({ length: wanted }, (_, index) => keyOf(channel, index + 1))
    await store.db.transaction().execute(async db => {
      const open = await findOpenJobs(db, 'send-notices', keys)
      for (const [index, key] of keys.entries()) {
        const state = open.get(key)?.state
        if (state === 'waiting' || state === 'running') continue
        if (state === 'failed') await forgetFailedJobs(db, 'send-notices', key)
        await queueJob(db, { kind: 'send-notices', key, data: { channel, lane: index + 1 }, dueAt: now })
      }
    })
  }
}

/** Of each channel and lane one is at it, or waits to be. */
export function keyOf(channel: Channel, lane: number): string {
  return `${channel} ${lane}`
}
