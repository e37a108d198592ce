import { Hono } from 'hono'
import {
  type Archive,
  type ArchiveItem,
  type Destination,
  destinations,
  ruleFields,
} from '../../domain/archive.ts'
import { holdsFor, titleShape } from '../../domain/archive-rule.ts'
import { Refusal } from '../../domain/refusal.ts'
import { decideItem, dropRule, settleArchive } from '../../services/archive/decide-archive.ts'
import { wishForAttachments } from '../../services/archive/fetch-attachments.ts'
import { beginReading, dropArchive, openArchive } from '../../services/archive/open-archive.ts'
import { goOnAgain, whyStopped } from '../../services/archive/stopped.ts'
import { countArchiveItems, readArchiveItems } from '../../storage/archive-items.ts'
import { findArchive, listArchives } from '../../storage/archives.ts'
import { countAttachments } from '../../storage/attachments.ts'
import { listSeriesNames } from '../../storage/series.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { editingSite, theCurator } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { onMissing } from '../middleware/errors.tsx'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { ExportPage, queryOf, type Shown } from './export-page.tsx'
import { likenesses } from './export-words.ts'
import { ExportsPage } from './exports-page.tsx'
import type { LikeIt } from './item-row.tsx'
import { settingsIn } from './settings-in.ts'
import { takeUpload } from './take-upload.ts'

const perPage = 50

/** Exports of older blogs: handed in, looked at post by post, brought in. */
export function exportsRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const { db } = store
  const room = new Hono<Env>()
  const editing = editingSite(parts)
  const form = [refuseOtherSites(config), refuseLongForms, editing] as const

  room.get(paths.deskExports(), editing, c => showAll(c))

  room.post(paths.deskExports(), refuseOtherSites(config), editing, async c => {
    const { id: who, name: by } = await theCurator(c)
    const at = now()
    const id = await openArchive(store, {
      by,
      at,
      settings: { series: null, zone: null, publish: true, rules: [] },
    })
    try {
      const fields = await takeUpload(store, id, c.req.raw)
      const told = await settingsIn(store, fields, { who: { id: who, name: by }, at })
      await beginReading(store, id, told, now())
    } catch (error) {
      await dropArchive(store, id)
      if (!(error instanceof Refusal)) throw error
      return showAll(c, error)
    }
    return c.redirect(paths.deskExport(id), 303)
  })

  room.get(paths.deskExport(':id'), editing, c => showOne(c))

  room.post(paths.deskExportSettings(':id'), ...form, c =>
    act(c, async id => {
      const { id: who, name } = await theCurator(c)
      const told = await settingsIn(store, await fieldsOf(c), { who: { id: who, name }, at: now() })
      const count = await settleArchive(store, id, told, now())
      return goDone(c, config, paths.deskExport(id), { act: 'export-decided', count })
    }),
  )

  room.post('/desk/exports/:id/items/:number{\\d+}', ...form, c =>
    act(c, async id => {
      const fields = await fieldsOf(c)
      const number = Number(c.req.param('number'))
      const archive = await findArchive(db, id)
      const [item] = await readArchiveItems(db, id, { number })
      if (!archive || !item) throw new Refusal('export-gone', {}, 'There is no such export any more.')
      const back = paths.deskExport(id, `${queryIn(fields.back)}#item-${number}`)
      const alike = likeIn(fields.alike)
      const destination = alike ? item.destination : destinationIn(fields.to, item, archive)
      const edition = destination.to === 'edition' && !alike ? fields.edition?.trim() || null : null
      const { changed } = await decideItem(
        store,
        id,
        number,
        { destination, edition, ...(alike && { alike }) },
        now(),
      )
      return goDone(c, config, back, { act: alike ? 'export-rule' : 'export-decided', count: changed })
    }),
  )

  room.post(paths.deskExportRule(':id', ':rule'), ...form, c =>
    act(c, async id => {
      const count = await dropRule(store, id, c.req.param('rule') ?? '', now())
      return goDone(c, config, paths.deskExport(id), { act: 'export-decided', count })
    }),
  )

  room.post(paths.deskExportBringIn(':id'), ...form, c =>
    act(c, async id => {
      const { beginBringingIn } = await import('../../services/archive/begin-bringing-in.ts')
      await beginBringingIn(store, id, now())
      return c.redirect(paths.deskExport(id), 303)
    }),
  )

  room.post(paths.deskExportAgain(':id'), ...form, c =>
    act(c, async id => {
      await goOnAgain(store, id, now())
      return c.redirect(paths.deskExport(id), 303)
    }),
  )

  room.post(paths.deskExportPictures(':id'), ...form, c =>
    act(c, async id => {
      await wishForAttachments(store, id, now())
      return goDone(c, config, paths.deskExport(id), { act: 'export-pictures' })
    }),
  )

  room.post(paths.deskExportDropped(':id'), ...form, c =>
    act(c, async id => {
      await dropArchive(store, id)
      return goDone(c, config, paths.deskExports(), { act: 'export-dropped' })
    }),
  )

  return room

  /** What an act refuses is said on the page of the export. */
  async function act(c: Visit, doIt: (id: string) => Promise<Response>): Promise<Response> {
    try {
      return await doIt(c.req.param('id') ?? '')
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showOne(c, error)
    }
  }

  async function showAll(c: Visit, wrong?: Refusal): Promise<Response> {
    const at = await atDesk(c, parts, undefined, paths.deskExports())
    const [archives, series] = [await listArchives(db), await listSeriesNames(db)]
    const page = <ExportsPage {...{ at, archives, series }} {...(wrong && { wrong })} />
    return sendOnce(c, parts, page, wrong ? 422 : 200)
  }

  async function showOne(c: Visit, wrong?: Refusal): Promise<Response> {
    const archive = await findArchive(db, c.req.param('id') ?? '')
    if (!archive) return onMissing(c, parts)
    const counts = await countArchiveItems(db, archive.id)
    const shown = shownIn(c)
    const items = await readArchiveItems(db, archive.id, {
      ...(shown.to === 'failed' ? { state: shown.to } : shown.to && { to: shown.to }),
      limit: perPage,
      offset: (shown.page - 1) * perPage,
    })
    const mayBeRules = archive.state === 'review' && items.some(({ decided }) => decided === 'hand')
    const at = await atDesk(c, parts, undefined, paths.deskExport(archive.id, queryOf(shown)))
    const pictures = archive.site
      ? await countAttachments(db, archive.site)
      : { listed: 0, kept: 0, failed: 0, files: 0 }
    const stopped = await whyStopped(db, archive, now())
    const page = (
      <ExportPage
        at={at}
        archive={archive}
        series={await listSeriesNames(db)}
        items={items}
        counts={counts}
        alike={mayBeRules ? alikeOf(items, await readArchiveItems(db, archive.id)) : new Map()}
        shown={shown}
        pages={Math.ceil(counts[shown.to ?? 'all'] / perPage)}
        pictures={pictures}
        stopped={stopped}
        {...(wrong && { wrong })}
      />
    )
    const answer = await sendOnce(c, parts, page, wrong ? 422 : 200)
    // Whoever waits sees how far it is, without a script.
    if (!stopped && (archive.state === 'reading' || archive.state === 'bringing'))
      answer.headers.set('refresh', '4')
    return answer
  }
}

/** For what was decided by hand: how many others a rule would change. */
function alikeOf(items: ArchiveItem[], all: ArchiveItem[]): Map<number, LikeIt[]> {
  return new Map(
    items
      .filter(({ decided }) => decided === 'hand')
      .map(item => {
        const others = all.filter(
          other =>
            other.number !== item.number &&
            other.decided !== 'hand' &&
            JSON.stringify(other.destination) !== JSON.stringify(item.destination),
        )
        const likes = likenesses(item, titleShape(item.title)).map(like => ({
          ...like,
          count: others.filter(other => holdsFor(like, other)).length,
        }))
        return [item.number, likes.filter(({ count }) => count > 0)]
      }),
  )
}

function shownIn(c: Visit): Shown {
  const asked = c.req.query('to')
  const to = ([...destinations, 'failed'] as const).find(each => each === asked) ?? null
  const page = Number(c.req.query('page') ?? 1)
  return { to, page: Number.isSafeInteger(page) && page > 0 && page < 1e6 ? page : 1 }
}

function queryIn(told: string | undefined): string {
  return told && /^\?[\w=&-]{1,60}$/.test(told) ? told : ''
}

function likeIn(told: string | undefined) {
  const [, name, value] = /^(\w+):([\s\S]+)$/.exec(told ?? '') ?? []
  const field = ruleFields.find(each => each === name)
  return field && value ? { field, value } : null
}

function destinationIn(told: string | undefined, item: ArchiveItem, { settings }: Archive): Destination {
  if (told === 'post' || told === 'page' || told === 'out') return { to: told }
  const series = item.destination.to === 'edition' ? item.destination.series : settings.series
  if (told !== 'edition' || series === null)
    throw new Refusal('export-no-series', {}, 'It is not told of which series it becomes an edition.')
  return { to: 'edition', series }
}
