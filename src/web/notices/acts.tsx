import type { Subscribable, Want } from '../../domain/notice/subscription.ts'
import { Refusal } from '../../domain/refusal.ts'
import { pushKeysOf } from '../../services/notices/push-keys.ts'
import { subscribeByMail, subscribeByPush } from '../../services/notices/subscribe.ts'
import { canonicalZone } from '../../time/zones.ts'
import { alike } from '../middleware/tries.ts'
import { waitToSend } from '../middleware/wait-to-send.ts'
import { paths } from '../paths.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { AskedPage, NoticesPage } from './notices-page.tsx'
import type { Offer } from './what-there-is.ts'

type Typed = { address: string; chosen: string[]; wrong: string }

export async function showOffer(c: Visit, parts: Parts, offer: Offer, typed?: Typed): Promise<Response> {
  const { store, config, assets } = parts
  const showing = showingOf(readerOf(c, parts), offer.zone)
  const page = (
    <NoticesPage
      offer={offer}
      showing={showing}
      assets={assets}
      baseUrl={config.baseUrl}
      hasMail={config.mail !== null && !store.isReadOnly}
      pushKey={store.isReadOnly ? null : (await pushKeysOf(store.db)).publicKey}
      typed={typed}
    />
  )
  return sendOnce(c, parts, page, typed ? 422 : 200)
}

export async function take(c: Visit, parts: Parts, offer: Offer): Promise<Response> {
  const { store, config, now } = parts
  const reader = readerOf(c, parts)
  const showing = showingOf(reader, offer.zone)
  const { say, language } = showing
  const body = await c.req.parseBody({ all: true })
  const one = (name: string) => [body[name]].flat().find(value => typeof value === 'string') ?? ''
  const chosen = [body.want ?? []].flat().filter(value => typeof value === 'string')
  const address = one('address').trim().slice(0, 300)
  const refuse = (wrong: string) => showOffer(c, parts, offer, { address, chosen, wrong })
  const wishes = wishesOf(offer, chosen)
  if (wishes.length === 0) return refuse(say('tell.nothing'))
  const wait = await waitToSend(c, parts, 'notice')
  if (wait !== null) {
    c.header('retry-after', String(wait))
    return refuse(say('pace.wait', { seconds: wait }))
  }
  const zone = reader.zone ?? canonicalZone(one('zone')) ?? offer.zone
  const wished = { wishes, language, zone, at: now() }
  try {
    if (one('by') === 'push') {
      const keys = { p256dh: one('p256dh'), auth: one('auth') }
      const token = await subscribeByPush(store, { ...wished, endpoint: one('endpoint'), keys })
      return c.redirect(showing.link(paths.subscriptions(token)), 303)
    }
    if (config.mail === null) return refuse(say('tell.no-mail'))
    const host = new URL(config.baseUrl).host
    const title = offer.title ?? say('plan.name')
    await alike(
      subscribeByMail(store, { ...wished, address }, token => ({
        subject: say('notice.confirm.subject', { host, title }),
        text: say('notice.confirm.text', { host, title, link: config.baseUrl + paths.subscriptions(token) }),
      })),
    )
    return sendOnce(
      c,
      parts,
      <AskedPage offer={offer} address={address} showing={showing} assets={parts.assets} />,
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refuse(sayRefusal(say, error))
  }
}

/** Those of one entry or plan are one wish. */
function wishesOf(offer: Offer, chosen: string[]): { what: Subscribable; target: string; wants: Want[] }[] {
  const wishes = new Map<string, { what: Subscribable; target: string; wants: Want[] }>()
  for (const { name, what, target, want } of offer.choices) {
    if (!chosen.includes(name)) continue
    const wish = wishes.get(what) ?? { what, target, wants: [] }
    if (want) wish.wants.push(want)
    wishes.set(what, wish)
  }
  return [...wishes.values()]
}
