import type { Child } from 'hono/jsx'
import type { KeptPlan, Star } from '../../domain/plan/kept-plan.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { visitPlan } from '../../services/plan/visit-plan.ts'
import { readStars } from '../../storage/plans.ts'
import { findNamed } from '../../storage/starred.ts'
import { openPlan, ownPlan } from '../middleware/own-plan.ts'
import { paths } from '../paths.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { isolated } from '../ui/entry-words.ts'
import { codeOf } from '../ui/on-phone.tsx'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { type Showing, showingOf } from '../ui/showing.ts'
import { comingEditions } from './coming-editions.ts'
import { EmptyPlan } from './empty-plan.tsx'
import { PlanPage } from './plan-page.tsx'
import { nameOf, readShared, shareAddress } from './share-address.ts'
import { showPlan } from './shown-plan.ts'
import { TakeAlong } from './take-along.tsx'

/** What is looked at: of the one who asks, of another device, or told by the address alone. */
type Looked = { stars: Star[]; plan: Pick<KeptPlan, 'zone' | 'waking' | 'pauses'> | null }

/** The reader’s own plan; or what the address tells, which is kept nowhere. */
export async function showOwnPlan(c: Visit, parts: Parts): Promise<Response> {
  const { searchParams } = new URL(c.req.url)
  if (searchParams.has('must') || searchParams.has('like')) return showShared(c, parts, searchParams)
  const own = await ownPlan(c, parts)
  const stars = own ? await readStars((await parts.plans()).db, own.plan.id) : []
  if (own && !readerOf(c, parts).moved) await visitPlan(await parts.plans(), own.plan, 'seen', parts.now())
  const look = { stars, plan: own?.plan ?? null }
  if (!own || stars.length === 0) return showEmpty(c, parts, look)
  return answer(c, parts, look, { token: own.token })
}

/** The plan of another device: it is shown, and may be used here. On the device whose plan it is, that is all. */
export async function showPlanOf(c: Visit, parts: Parts, token: string): Promise<Response | null> {
  const opened = await openPlan(parts, token)
  if (!opened) return null
  const own = await ownPlan(c, parts)
  if (own?.plan.id === opened.plan.id) return c.redirect(paths.plan(), 303)
  const { db } = await parts.plans()
  const stars = await readStars(db, opened.plan.id)
  const mine = own ? await readStars(db, own.plan.id) : []
  const { say } = showingFor(c, parts, opened.plan)('UTC')
  const lead = (
    <form class="use" method="post" action={paths.plan(token)}>
      <p class="lead">{say('plan.other')}</p>
      <button type="submit" class="act strong">
        {say('plan.use')}
      </button>
      {mine.length ? <p>{say('plan.use.merge', { count: mine.length })}</p> : ''}
    </form>
  )
  return answer(c, parts, { stars, plan: opened.plan }, { lead })
}

async function showShared(c: Visit, parts: Parts, query: URLSearchParams): Promise<Response> {
  const { must, like, doubled } = readShared(query)
  const names = [...must, ...like]
  const found = await findNamed(parts.store, names)
  const stars = new Map<string, Star>()
  for (const name of names) {
    const each = found.get(name)
    if (!each || each.isWithdrawn || stars.has(each.id)) continue
    const wish = must.includes(name) ? 'must' : 'like'
    stars.set(each.id, { entryId: each.id, wish, pin: null, startsAt: null, at: 0 })
  }
  const own = await ownPlan(c, parts)
  const showing = showingFor(c, parts, own?.plan ?? null)('UTC')
  const { say, locale } = showing
  const list = (told: string[]) =>
    new Intl.ListFormat(locale).format(told.map(name => isolated(name.replace(/^[^/]+\/[^/]+\//, ''))))
  const problems = [
    ['plan.shared.unknown', names.filter(name => !found.has(name))],
    ['plan.shared.withdrawn', names.filter(name => found.get(name)?.isWithdrawn)],
    ['plan.shared.twice', doubled],
  ] as const
  const lead = (
    <form class="use" method="post" action={paths.planEntries()}>
      <p class="lead">{say('plan.shared')}</p>
      {problems.map(([key, told]) =>
        told.length ? <p class="doubt">{say(key, { names: list(told.slice(0, 20)) })}</p> : '',
      )}
      {(['must', 'like'] as const).flatMap(wish =>
        names
          .filter(name => stars.get(found.get(name)?.id ?? '')?.wish === wish)
          .map(name => <input type="hidden" name={wish} value={name} />),
      )}
      {stars.size ? (
        <button type="submit" class="act strong">
          {say('plan.keep')}
        </button>
      ) : (
        ''
      )}
    </form>
  )
  return answer(c, parts, { stars: [...stars.values()], plan: own?.plan ?? null }, { lead })
}

/** @param told token: of the reader’s own plan, which can be changed and taken along */
async function answer(
  c: Visit,
  parts: Parts,
  { stars, plan }: Looked,
  { token, lead }: { token?: string; lead?: Child },
): Promise<Response> {
  const { config, assets, store } = parts
  const shown = await showPlan(store, stars, plan ?? { pauses: [] }, showingFor(c, parts, plan))
  const { showing } = shown
  const { searchParams } = new URL(c.req.url)
  const query = searchParams.size ? `?${searchParams}` : ''
  const page = (
    <PlanPage
      plan={shown}
      pauses={plan?.pauses ?? []}
      showing={showing}
      assets={assets}
      isOwn={token !== undefined}
      lead={lead}
      here={token ? paths.plan() + query : c.req.path + query}
      stars={
        token
          ? Object.fromEntries(
              [...shown.rows.values()].map(({ path, decision }) => [nameOf(path), decision.wish]),
            )
          : undefined
      }
      planZone={token && !readerOf(c, parts).zone ? (plan?.zone ?? '') : undefined}
    >
      {token ? (
        <TakeAlong
          showing={showing}
          code={await codeOf(config.baseUrl + paths.plan(token))}
          calendar={`${config.baseUrl}${paths.planCalendar(token)}?lang=${showing.language}`}
          share={shareAddress(config.baseUrl, shown)}
        />
      ) : (
        ''
      )}
    </PlanPage>
  )
  // The one that a reader’s browser keeps for when there is no network.
  if (token && !query) c.header('x-keep', 'own')
  return sendOnce(c, parts, page)
}

async function showEmpty(c: Visit, parts: Parts, { plan }: Looked): Promise<Response> {
  const editions = await comingEditions(parts.store, readerOf(c, parts).at)
  const showing = showingFor(c, parts, plan)(editions[0]?.edition.homeZone ?? 'UTC')
  c.header('x-keep', 'own')
  return sendOnce(
    c,
    parts,
    <EmptyPlan showing={showing} assets={parts.assets} editions={editions} here={paths.plan()} />,
  )
}

/** Why something could not be starred. */
export async function showRefused(c: Visit, parts: Parts, refusal: Refusal): Promise<Response> {
  const showing = showingFor(c, parts, null)('UTC')
  const why = sayRefusal(showing.say, refusal)
  return sendOnce(
    c,
    parts,
    <EmptyPlan showing={showing} assets={parts.assets} editions={[]} here={paths.plan()} why={why} />,
    422,
  )
}

/**
 * How a plan is shown: in what the address asks for, else in the zone the reader chose, else in that of the plan; awake
 * when the plan says so, wherever it is opened.
 */
export function showingFor(c: Visit, parts: Parts, plan: Looked['plan']): (homeZone: string) => Showing {
  const reader = readerOf(c, parts)
  const isAsked = /(?:^|&)awake=/.test(reader.kept)
  const zone = reader.zone ?? plan?.zone ?? null
  const waking = isAsked ? reader.waking : (plan?.waking ?? reader.waking)
  return homeZone => showingOf({ ...reader, zone, waking }, homeZone)
}
