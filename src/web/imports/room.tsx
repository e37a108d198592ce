import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { mayPublish } from '../../domain/curator.ts'
import type { ImportWish, KeptImport } from '../../domain/import.ts'
import { Refusal } from '../../domain/refusal.ts'
import {
  beginImporting,
  dropImport,
  glanceAtImport,
  holdImport,
  mostImportBytes,
  type ReadAs,
  tooLargeToImport,
} from '../../services/open-import.ts'
import { findImport, listImports } from '../../storage/imports.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating } from '../middleware/curator.ts'
import { onMissing } from '../middleware/errors.tsx'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { type OwnEdition, ownEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { ImportPage } from './import-page.tsx'
import { ImportsPage } from './imports-page.tsx'
import { ofColumn } from './table-shown.tsx'

type OwnImport = OwnEdition & { kept: KeptImport }

/** Files that are imported: looked at first, then watched while it goes on, and a report in the end. */
export function importsRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()
  const guards = [refuseOtherSites(config), curating(parts)] as const

  room.get('/desk/:series/:edition/import', curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param())
    return own instanceof Response ? own : showAll(c, own, null)
  })

  room.post('/desk/:series/:edition/import', ...guards, limitBody(), async c => {
    const own = await ownEdition(c, parts, c.req.param())
    if (own instanceof Response) return own
    const { file } = await c.req.parseBody()
    try {
      if (!(file instanceof File)) throw new Refusal('file-empty', {}, 'There is nothing in the file.')
      const pieces = file.stream() as AsyncIterable<Uint8Array>
      const act = { by: own.curator.name, at: now() }
      const id = await holdImport(store, own.edition.id, { name: file.name, pieces }, act)
      return c.redirect(pathOf(own, id), 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showAll(c, own, error)
    }
  })

  room.get('/desk/:series/:edition/import/:id', curating(parts), async c => {
    const own = await ownImport(c)
    if (own instanceof Response) return own
    const { edition, kept, curator, series } = own
    const isGoing = kept.state === 'waiting' || kept.state === 'running'
    // Without script the page asks again by itself.
    if (isGoing) c.header('refresh', '2')
    const at = await atDesk(c, parts, edition.homeZone)
    const readAs: ReadAs = {
      as: c.req.query('as') || null,
      columns: columnsIn(Object.entries(c.req.query())),
    }
    const glance = kept.state === 'held' ? await glanceAtImport(store, kept, edition, readAs) : null
    const may = mayPublish(curator, series.id)
    const page = <ImportPage at={at} own={own} kept={kept} {...{ glance, readAs }} mayPublish={may} />
    return sendOnce(c, parts, page)
  })

  room.post('/desk/:series/:edition/import/:id', ...guards, refuseLongForms, async c => {
    const own = await ownImport(c)
    if (own instanceof Response) return own
    const { series, edition, kept, curator } = own
    const form = await c.req.formData()
    if (form.get('_method') === 'delete') {
      await dropImport(store, kept.id)
      return c.redirect(paths.deskImports(series.slug, edition.slug), 303)
    }
    const wish: ImportWish = {
      newAs: form.get('new-as') === 'published' ? 'published' : 'draft',
      changes: form.get('changes') === 'propose' ? 'propose' : 'accept',
      as: String(form.get('as') ?? '') || null,
      columns: columnsIn(form.entries()),
      ...(form.get('repeated') === 'one' && { repeated: 'one' as const }),
    }
    const onlyDrafts = !mayPublish(curator, series.id)
    await beginImporting(store, kept.id, wish, { at: now(), onlyDrafts })
    return c.redirect(pathOf(own, kept.id), 303)
  })
  return room

  async function ownImport(c: Visit): Promise<OwnImport | Response> {
    const asked = c.req.param() as { series: string; edition: string; id: string }
    const own = await ownEdition(c, parts, asked)
    if (own instanceof Response) return own
    const kept = await findImport(store.db, asked.id)
    return kept?.editionId === own.edition.id ? { ...own, kept } : onMissing(c, parts)
  }

  async function showAll(c: Visit, own: OwnEdition, refused: Refusal | null, status: 413 | 422 = 422) {
    const { series, edition } = own
    const here = paths.deskImports(series.slug, edition.slug)
    const at = await atDesk(c, parts, edition.homeZone, here)
    const imports = await listImports(store.db, { editionId: edition.id })
    const wrong = refused ? sayRefusal(at.showing.say, refused) : null
    const page = <ImportsPage at={at} own={own} imports={imports} wrong={wrong} />
    return sendOnce(c, parts, page, refused ? status : 200)
  }

  /** More is refused before it is read into memory. */
  function limitBody() {
    return bodyLimit({
      maxSize: mostImportBytes + 1024 * 1024,
      onError: async (c: Context) => {
        const own = await ownEdition(c, parts, c.req.param() as { series: string; edition: string })
        return own instanceof Response ? own : showAll(c, own, tooLargeToImport(), 413)
      },
    })
  }
}

/** What the fields of the form say that columns hold. */
function columnsIn(fields: Iterable<[string, FormDataEntryValue]>): Record<string, string> {
  const told = [...fields].flatMap(([name, value]) =>
    name.startsWith(ofColumn) && typeof value === 'string' ? [[name.slice(ofColumn.length), value]] : [],
  )
  return Object.fromEntries(told.slice(0, 200))
}

function pathOf({ series, edition }: OwnEdition, id: string): string {
  return paths.deskImport(series.slug, edition.slug, id)
}
