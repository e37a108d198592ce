import { createHash } from 'node:crypto'
import { mailboxKey } from '../../domain/notice/mailbox-key.ts'
import {
  mostAsks,
  mostSubscriptions,
  mostUnconfirmed,
  type PushKeys,
  type Subscribable,
  type Want,
} from '../../domain/notice/subscription.ts'
import { Refusal } from '../../domain/refusal.ts'
import { vetEndpoint } from '../../outside/send-push.ts'
import { queueMail } from '../../storage/mails.ts'
import type { Store } from '../../storage/store.ts'
import { countAsk, takeSubscriber, updateSubscriber } from '../../storage/subscribers.ts'
import {
  deleteSubscription,
  putSubscription,
  readSubscriptions,
  updateSubscription,
} from '../../storage/subscriptions.ts'
import type { Db } from '../../storage/tables.ts'
import { mailboxOf, takeAsk } from '../take-ask.ts'
import { plainAddress } from './plain-address.ts'
import { startTelling } from './start-telling.ts'
import { tokenOf } from './subscriber-token.ts'

/** What somebody wants to be told of, and where they are. `target`: id of the edition, entry, plan or series. */
export type Wished = {
  wishes: { what: Subscribable; target: string; wants: Want[] }[]
  language: string
  zone: string
  at: number
}

/** What the mail says that asks whether it is so, given the token that opens their page. */
export type LetterOf = (token: string, address: string) => { subject: string; text: string; html?: string }

/**
 * Takes in that somebody wants to be told by mail: a mail asks whether it is so, and nothing is told before. Whoever asks
 * again, for whatever address, learns nothing of it; one address is asked three times a day at most.
 *
 * @throws Refusal when it is no mail address
 */
export async function subscribeByMail(
  store: Store,
  told: Wished & { address: string },
  write: LetterOf,
): Promise<void> {
  await store.db.transaction().execute(db => askByMail(db, told, write))
}

/** The same within the transaction of an act that brings the wish with it. */
export async function askByMail(db: Db, told: Wished & { address: string }, write: LetterOf): Promise<void> {
  const address = plainAddress(told.address)
  const { at, language, zone } = told
  const host = address.slice(address.lastIndexOf('@') + 1)
  const bothered = await takeAsk(db, mailboxOf(address), { most: mostAsks * 2, at })
  const subscriber = await takeSubscriber(db, {
    channel: 'mail',
    address,
    key: `mail ${mailboxKey(address, host, 'told')}`,
    keys: null,
    language,
    zone,
    state: 'asked',
    at,
  })
  const isNew = await put(db, subscriber.id, told)
  const mayAsk = bothered && (await countAsk(db, subscriber.id, at, mostAsks))
  // Where all of it is being told already, nothing has to be confirmed; what bounced is tried anew.
  if (!mayAsk || (!isNew && subscriber.state === 'confirmed')) return
  const token = await tokenOf(db, subscriber.id)
  await queueMail(db, { to: address, ...write(token, address), purpose: 'subscription', at })
}

/**
 * Has a browser told, which has allowed it.
 *
 * @returns the token that opens its page
 * @throws Refusal when this is no push service's address, or the keys are none
 */
export async function subscribeByPush(
  store: Store,
  told: Wished & { endpoint: string; keys: PushKeys },
): Promise<string> {
  const { at, language, zone } = told
  const endpoint = vetEndpoint(told.endpoint)
  if ('ok' in endpoint || !areKeys(told.keys))
    throw new Refusal('push-address-wrong', {}, 'This is no address of a push service.')
  return store.db.transaction().execute(async db => {
    const key = `push ${createHash('sha256').update(endpoint.href).digest('base64url')}`
    const keys = { p256dh: told.keys.p256dh, auth: told.keys.auth }
    const address = endpoint.href
    const made = { channel: 'push', address, key, keys, language, zone, state: 'confirmed', at } as const
    const subscriber = await takeSubscriber(db, made)
    await updateSubscriber(db, subscriber.id, { keys, state: 'confirmed', bounces: 0, bouncedAt: null })
    await put(db, subscriber.id, told)
    for (const { id, confirmedAt } of await readSubscriptions(db, subscriber.id))
      if (confirmedAt === null) await updateSubscription(db, id, { confirmedAt: at })
    await startTelling(db, subscriber.id, at)
    return tokenOf(db, subscriber.id)
  })
}

/** @returns whether anything of it is not confirmed yet */
async function put(db: Db, subscriberId: string, { wishes, at }: Wished): Promise<boolean> {
  let isNew = false
  for (const wish of wishes) {
    const known = await readSubscriptions(db, subscriberId)
    const isKnown = known.some(({ what, target }) => what === wish.what && target === wish.target)
    const waiting = known.filter(each => each.confirmedAt === null)
    if (!isKnown && known.length - waiting.length >= mostSubscriptions) continue
    if (!isKnown && waiting.length >= mostUnconfirmed) await deleteSubscription(db, waiting[0]!.id)
    const { confirmedAt } = await putSubscription(db, { subscriberId, ...wish, at })
    isNew ||= confirmedAt === null
  }
  return isNew
}

/** A point of the curve P-256, and 16 bytes (RFC 8291). */
function areKeys({ p256dh, auth }: PushKeys): boolean {
  const [point, secret] = [p256dh, auth].map(told => Buffer.from(told, 'base64url'))
  return point?.length === 65 && point[0] === 4 && secret?.length === 16
}
