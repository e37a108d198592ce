import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Bulk, bulkChange } from '../../domain/bulk.ts'
import { clean } from '../../domain/content.ts'
import { mayPublish } from '../../domain/curator.ts'
import { phaseOf, timedOf } from '../../domain/phase.ts'
import type { Programme } from '../../domain/programme.ts'
import { Refusal } from '../../domain/refusal.ts'
import { changeEntries } from '../../services/change-entries.ts'
import type { CuratorAct } from '../../services/change-entry.ts'
import { cancelEntries } from '../../services/change-status.ts'
import { gatherEntries } from '../../services/gather-entries.ts'
import { moveEntries } from '../../services/move-entries.ts'
import { readApart } from '../../storage/apart.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { refuseOtherSites } from '../middleware/forms.ts'
import { type OwnEdition, ownEdition } from '../middleware/own-edition.ts'
import { ownPath, paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { deskOf, type KnownOfDesk } from './desk-of.ts'
import { readBulk } from './read-bulk.ts'
import { filterOf, isLookedAt, queryOf, type StoryFilter } from './story-filter.ts'
import { type Refused, StoryPage } from './story-page.tsx'
import { toldByOthers } from './told-by-others.ts'

/** All entries of an edition in the order of its story: put in order, and changed many at a time. */
export function storyRoom(parts: Parts): Hono<Env> {
  const { store, config, now, wholeProgrammes } = parts
  const room = new Hono<Env>()
  const path = '/desk/:series/:edition/story'

  room.get(path, curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param())
    return own instanceof Response ? own : show(c, own)
  })

  // Hundreds of entries may be chosen.
  room.post(path, refuseOtherSites(config), curating(parts), bodyLimit({ maxSize: 262_144 }), async c => {
    const own = await ownEdition(c, parts, c.req.param())
    if (own instanceof Response) return own
    const { edition, series, curator } = own
    const form = await c.req.parseBody({ all: true })
    const listed = (name: string) => [form[name] ?? []].flat().filter(each => typeof each === 'string')
    const fields = Object.fromEntries(Object.keys(form).map(name => [name, listed(name).at(-1) ?? '']))
    const filter = filterOf(new URL(c.req.url).searchParams)
    const back = ownPath(fields.back) ?? paths.deskStory(series.slug, edition.slug) + queryOf(filter)
    const act = { by: curator.name, at: now(), onlyDrafts: !mayPublish(curator, series.id) }
    const programme = (await wholeProgrammes(series.slug, edition.slug))!
    const ids = fields.all
      ? lookedAt(programme, filter, await knownOf(edition.id)).map(({ id }) => id)
      : listed('entry')
    try {
      if (fields.move || fields.act === 'move') {
        const [id = '', target = ''] = fields.move?.split(' ') ?? []
        const [moved, after] = fields.move ? [[id], target] : [ids, fields.after ?? '']
        if (moved.length === 0) return show(c, own, { fields, chosen: ids, wrong: 'none-chosen' })
        const behind = after === 'first' || after === '' ? null : after
        const { revision, changed } = await moveEntries(
          store,
          { ids: moved, editionId: edition.id },
          behind,
          act,
        )
        return goDone(c, config, back, { act: 'moved', count: changed, undo: changed ? revision : null })
      }
      if (fields.act === 'gather') {
        const told = { ids, title: fields.whole?.slice(0, 500) ?? '' }
        if (told.title.trim() === '') return show(c, own, { fields, chosen: ids, wrong: 'no-whole' })
        const { revision, count } = await gatherEntries(store, edition.id, told, act)
        return goDone(c, config, back, { act: 'gathered', count, undo: revision })
      }
      const bulk = readBulk(fields)
      if (bulk === null) return show(c, own, { fields, chosen: ids, wrong: 'no-act' })
      if (ids.length === 0) return show(c, own, { fields, chosen: ids, wrong: 'none-chosen' })
      if (typeof bulk === 'string') return show(c, own, { fields, chosen: ids, wrong: `no-${bulk}` })
      const { revision, count } = await change(programme, ids, bulk, act)
      return goDone(c, config, back, { act: bulk.act, count, undo: count ? revision : null })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.key === 'only-drafts') return refuse(c, parts)
      if (error.key === 'gather-few' || error.key === 'gather-other')
        return show(c, own, { fields, chosen: ids, wrong: error.key })
      return goDone(c, config, back, { act: 'gone' })
    }
  })
  return room

  async function show(c: Visit, own: OwnEdition, typed?: Refused): Promise<Response> {
    const { series, edition, curator } = own
    const programme = (await wholeProgrammes(series.slug, edition.slug))!
    const filter = filterOf(new URL(c.req.url).searchParams)
    const here = paths.deskStory(series.slug, edition.slug) + queryOf(filter)
    const at = await atDesk(c, parts, edition.homeZone, here)
    const known = await knownOf(edition.id)
    const items = deskOf(programme, known, at.showing)
    const page = (
      <StoryPage
        at={at}
        programme={programme}
        shown={lookedAt(programme, filter, known)}
        items={items}
        filter={filter}
        mayPublish={mayPublish(curator, series.id)}
        typed={typed}
      />
    )
    return sendOnce(c, parts, page, typed ? 422 : 200)
  }

  async function knownOf(editionId: string): Promise<KnownOfDesk> {
    const { asked = [], offers = [] } = (await toldByOthers(store.db, [editionId])).get(editionId) ?? {}
    return { readings: [], apart: await readApart(store.db, [editionId]), asked, offers }
  }

  function lookedAt(programme: Programme, filter: StoryFilter, known: KnownOfDesk) {
    const { entries, edition } = programme
    const items = filter.need ? deskOf(programme, known, { now: now(), zone: edition.homeZone }) : []
    const needed = items
      .filter(({ needs }) => needs.some(({ code }) => code === filter.need))
      .map(item => (item.entry ? (item.event ?? item.entry).id : ''))
    return entries.filter(entry => isLookedAt(entry, filter, new Set(needed)))
  }

  async function cancel({ edition, entries }: Programme, ids: string[], reason: string, act: CuratorAct) {
    const isOpen = new Set(entries.filter(({ state }) => state === 'draft').map(({ id }) => id))
    const told = act.onlyDrafts ? ids.filter(id => isOpen.has(id)) : ids
    const { revision, cancelled } = await cancelEntries(store, edition.id, told, clean(reason) || null, act)
    return { revision, count: cancelled.length }
  }

  /** `count` is of the entries that were chosen: the drafts among the sessions of an event are published with it. */
  async function change(programme: Programme, ids: string[], bulk: Bulk, act: CuratorAct) {
    const { edition, entries } = programme
    const chosen = new Set(ids)
    if (bulk.act === 'cancel') return cancel(programme, ids, bulk.reason, act)
    const sessions =
      bulk.act === 'publish'
        ? entries.filter(({ id }) => chosen.has(id)).flatMap(entry => entry.sessions.map(({ id }) => id))
        : []
    const changed = new Set<string>()
    const reckoning = { zone: edition.homeZone, assumedMinutes: edition.assumedMinutes }
    const { revision } = await changeEntries(
      store,
      edition.id,
      [...ids, ...sessions],
      (fields, { entry }) => {
        // Whoever writes drafts alone is not refused because of those among them that are none.
        if (act.onlyDrafts && fields.state !== 'draft') return fields
        const next = bulkChange(bulk, fields, phaseOf(timedOf(entry), act.at, reckoning))
        if (next !== fields && chosen.has(entry.id)) changed.add(entry.id)
        return next
      },
      { ...act, name: bulk.act },
    )
    return { revision, count: changed.size }
  }
}
