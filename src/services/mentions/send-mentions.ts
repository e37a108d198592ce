import { pauseAfter } from '../../domain/back-off.ts'
import { mayLook } from '../../domain/links/may-look.ts'
import { findEndpointApart } from '../../intake/webmention/mention-apart.ts'
import type { Failure } from '../../outside/failure.ts'
import { queueJob } from '../../storage/jobs.ts'
import { changeSent, readDueSent, readNextSent, type SentMention } from '../../storage/sent-mentions.ts'
import type { Store } from '../../storage/store.ts'
import { gatherSent } from './gather-sent.ts'
import { batch, longestMs, type MentionMeans, someAtOnce } from './mention-means.ts'

const mostTries = 8
const pageLimits = { totalMs: 25_000, unpackedBytes: 4_000_000 }
const mostBytes = 1_000_000

/**
 * Tells sites that texts of this one link to them, or do so no more (https://www.w3.org/TR/webmention/): each once for
 * each change of a text. Where a site does not answer, it is told later, ever less often, and in the end not at all. One
 * job does so for all of them, and queues itself for when the next is due.
 */
export async function sendMentions(store: Store, means: MentionMeans): Promise<void> {
  const { now, baseUrl, signal } = means
  const began = now()
  await gatherSent(store, { at: began, baseUrl })
  while (now() - began < longestMs) {
    signal?.throwIfAborted()
    const due = await readDueSent(store.db, now(), batch.most)
    if (due.length === 0) break
    await someAtOnce(due, async sent => {
      const came = await tell(sent, means)
      signal?.throwIfAborted()
      await changeSent(store.db, sent, came, sent.digest)
    })
  }
  const next = await readNextSent(store.db)
  if (next === null) return
  await queueJob(store.db, {
    kind: 'send-mentions',
    key: 'mentions',
    data: null,
    dueAt: Math.max(next, now() + 10_000),
  })
}

type Came = Parameters<typeof changeSent>[2]

async function tell({ url, source, tries }: SentMention, means: MentionMeans): Promise<Came> {
  const { fetch, baseUrl, now, signal } = means
  const ended = (state: 'sent' | 'none' | 'failed'): Came => ({ state, due_at: null, tries: 0, at: now() })
  const again = (failure: Pick<Failure, 'code' | 'retryAfter'>): Came => {
    if (!passing.has(failure.code) || tries + 1 >= mostTries) return ended('failed')
    const pause = Math.max(pauseAfter(tries + 1, means.chance()), (failure.retryAfter ?? 0) * 1000)
    // It was not its turn: nothing was asked.
    return { due_at: now() + pause, tries: failure.code === 'wait' ? tries : tries + 1 }
  }
  const more = { ...(signal && { signal }) }
  const page = await fetch(url, {
    purpose: 'watch',
    limits: pageLimits,
    look: { isHead: false, mostBytes },
    ...more,
  })
  if (!page.ok) return again(page)
  if (page.status >= 500) return again({ code: 'busy' })
  if (page.status >= 300) return ended('none')
  const { bytes, contentType, link = null } = page
  const endpoint = await findEndpointApart({ bytes, contentType, url: page.url, link })
  if (endpoint === null) return ended('none')
  // Whoever names ours, or what is behind somebody's door, wants this site to do something there.
  if (URL.parse(endpoint)?.host === URL.parse(baseUrl)?.host || !mayLook({ url: withoutQuery(endpoint) }))
    return ended('failed')
  const answer = await fetch(endpoint, {
    purpose: 'api',
    send: String(new URLSearchParams({ source, target: url })),
    isForm: true,
    look: { isHead: false, mostBytes: 1000 },
    ...more,
  })
  if (!answer.ok) return again(answer)
  if (answer.status >= 500) return again({ code: 'busy' })
  return ended(answer.status < 300 ? 'sent' : 'failed')
}

/** An endpoint may be told apart by a key in its query. */
function withoutQuery(endpoint: string): string {
  return endpoint.split('?')[0]!
}

const passing = new Set<Failure['code']>([
  ...(['host-unknown', 'unreachable', 'slow', 'bad-certificate', 'broken', 'busy', 'wait'] as const),
])
