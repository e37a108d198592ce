import { Hono } from 'hono'
import { mayPublish } from '../../domain/curator.ts'
import { type NextRule, nextDays } from '../../domain/next-days.ts'
import { Refusal } from '../../domain/refusal.ts'
import { slugOf } from '../../domain/slug.ts'
import { type Keepable, keepable, openNextEdition } from '../../services/open-next-edition.ts'
import { freeEditionSlug } from '../../services/start-edition.ts'
import { readTakingPart } from '../../storage/awaited.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { refuseLongTexts, refuseOtherSites } from '../middleware/forms.ts'
import { type OwnEdition, ownEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { NextPage } from './next-page.tsx'
import { lineIn } from './typed.ts'

/** Where next year begins. */
export function nextRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()
  const path = paths.deskNext(':series', ':edition')

  room.get(path, curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param() as never)
    if (own instanceof Response) return own
    if (!mayPublish(own.curator, own.series.id)) return refuse(c, parts)
    const { series, edition } = own
    const taking = await readTakingPart(store.db, edition.id)
    const [first] = nextDays(edition, series.observed)
    const names = await proposed(own)
    return show(c, own, {
      typed: { ...names, rule: first!.rule, ...first!.days },
      keeps: keepable,
      awaits: new Set(taking.map(({ id }) => id)),
      taking,
    })
  })

  room.post(path, refuseOtherSites(config), curating(parts), refuseLongTexts, async c => {
    const own = await ownEdition(c, parts, c.req.param() as never)
    if (own instanceof Response) return own
    const { curator, series, edition } = own
    if (!mayPublish(curator, series.id)) return refuse(c, parts)
    const form = await c.req.parseBody({ all: true })
    const several = (name: string) => [form[name] ?? []].flat().filter(value => typeof value === 'string')
    const one = (name: string) => lineIn(several(name).at(-1))
    const chosen = nextDays(edition, series.observed).find(({ rule }) => rule === one('rule'))
    const rule: NextRule | 'other' = chosen?.rule ?? 'other'
    const startsOn = one('startsOn')
    const days = chosen?.days ?? { startsOn, endsOn: one('endsOn') || startsOn }
    const keeps = several('keep').filter((each): each is Keepable => keepable.includes(each as Keepable))
    const awaits = several('await')
    const names = await proposed(own)
    const told = { title: one('title') || names.title, slug: one('slug') || names.slug, ...days }
    try {
      const act = { by: curator.name, at: now() }
      const { slug } = await openNextEdition(store, edition.id, { ...told, keeps, awaits }, act)
      return goDone(c, config, paths.deskEdition(series.slug, slug), { act: 'opened' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.key === 'edition-gone') return onMissing(c, parts)
      const taking = await readTakingPart(store.db, edition.id)
      const typed = { ...told, rule }
      const again = { typed, keeps, awaits: new Set(awaits), taking, wrong: { [fieldOf(error)]: error } }
      return show(c, own, again, 422)
    }
  })
  return room

  /** Title and address with the year after this one’s in its place. */
  async function proposed({ series, edition }: OwnEdition): Promise<{ title: string; slug: string }> {
    const year = edition.startsOn.slice(0, 4)
    const next = String(Number(year) + 1)
    const title = edition.title.includes(year)
      ? edition.title.replaceAll(year, next)
      : `${series.title} ${next}`
    const wanted = edition.slug.includes(year) ? edition.slug.replaceAll(year, next) : next
    return { title, slug: await freeEditionSlug(store.db, series.slug, [wanted, slugOf(title)]) }
  }

  async function show(
    c: Visit,
    own: OwnEdition,
    told: Omit<Parameters<typeof NextPage>[0], 'at' | 'own' | 'choices'>,
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const { series, edition } = own
    const at = await atDesk(c, parts, edition.homeZone, paths.deskNext(series.slug, edition.slug))
    const choices = nextDays(edition, series.observed)
    return sendOnce(c, parts, <NextPage at={at} own={own} choices={choices} {...told} />, status)
  }
}

/** Beside which field a refusal is shown. */
function fieldOf({ key }: Refusal): string {
  if (key.startsWith('edition-slug')) return 'slug'
  if (key === 'date-wrong') return 'startsOn'
  return key.startsWith('days-') ? 'endsOn' : 'title'
}
