import { pauseAfter } from '../../domain/back-off.ts'
import { readSourceApart } from '../../intake/webmention/mention-apart.ts'
import type { MentionSource } from '../../intake/webmention/source.ts'
import type { Failure } from '../../outside/failure.ts'
import { queueJob } from '../../storage/jobs.ts'
import { changeMention, type Mention, readDueMentions, readNextMention } from '../../storage/mentions.ts'
import type { Store } from '../../storage/store.ts'
import { keepMention, takeOutMention } from './keep-mention.ts'
import { batch, longestMs, type MentionMeans, someAtOnce } from './mention-means.ts'

const mostTries = 6
/** A page that links here need not be longer. */
const limits = { totalMs: 25_000, wireBytes: 2_000_000, unpackedBytes: 8_000_000 }

/**
 * Looks at the pages that are said to link here: what really does is kept, what does so no more, or is gone, is taken
 * out. One job does so for all of them; killed at any moment, what was not stored is looked at again.
 */
export async function readMentions(store: Store, means: MentionMeans): Promise<void> {
  const { now, signal } = means
  const began = now()
  while (now() - began < longestMs) {
    signal?.throwIfAborted()
    const due = await readDueMentions(store.db, now(), batch.most)
    if (due.length === 0) break
    await someAtOnce(due, mention => lookAt(store, mention, means))
  }
  const next = await readNextMention(store.db)
  if (next === null) return
  await queueJob(store.db, {
    kind: 'read-mentions',
    key: 'mentions',
    data: null,
    dueAt: Math.max(next, now() + 10_000),
  })
}

async function lookAt(store: Store, mention: Mention, means: MentionMeans): Promise<void> {
  const { fetch, now, signal } = means
  const { key, source, target, tries } = mention
  // Its own site asked for it to be read: of that robots.txt says nothing.
  const page = await fetch(source, { purpose: 'api', limits, ...(signal && { signal }) })
  signal?.throwIfAborted()
  // An address elsewhere that leads back here says nothing.
  if (page.ok && new URL(page.url).origin === new URL(means.baseUrl).origin)
    return takeOutMention(store, mention, now())
  if (page.ok) {
    const { bytes, contentType, url } = page
    const told = await readSourceApart({ bytes, contentType, url, target })
    if (told?.isLinking) return keepMention(store, mention, { ...told, name: nameOf(told, url) }, now())
    if (told) return takeOutMention(store, mention, now())
    return changeMention(store.db, key, { dueAt: null, ...unlessKept(mention) })
  }
  if (page.code === 'gone' || page.code === 'not-found') return takeOutMention(store, mention, now())
  if (!isPassing(page) || tries + 1 >= mostTries)
    return changeMention(store.db, key, { dueAt: null, ...unlessKept(mention) })
  const pause = Math.max(pauseAfter(tries + 1, means.chance()), (page.retryAfter ?? 0) * 1000)
  await changeMention(store.db, key, {
    dueAt: now() + pause,
    tries: page.code === 'wait' ? tries : tries + 1,
  })
}

/** A page that cannot be read just now may still link here. */
function unlessKept({ state }: Mention): { state?: 'refused' } {
  return state === 'kept' ? {} : { state: 'refused' }
}

function isPassing({ code, status }: Failure): boolean {
  if (code === 'site-error') return (status ?? 0) >= 500
  return ['host-unknown', 'unreachable', 'slow', 'bad-certificate', 'broken', 'busy', 'wait'].includes(code)
}

/** Who wrote it and what it is called, as far as it says so; else where it is. */
function nameOf({ author, title }: MentionSource, url: string): string {
  return author ?? title ?? new URL(url).host
}
