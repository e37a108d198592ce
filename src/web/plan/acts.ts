import { setCookie } from 'hono/cookie'
import { type DailyPause, readPauses } from '../../domain/plan/daily-pause.ts'
import { mostStars } from '../../domain/plan/kept-plan.ts'
import { type Pin, pins, type Wish, wishes } from '../../domain/plan/starred.ts'
import { Refusal } from '../../domain/refusal.ts'
import { readWaking, tellWaking } from '../../domain/waking.ts'
import { forgetPlan } from '../../services/plan/forget-plan.ts'
import { mergePlans } from '../../services/plan/merge-plans.ts'
import { pinEntries } from '../../services/plan/pin-entries.ts'
import { settlePlan } from '../../services/plan/settle-plan.ts'
import { type Starring, starEntries } from '../../services/plan/star-entries.ts'
import { readStars } from '../../storage/plans.ts'
import { findNamed, readStarred } from '../../storage/starred.ts'
import { canonicalZone } from '../../time/zones.ts'
import { cookieName } from '../middleware/cookie-name.ts'
import { cookieOptions } from '../middleware/forms.ts'
import { carryPlan, dropPlan, openPlan, ownPlan, tokenOf } from '../middleware/own-plan.ts'
import { waitToSend } from '../middleware/wait-to-send.ts'
import { paths } from '../paths.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { showRefused } from './pages.tsx'
import { rowId } from './plan-row.tsx'
import { nameOf } from './share-address.ts'

/** Whoever asks for stars as JSON is script. */
const isScript = (c: Visit) => c.req.header('accept') === 'application/json'

const all = async (c: Visit) => {
  const body = await c.req.parseBody({ all: true })
  return (name: string): string[] =>
    [body[name] ?? []].flat().filter(value => typeof value === 'string' && !value.includes('\0')) as string[]
}

/**
 * Stars entries, or takes stars away: by their names in `must`, `like` and `none`, or by their ids in `entry`, with the
 * `wish` for all of them. Of those that were starred before (`had`), what is not told is starred no more.
 */
export async function star(c: Visit, parts: Parts): Promise<Response> {
  const plans = await parts.plans()
  const token = tokenOf(c, parts.config)
  const told = await all(c)
  const wished = await wishesIn(parts, told)
  // A token that opens nothing is none: whoever makes one up has a new plan made, too.
  const isNew = wished.some(({ wish }) => wish !== null) && !(token && (await openPlan(parts, token)))
  const wait = isNew ? await waitToSend(c, { store: plans, now: parts.now }, 'plan') : null
  if (wait !== null) return c.text('', 429, { 'retry-after': String(wait) })
  const zone = canonicalZone(told('zone')[0] ?? '') ?? readerOf(c, parts).zone
  try {
    const done = await starEntries(plans, wished, { token, zone, at: parts.now() })
    if (done) carryPlan(c, parts.config, done.token)
    if (isScript(c)) return c.json(await starsOf(parts, done?.token ?? null))
    const last = wished.findLast(({ wish }) => wish !== null)
    const place = wished.length === 1 && last ? `#${rowId(last.entryId)}` : ''
    return c.redirect(paths.plan() + place, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return isScript(c) ? c.json({}, 422) : showRefused(c, parts, refusal)
  }
}

async function wishesIn(parts: Parts, told: (name: string) => string[]): Promise<Starring[]> {
  const names = new Map<string, Wish | null>()
  // Nobody has starred more than a plan holds: of what is told beyond that nothing can be meant.
  for (const name of [...told('had'), ...told('none')].slice(0, mostStars)) names.set(nameOf(name), null)
  for (const name of told('like')) names.set(nameOf(name), 'like')
  for (const name of told('must')) names.set(nameOf(name), 'must')
  const found = await findNamed(parts.store, [...names.keys()])
  const wished = new Map<string, Starring>()
  for (const [name, wish] of names) {
    const each = found.get(name)
    if (!each || (each.isWithdrawn && wish !== null)) continue
    const { id: entryId, startsAt } = each
    wished.set(entryId, { entryId, startsAt, wish })
  }
  const wish = wishes.find(each => each === told('wish')[0]) ?? null
  const ids = told('wish').length ? told('entry') : []
  const known = wish === null ? null : await readStarred(parts.store, ids)
  for (const entryId of ids) {
    const each = known?.get(entryId)
    if (wish === null) wished.set(entryId, { entryId, startsAt: null, wish })
    else if (each && 'entry' in each) wished.set(entryId, { entryId, startsAt: each.entry.startsAt, wish })
  }
  return [...wished.values()]
}

/** The stars of the one who asks, for script to remember: by the addresses of what is starred. */
export async function tellStars(c: Visit, parts: Parts): Promise<Response> {
  return c.json(await starsOf(parts, tokenOf(c, parts.config)), 200, { 'cache-control': 'no-store' })
}

export async function starsOf(parts: Parts, token: string | null): Promise<Record<string, Wish>> {
  const opened = token === null ? null : await openPlan(parts, token)
  if (!opened) return {}
  const stars = await readStars((await parts.plans()).db, opened.plan.id)
  const found = await readStarred(
    parts.store,
    stars.map(({ entryId }) => entryId),
  )
  const named: Record<string, Wish> = {}
  for (const { entryId, wish } of stars) {
    const each = found.get(entryId)!
    if ('state' in each) continue
    const { series, edition, entry, parent } = each
    const path = parent
      ? paths.session(series.slug, edition.slug, parent.slug, entry.slug)
      : paths.entry(series.slug, edition.slug, entry.slug)
    const name = nameOf(path)
    named[name] = named[name] === 'must' ? 'must' : wish
  }
  return named
}

/** How something is to be seen, whatever the solution says. */
export async function pin(c: Visit, parts: Parts): Promise<Response> {
  const told = await all(c)
  const token = tokenOf(c, parts.config)
  const entryIds = told('entry')
  const chosen: Pin | null = pins.find(each => each === told('pin')[0]) ?? null
  if (token) await pinEntries(await parts.plans(), { entryIds, pin: chosen }, { token, at: parts.now() })
  return c.redirect(`${paths.plan()}${entryIds[0] ? `#${rowId(entryIds.at(-1)!)}` : ''}`, 303)
}

/** When the reader can watch, and where they are. What script tells of the zone goes in here too. */
export async function settleHours(c: Visit, parts: Parts): Promise<Response> {
  const told = await all(c)
  const token = tokenOf(c, parts.config)
  const waking = readWaking(`${told('awakeFrom')[0]}-${told('awakeTo')[0]}`)
  const zone = canonicalZone(told('zone')[0] ?? '')
  const pauses = told('pauseFrom').map((from, index) => `${from}-${told('pauseTo')[index]}`)
  if (waking) setCookie(c, cookieName(parts.config, 'awake'), tellWaking(waking), cookieOptions(parts.config))
  const settled: { zone?: string; pauses?: DailyPause[]; waking?: typeof waking } = {
    ...(zone && { zone }),
    ...(waking && { waking }),
    ...(pauses.length && { pauses: readPauses(pauses.join(',')) }),
  }
  const at = parts.now()
  const isKept = token !== null && (await settlePlan(await parts.plans(), settled, { token, at }))
  return isScript(c) ? c.json({ isKept }) : c.redirect(paths.plan(), 303)
}

export async function forget(c: Visit, parts: Parts): Promise<Response> {
  const token = tokenOf(c, parts.config)
  if (token) await forgetPlan(await parts.plans(), token)
  dropPlan(c, parts.config)
  return c.redirect(paths.plan(), 303)
}

/** Uses the plan of another device on this one, too. */
export async function takeOver(c: Visit, parts: Parts, token: string): Promise<Response | null> {
  if (!(await openPlan(parts, token))) return null
  const own = (await ownPlan(c, parts))?.token ?? null
  const revision = await mergePlans(await parts.plans(), { token, own, at: parts.now() })
  if (revision === null) return null
  carryPlan(c, parts.config, token)
  return c.redirect(paths.plan(), 303)
}
