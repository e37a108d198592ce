import { Hono } from 'hono'
import { clean } from '../../domain/content.ts'
import { moderatedBy } from '../../domain/curator.ts'
import { isBlockKind } from '../../domain/taking-part/block.ts'
import { block, unblock, type Wish } from '../../services/taking-part/block.ts'
import { endSignInsOfVisitor } from '../../services/visitors/end-sign-ins.ts'
import { listBlocks } from '../../storage/blocks.ts'
import { findQueued } from '../../storage/moderation.ts'
import { listSeriesNames } from '../../storage/series.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { moderating, owning, refuse, theCurator } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { BlocksPage } from './blocks-page.tsx'

const mostShown = 500

/** What is blocked, and by whom. */
export function blocksRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()
  const guards = [refuseOtherSites(config), moderating(parts), refuseLongForms] as const

  room.get(paths.deskBlocks(), moderating(parts), c => show(c, c.req.query('of')))

  room.post(paths.deskBlocks(), ...guards, async c => {
    const curator = await theCurator(c)
    const form = await fieldsOf(c)
    const [kind = '', host = ''] = (form.what ?? '').split(/:(.*)/s)
    const words = clean(kind === 'domain' ? host : (form.words ?? '')).slice(0, 400)
    const reason = clean(form.reason ?? '').slice(0, 200)
    if (!isBlockKind(kind)) return show(c, form.of, { words, reason })
    const wish: Wish =
      kind === 'domain' || kind === 'word' ? { kind, words } : { kind, commentId: form.of ?? '' }
    const told = { wish, reason, seriesId: form.series || null, scope: moderatedBy(curator), at: now() }
    const done = await block(store, curator, told)
    if (done === 'refused') return refuse(c, parts)
    return done === 'wrong' ? show(c, form.of, { words, reason }) : c.redirect(paths.deskBlocks(), 303)
  })

  room.post(paths.deskVisitorSignIns(), refuseOtherSites(config), refuseLongForms, owning(parts), async c => {
    const curator = await theCurator(c)
    const { of = '' } = await fieldsOf(c)
    const [comment] = await findQueued(store.db, moderatedBy(curator), [of])
    if (!comment?.visitorId) return refuse(c, parts)
    const told = { visitorId: comment.visitorId, name: comment.name ?? '–', at: now() }
    const count = await endSignInsOfVisitor(store, curator, told)
    return goDone(c, config, paths.deskBlocks(of), { act: 'sign-ins-ended', count })
  })

  room.post(paths.deskBlock(':id'), ...guards, async c => {
    const curator = await theCurator(c)
    const told = { id: c.req.param('id') ?? '', scope: moderatedBy(curator), at: now() }
    return (await unblock(store, curator, told)) ? c.redirect(paths.deskBlocks(), 303) : refuse(c, parts)
  })
  return room

  async function show(
    c: Visit,
    ofId: string | undefined,
    typed?: { words: string; reason: string },
  ): Promise<Response> {
    const scope = moderatedBy(await theCurator(c))
    const at = await atDesk(c, parts, 'UTC', paths.deskBlocks())
    const { say } = at.showing
    const [of] = ofId ? await findQueued(store.db, scope, [ofId]) : []
    const series = (await listSeriesNames(store.db)).filter(({ id }) => scope.seriesIds?.includes(id) ?? true)
    const places = [
      ...(scope.seriesIds === null ? [{ value: '', label: say('role.for-site') }] : []),
      ...series.map(({ id, title }) => ({ value: id, label: title })),
    ]
    const blocks = await listBlocks(store.db, { ...scope, at: now(), limit: mostShown, offset: 0 })
    const page = (
      <BlocksPage
        {...{ at, blocks, places }}
        of={of ?? null}
        typed={typed && { ...typed, wrong: say('blocks.wrong') }}
      />
    )
    return sendOnce(c, parts, page, typed ? 422 : 200)
  }
}
