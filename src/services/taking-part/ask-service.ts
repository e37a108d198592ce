import { commentPath } from '../../domain/address.ts'
import { Setback } from '../../domain/setback.ts'
import type { Evidence } from '../../domain/taking-part/verdict.ts'
import type { Failure } from '../../outside/failure.ts'
import type { Fetch } from '../../outside/fetch.ts'
import {
  checkComment,
  type ServiceWord,
  type SpamService,
  submitComment,
  type TextToCheck,
} from '../../outside/spam-service.ts'
import { touchBlog } from '../../storage/blog.ts'
import { queueJob } from '../../storage/jobs.ts'
import { takeComments, writeDecision } from '../../storage/moderation.ts'
import { takeEdition } from '../../storage/revisions.ts'
import { type Asked, findAsked, noteAsking, noteSaid, noteTold } from '../../storage/service-words.ts'
import type { Store } from '../../storage/store.ts'
import { findSuggestion, keepStep } from '../../storage/suggestions.ts'
import type { Db } from '../../storage/tables.ts'
import { readStanding } from '../../storage/trust.ts'
import { newcomerBelow } from './newcomer.ts'

type What = 'comment' | 'suggestion'

/** How the service is reached. Null where the host has none: nothing is asked, and what was queued comes to nothing. */
type Means = {
  service: SpamService | null
  fetch: Fetch
  baseUrl: string
  now: () => number
  signal?: AbortSignal
}

/**
 * Has the service asked of something, in the transaction that writes it: by a job, so nobody waits for it.
 *
 * @param from network it came from, as `networkOf` gives it
 */
export async function queueAsking(
  db: Db,
  of: { what: What; id: string },
  from: string | null,
  at: number,
): Promise<void> {
  await noteAsking(db, of, from)
  await queueJob(db, { kind: 'ask-spam-service', key: of.id, data: of, dueAt: at })
}

/**
 * Asks what the service holds of something. Its word is one piece of evidence: what somebody rather new said waits, and
 * what waits is put with the spam; nothing is let in by it, nothing thrown away, and what a curator has decided stays.
 *
 * @throws Setback where it does not answer, or not in any way it may: nothing changes, and the host reads why
 */
export async function askService(store: Store, of: { what: What; id: string }, means: Means): Promise<void> {
  const { service, fetch, baseUrl, now, signal } = means
  const asked = await findAsked(store.db, of)
  if (!service || !asked || asked.said !== null || asked.isDecided) return
  const told = await checkComment(fetch, service, toCheck(of, asked, baseUrl), {
    baseUrl,
    ...(signal && { signal }),
  })
  if (!told.ok) throw setback(told, now())
  await store.db.transaction().execute(async db => {
    await take(db, of)
    const found = await findAsked(db, of)
    // Its writer put it otherwise meanwhile: the new words are asked about by another job.
    if (!found || found.text !== asked.text || found.said !== null) return
    const evidence = [...found.evidence.filter(({ code }) => !code.startsWith('service-')), evidenceOf(told)]
    await noteSaid(db, of, { said: told.said, evidence })
    if (told.said === 'real' || found.isDecided) return
    if (of.what === 'suggestion') {
      if (found.state === 'new')
        await keepStep(
          db,
          { id: of.id, state: 'new' },
          { at: now(), who: 'site', by: null, act: 'spam', after: 'spam' },
        )
    } else if (found.state === 'pending' || (found.state === 'approved' && (await isNewcomer(db, found)))) {
      const state = found.state === 'pending' ? 'spam' : 'pending'
      await writeDecision(db, of.id, { state, by: null, at: null })
      if (state === 'pending') await touchBlog(db)
    }
  })
}

/** Whoever decides of it just now is waited for. */
async function take(db: Db, { what, id }: { what: What; id: string }): Promise<void> {
  if (what === 'comment') return takeComments(db, [id])
  const suggestion = await findSuggestion(db, id)
  if (suggestion) await takeEdition(db, suggestion.editionId)
}

/** Has the service told what a curator decided, once it is not taken back any more. */
export async function queueTelling(
  db: Db,
  ofs: { what: What; id: string }[],
  { dueAt }: { dueAt: number },
): Promise<void> {
  for (const of of ofs) await queueJob(db, { kind: 'tell-spam-service', key: of.id, data: of, dueAt })
}

/** Tells the service where a curator decided otherwise than it said, so that it learns. */
export async function tellService(store: Store, of: { what: What; id: string }, means: Means): Promise<void> {
  const { service, fetch, baseUrl, now, signal } = means
  const asked = await findAsked(store.db, of)
  if (!service || !asked || asked.said === null || !asked.isDecided) return
  const label = asked.state === 'spam' ? 'spam' : realStates.has(asked.state) ? 'real' : null
  if (label === null || label === (asked.told ?? asked.said)) return
  const done = await submitComment(fetch, service, toCheck(of, asked, baseUrl), {
    label,
    baseUrl,
    ...(signal && { signal }),
  })
  if (!done.ok) throw setback(done, now())
  await noteTold(store.db, of, label)
}

/** What is thrown away may be rude, or said twice: of that nothing is told. */
const realStates = new Set(['approved', 'accepted', 'in-review', 'new'])

function evidenceOf({ said, isPlain }: ServiceWord): Evidence {
  return said === 'real'
    ? { code: 'service-real', weight: -1 }
    : { code: 'service-spam', weight: isPlain ? 6 : 4 }
}

async function isNewcomer(db: Db, { visitorId, accountId, mailKey, editKey }: Asked): Promise<boolean> {
  if (accountId !== null) return false
  const participant =
    visitorId === null ? { kind: 'guest' as const } : { kind: 'visitor' as const, id: visitorId }
  const { approved } = await readStanding(db, { participant, mailKey, editKey })
  // This one is among them.
  return approved - 1 < newcomerBelow
}

function toCheck({ what, id }: { what: What; id: string }, asked: Asked, baseUrl: string): TextToCheck {
  const { from, name, url, text, language, at } = asked
  return {
    kind: what === 'suggestion' ? 'contact-form' : asked.isAnswer ? 'reply' : 'comment',
    ip: from,
    permalink: what === 'comment' ? baseUrl + commentPath(id) : null,
    ...{ name, url, text, language, at },
  }
}

function setback(failure: Failure, now: number): Setback {
  const again = failure.code !== 'address-invalid' && failure.code !== 'address-refused'
  return new Setback(
    'spam-service',
    { why: failure.says },
    { again, ...(failure.retryAfter && { notBefore: now + failure.retryAfter * 1000 }) },
  )
}
