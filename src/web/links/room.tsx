import { Hono } from 'hono'
import { clean } from '../../domain/content.ts'
import { hasRole, mayPublish, mayWrite } from '../../domain/curator.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mendLinks, mends } from '../../services/links/mend-links.ts'
import { countAmiss, listAmiss } from '../../storage/link-looks.ts'
import { readEntryPlaces, readTextPlaces } from '../../storage/link-places.ts'
import { listSeries } from '../../storage/series.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, theCurator } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { type OwnEdition, ownEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { type AmissLink, LinksPage } from './links-page.tsx'
import { markOf } from './mark-of.ts'
import { textRoutes } from './text-routes.tsx'

/** More at once is no list to work through. */
const mostShown = 100

/** What is wrong with links, and what is done about it: of one edition, or of all that one may write. */
export function linksRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()
  const guards = [refuseOtherSites(config), curating(parts), refuseLongForms] as const

  room.get(paths.deskLinks(), curating(parts), async c => show(c, await scopeOf(c)))
  room.post(paths.deskLinks(), ...guards, async c => act(c, await scopeOf(c)))
  room.get('/desk/:series/:edition/links', curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param())
    return own instanceof Response ? own : show(c, scopeOfEdition(own))
  })
  room.post('/desk/:series/:edition/links', ...guards, async c => {
    const own = await ownEdition(c, parts, c.req.param())
    return own instanceof Response ? own : act(c, scopeOfEdition(own))
  })
  room.route('/', textRoutes(parts))
  return room

  async function scopeOf(c: Visit): Promise<Scope> {
    const curator = await theCurator(c)
    const own = (await listSeries(store)).filter(({ id }) => mayWrite(curator, id))
    const editionIds = own.flatMap(({ editions }) => editions.map(({ id }) => id))
    const onlyDrafts = own.some(({ id }) => !mayPublish(curator, id))
    const alsoElsewhere = hasRole(curator, 'editor', null)
    return { editionIds, alsoElsewhere, onlyDrafts, own: null, here: paths.deskLinks(), by: curator.name }
  }

  function scopeOfEdition(own: OwnEdition): Scope {
    const { series, edition, curator } = own
    const here = paths.deskLinks(series.slug, edition.slug)
    const onlyDrafts = !mayPublish(curator, series.id)
    return { editionIds: [edition.id], alsoElsewhere: false, onlyDrafts, own, here, by: curator.name }
  }

  async function show(c: Visit, scope: Scope, refused?: Refusal): Promise<Response> {
    const at = await atDesk(c, parts, scope.own?.edition.homeZone, scope.here)
    const links = await readAmiss(scope)
    const page = (
      <LinksPage
        at={at}
        own={scope.own}
        here={scope.here}
        links={links}
        more={links.length === mostShown}
        open={await countAmiss(store.db, scope)}
        looks={config.links?.looks ?? true}
        refused={refused ? sayRefusal(at.showing.say, refused) : null}
      />
    )
    return sendOnce(c, parts, page, refused ? 422 : 200)
  }

  async function readAmiss(scope: Scope): Promise<AmissLink[]> {
    const looks = await listAmiss(store.db, scope, mostShown)
    const urls = looks.map(({ url }) => url)
    const entries = Map.groupBy(await readEntryPlaces(store.db, urls), ({ url }) => url)
    const texts = Map.groupBy(await readTextPlaces(store.db, urls), ({ url }) => url)
    return looks.map(look => ({
      look,
      mark: markOf(look.url),
      entries: (entries.get(look.url) ?? []).filter(({ edition }) => scope.editionIds.includes(edition.id)),
      texts: (texts.get(look.url) ?? []).filter(({ kind, id }) =>
        kind === 'edition' ? scope.editionIds.includes(id) : scope.alsoElsewhere,
      ),
    }))
  }

  async function act(c: Visit, scope: Scope): Promise<Response> {
    const form = await c.req.formData()
    const wish = mends.find(each => each === form.get('do'))
    const chosen = new Set(form.getAll('link').map(String))
    const links = (await readAmiss(scope)).filter(link => chosen.has(link.mark))
    if (!wish || links.length === 0) return c.redirect(scope.here, 303)
    const typed = chosen.size === 1 ? clean(String(form.get('to') ?? '')).slice(0, 2000) : ''
    const { editionIds, onlyDrafts, by } = scope
    try {
      const told = { mend: wish, ...(wish === 'take' && typed && { to: typed }) }
      const urls = links.map(({ look }) => look.url)
      const done = await mendLinks(store, urls, told, { editionIds, onlyDrafts, by, at: now() })
      const undo = done.undo && done.undo.editionId === scope.own?.edition.id ? done.undo.revision : null
      return goDone(c, config, scope.here, { act: `links-${wish}`, count: done.changed, undo })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(c, scope, error)
    }
  }
}

type Scope = {
  editionIds: string[]
  alsoElsewhere: boolean
  onlyDrafts: boolean
  own: OwnEdition | null
  here: string
  by: string
}
