import { randomBytes } from 'node:crypto'
import { endingPath, subscriptionsPath } from '../../domain/address.ts'
import { pauseAfter } from '../../domain/back-off.ts'
import type { Notice } from '../../domain/notice/notice.ts'
import type { Channel, Subscriber } from '../../domain/notice/subscription.ts'
import { Setback, type ToldSetback } from '../../domain/setback.ts'
import type { Letter } from '../../outlet/notice/letter.ts'
import { writeLetter } from '../../outlet/notice/write-letter.ts'
import { writeMail } from '../../outlet/notice/write-mail.ts'
import { writePush } from '../../outlet/notice/write-push.ts'
import type { MailRun } from '../../outside/mail.ts'
import { queueJob } from '../../storage/jobs.ts'
import { putBackNotices, settleNotice, takeNotices } from '../../storage/notices.ts'
import type { Store } from '../../storage/store.ts'
import { deleteSubscriber, findSubscribers } from '../../storage/subscribers.ts'
import type { Db } from '../../storage/tables.ts'
import { noteBounce } from './keep-subscriber.ts'
import { keyOf } from './make-notices.ts'
import type { Means } from './means.ts'
import { pushKeysOf } from './push-keys.ts'
import { readTold } from './read-told.ts'
import { tokenOf } from './subscriber-token.ts'

/** Milliseconds, but for `most`: how many are taken at a time. */
const usual = {
  most: 20,
  /** Who does not come back within that is taken for lost. */
  lease: 180_000,
  /** Nothing is begun when this little is left of a lease: nobody else may have it in hand before it is done. */
  spare: 60_000,
  /** How long one attempt goes on. */
  long: 60_000,
}

/** A push service that kept us waiting for so long, in milliseconds, and did not answer, is not asked for others at once. */
const slowMs = 5000

/** How often a notice is tried whose receiver does not take it for now, or that ended whoever tried it. */
const mostAttempts = 10

/**
 * Tells what is due by one channel, until nothing is, or it has gone on for long. Each is written down as told right
 * after it was taken: only what is broken off between the two is told again, under the same Message-ID. What cannot be
 * told because a server is away waits, and with it all that is to go the same way.
 *
 * @throws Setback when the mail server is away, or takes nothing
 */
export async function sendNotices(
  store: Store,
  { channel, lane }: { channel: Channel; lane: number },
  given: {
    means: Means
    now: () => number
    signal: AbortSignal
    chance: () => number
    times?: Partial<typeof usual>
  },
): Promise<void> {
  const { means, now, signal } = given
  const times = { ...usual, ...given.times }
  const worker = randomBytes(9).toString('base64url')
  const began = now()
  if (channel === 'mail' && !means.openMailRun) return
  let run: MailRun | null = null
  const slow = new Set<string>()
  try {
    while (!signal.aborted && Math.abs(now() - began) < times.long) {
      const until = now() + times.lease
      const taken = await takeNotices(store.db, channel, { worker, now: now(), until, most: times.most })
      if (taken.length === 0) return
      const left = new Set(taken.map(({ id }) => id))
      try {
        const subscribers = await findSubscribers(
          store.db,
          taken.map(({ subscriberId }) => subscriberId),
        )
        for (const notice of taken) {
          if (signal.aborted || now() >= until - times.spare) break
          const subscriber = subscribers.get(notice.subscriberId)
          const letter = await letterOf(store.db, notice, subscriber, means, now())
          if (letter instanceof Error || letter === null) {
            await (letter
              ? putBackFaulty(store.db, notice, worker, letter, given)
              : drop(store.db, notice, worker, now()))
          } else if (channel === 'mail') {
            run ??= await means.openMailRun!()
            await mail(store, { notice, subscriber: subscriber!, letter, worker }, run, given)
          } else await push(store, { notice, subscriber: subscriber!, letter, worker }, slow, given)
          left.delete(notice.id)
        }
      } finally {
        await putBackNotices(store.db, [...left], { worker, tried: false })
      }
    }
    // There may be more: whoever is free goes on with it.
    if (!signal.aborted)
      await queueJob(store.db, {
        kind: 'send-notices',
        key: keyOf(channel, lane),
        data: { channel, lane },
        dueAt: now(),
      })
  } catch (error) {
    // Whatever a server says to all: it is asked again.
    if (error instanceof Setback) throw new Setback(error.told.code, error.told.values, { cause: error })
    throw error
  } finally {
    run?.close()
  }
}

type Sending = { notice: Notice; subscriber: Subscriber; letter: Letter; worker: string }
type Given = Parameters<typeof sendNotices>[2]

/** What is to be told; null: nothing any more, or too late; an error: it cannot be said, by a fault of ours. */
async function letterOf(
  db: Db,
  notice: Notice,
  subscriber: Subscriber | undefined,
  { words, baseUrl }: Means,
  now: number,
): Promise<Letter | Error | null> {
  if (subscriber?.state !== 'confirmed' || (notice.untilAt !== null && now > notice.untilAt)) return null
  if (notice.attempts > mostAttempts) return new Error('It ended whoever tried to tell it.')
  try {
    const told = await readTold(db, notice, subscriber)
    if (told === null) return null
    const token = await tokenOf(db, subscriber.id)
    return writeLetter(told, {
      words: await words(subscriber.language),
      zone: subscriber.zone,
      baseUrl,
      end: baseUrl + endingPath(token, notice.subscriptionId),
      settings: baseUrl + subscriptionsPath(token),
    })
  } catch (error) {
    console.error(`The notice ${notice.id} cannot be said:`, error)
    return error instanceof Error ? error : new Error(String(error))
  }
}

async function mail(
  store: Store,
  { notice, subscriber, letter, worker }: Sending,
  run: MailRun,
  given: Given,
) {
  const { id } = notice
  const { end, list } = letter
  const delivered = await run.send({ id, to: subscriber.address, ...writeMail(letter), end, list })
  const at = given.now()
  if (delivered.ok) {
    await settleNotice(store.db, { id, worker }, { state: 'sent', at })
    return
  }
  const { isPermanent, isAddress, code, said } = delivered
  const error: ToldSetback = { code: 'mail-refused', values: { server: hostOf(subscriber.address), said } }
  if (!isPermanent && notice.attempts < mostAttempts) return wait(store.db, { notice, worker, error }, given)
  await store.db.transaction().execute(async db => {
    await settleNotice(db, { id, worker }, { state: 'failed', at, error })
    if (isAddress) await noteBounce(db, subscriber.id, { code, at })
  })
}

/** @param slow hosts that did not answer: whoever names one that never does holds up nobody else */
async function push(
  store: Store,
  { notice, subscriber, letter, worker }: Sending,
  slow: Set<string>,
  given: Given,
) {
  const { means, now, signal } = given
  const { id, untilAt, kind } = notice
  const server = URL.parse(subscriber.address)?.host ?? ''
  if (slow.has(server) && notice.attempts < mostAttempts) {
    const error: ToldSetback = { code: 'push-refused', values: { server, said: '' } }
    return wait(store.db, { notice, worker, error }, given)
  }
  const began = now()
  const by = { ...(await pushKeysOf(store.db)), subject: means.baseUrl.replace(/^http:/, 'https:') }
  const pushed = await means.push(
    {
      endpoint: subscriber.address,
      keys: subscriber.keys!,
      payload: writePush(letter, notice.occasion),
      by,
      ttl: untilAt === null ? 86_400 : Math.max(0, Math.round((untilAt - now()) / 1000)),
      isUrgent: kind === 'starts',
    },
    signal,
  )
  const at = now()
  if (pushed.state === 'away' && at - began >= slowMs) slow.add(server)
  if (pushed.state === 'taken') await settleNotice(store.db, { id, worker }, { state: 'sent', at })
  else if (pushed.state === 'gone') await deleteSubscriber(store.db, subscriber.id)
  else {
    const says = pushed.state === 'busy' ? '' : pushed.says
    const error: ToldSetback = { code: 'push-refused', values: { server, said: says } }
    const after = pushed.state === 'busy' ? (pushed.after ?? 60) * 1000 : 0
    if (pushed.state !== 'refused' && notice.attempts < mostAttempts)
      return wait(store.db, { notice, worker, error, after }, given)
    await store.db.transaction().execute(async db => {
      await settleNotice(db, { id, worker }, { state: 'failed', at, error })
      await noteBounce(db, subscriber.id, { code: null, at })
    })
  }
}

async function drop(db: Db, { id }: Notice, worker: string, at: number) {
  await settleNotice(db, { id, worker }, { state: 'dropped', at })
}

async function putBackFaulty(db: Db, notice: Notice, worker: string, fault: Error, given: Given) {
  const error: ToldSetback = { code: 'fault', values: { said: fault.message.slice(0, 300) } }
  if (notice.attempts < mostAttempts) return wait(db, { notice, worker, error }, given)
  await settleNotice(db, { id: notice.id, worker }, { state: 'failed', at: given.now(), error })
}

async function wait(
  db: Db,
  {
    notice,
    worker,
    error,
    after = 0,
  }: { notice: Notice; worker: string; error: ToldSetback; after?: number },
  { now, chance }: Given,
) {
  const dueAt = now() + Math.max(after, pauseAfter(notice.attempts, chance(), hourMs))
  await putBackNotices(db, [notice.id], { worker, dueAt, error, tried: true })
}

const hourMs = 3_600_000

function hostOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}
