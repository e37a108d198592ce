import { readWants, type Subscriber, type Want } from '../../domain/notice/subscription.ts'
import { readWaking, tellWaking } from '../../domain/waking.ts'
import {
  confirmSubscriber,
  endSubscription,
  forgetSubscriber,
  settleSubscriber,
} from '../../services/notices/keep-subscriber.ts'
import { readToken } from '../../services/notices/subscriber-token.ts'
import { findSubscriber } from '../../storage/subscribers.ts'
import { readSubscriptions } from '../../storage/subscriptions.ts'
import { canonicalZone } from '../../time/zones.ts'
import { paths } from '../paths.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { languageOf } from '../words.ts'
import { nameSubscriptions } from './named.ts'
import { DonePage, EndPage, OwnPage } from './own-page.tsx'

/** Each gives null where the address opens nothing. */
export async function showOwn(c: Visit, parts: Parts): Promise<Response | null> {
  const own = await ownOf(c, parts)
  if (!own) return null
  const { assets, store } = parts
  const told = await nameSubscriptions(store, await readSubscriptions(store.db, own.subscriber.id))
  return sendOnce(
    c,
    parts,
    <OwnPage {...own} told={told} showing={showingTo(c, parts, own)} assets={assets} />,
  )
}

export async function settle(c: Visit, parts: Parts): Promise<Response | null> {
  const own = await ownOf(c, parts)
  if (!own) return null
  const body = await c.req.parseBody({ all: true })
  const one = (name: string) => [body[name]].flat().find(value => typeof value === 'string') ?? ''
  const zone = canonicalZone(one('zone'))
  const language = languageOf(one('language'))
  const waking = readWaking(`${one('awakeFrom')}-${one('awakeTo')}`)
  const hour = /^(?:1?\d|2[0-3])$/.test(one('hour')) ? Number(one('hour')) : null
  const wants = new Map<string, Want[]>()
  for (const [name, value] of Object.entries(body))
    if (name.startsWith('want-')) wants.set(name.slice(5), readWants([value].flat().join(',')))
  const settled = {
    ...(zone && { zone }),
    ...(language && { language }),
    ...(waking && { waking }),
    ...(hour !== null && { digestHour: hour }),
  }
  await settleSubscriber(parts.store, own.subscriber.id, { ...settled, wants }, parts.now())
  return c.redirect(showingTo(c, parts, own).link(paths.subscriptions(own.token)), 303)
}

export async function confirm(c: Visit, parts: Parts): Promise<Response | null> {
  const own = await ownOf(c, parts)
  if (!own) return null
  await confirmSubscriber(parts.store, own.subscriber.id, parts.now())
  return c.redirect(showingTo(c, parts, own).link(paths.subscriptions(own.token)), 303)
}

/** Looked at, nothing is ended. */
export async function askEnd(c: Visit, parts: Parts): Promise<Response | null> {
  const own = await ownOf(c, parts)
  if (!own) return null
  const { assets, store } = parts
  const all = await nameSubscriptions(store, await readSubscriptions(store.db, own.subscriber.id))
  const each = all.find(({ id }) => id === c.req.query('of'))
  if (!each) return done(c, parts, own)
  return sendOnce(
    c,
    parts,
    <EndPage {...own} each={each} showing={showingTo(c, parts, own)} assets={assets} />,
  )
}

/** What was ended already, and a subscriber who is forgotten, is ended all the same: a click is no riddle. */
export async function end(c: Visit, parts: Parts): Promise<Response> {
  const own = await ownOf(c, parts)
  if (own) await endSubscription(parts.store, own.subscriber.id, c.req.query('of') ?? '')
  return done(c, parts, own)
}

export async function remove(c: Visit, parts: Parts): Promise<Response> {
  const own = await ownOf(c, parts)
  if (own) await forgetSubscriber(parts.store, own.subscriber.id)
  const showing = showingTo(c, parts, own)
  const words = showing.say('tell.removed')
  return sendOnce(
    c,
    parts,
    <DonePage token="" words={words} left={false} showing={showing} assets={parts.assets} />,
  )
}

/** All that is kept of somebody, as a file of their own. */
export async function exportOwn(c: Visit, parts: Parts): Promise<Response | null> {
  const own = await ownOf(c, parts)
  if (!own) return null
  const { id, waking, madeAt, ...kept } = own.subscriber
  const told = await nameSubscriptions(parts.store, await readSubscriptions(parts.store.db, id))
  const dated = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  const file = {
    ...kept,
    bouncedAt: dated(kept.bouncedAt),
    awake: tellWaking(waking),
    since: dated(madeAt),
    subscriptions: told.map(({ what, title, path, wants, askedAt, confirmedAt }) => ({
      what,
      title,
      address: path && parts.config.baseUrl + path,
      wants,
      askedAt: dated(askedAt),
      confirmedAt: dated(confirmedAt),
    })),
  }
  const headers = { 'content-disposition': 'attachment; filename="subscriptions.json"' }
  return c.json(file, 200, headers)
}

type Own = { token: string; subscriber: Subscriber }

async function ownOf(c: Visit, { store }: Parts): Promise<Own | null> {
  const token = c.req.param('token') ?? ''
  const id = await readToken(store.db, token)
  const subscriber = id === null ? null : await findSubscriber(store.db, id)
  return subscriber && { token, subscriber }
}

function showingTo(c: Visit, parts: Parts, own: Own | null) {
  return showingOf(readerOf(c, parts), own?.subscriber.zone ?? 'UTC')
}

async function done(c: Visit, parts: Parts, own: Own | null): Promise<Response> {
  const showing = showingTo(c, parts, own)
  const left = own !== null && (await findSubscriber(parts.store.db, own.subscriber.id)) !== null
  const words = showing.say(left ? 'tell.ended' : 'tell.removed')
  const token = own?.token ?? ''
  return sendOnce(c, parts, <DonePage {...{ token, words, left, showing }} assets={parts.assets} />)
}
