import { Hono } from 'hono'
import { mayPublish } from '../../domain/curator.ts'
import { Refusal } from '../../domain/refusal.ts'
import { showText } from '../../services/links/show-text.ts'
import { findKeptText } from '../../storage/kept-texts.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { type OwnEntry, ownEntry } from '../middleware/own-entry.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { TextPage } from './text-page.tsx'

/** The text that was kept of a statement, for its curators; and whether readers may see it. */
export function textRoutes(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()

  room.get('/desk/entries/:id/text', curating(parts), async c => {
    const own = await ownEntry(c, parts, c.req.param('id'))
    return own instanceof Response ? own : show(c, own)
  })

  room.post('/desk/entries/:id/text', refuseOtherSites(config), curating(parts), refuseLongForms, async c => {
    const own = await ownEntry(c, parts, c.req.param('id'))
    if (own instanceof Response) return own
    const { curator, series, edition, row } = own
    if (!mayPublish(curator, series.id)) return refuse(c, parts)
    const form = await c.req.formData()
    const by = (['consent', 'licence'] as const).find(each => each === form.get('by'))
    const which = String(form.get('which') ?? '')
    const of = { id: row.entry.id, editionId: edition.id }
    try {
      const act = { by: curator.name, at: now() }
      const { revision, changed } = await showText(store, of, by ? { by, which } : null, act)
      const undo = changed ? revision : null
      return goDone(c, config, paths.deskEntryText(row.entry.id), { act: 'text-shown', undo })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(c, own, { refused: error, typed: { by: by ?? null, which } })
    }
  })
  return room

  async function show(
    c: Visit,
    own: OwnEntry,
    more: { refused?: Refusal; typed?: { by: 'consent' | 'licence' | null; which: string } } = {},
  ): Promise<Response> {
    const { row, edition } = own
    const at = await atDesk(c, parts, edition.homeZone, paths.deskEntryText(row.entry.id))
    const page = (
      <TextPage
        at={at}
        own={own}
        text={await findKeptText(store.db, row.entry.id)}
        typed={more.typed ?? null}
        refused={more.refused ? sayRefusal(at.showing.say, more.refused) : null}
      />
    )
    return sendOnce(c, parts, page, more.refused ? 422 : 200)
  }
}
