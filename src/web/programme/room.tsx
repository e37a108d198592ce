import { Hono } from 'hono'
import { nextChange } from '../../domain/next-change.ts'
import type { Programme } from '../../domain/programme.ts'
import type { ToldUpdate } from '../../domain/update.ts'
import { readBlogRevision } from '../../storage/blog.ts'
import { readRevision } from '../../storage/programmes.ts'
import { readChangedIds } from '../../storage/shown-changes.ts'
import { readUpdates } from '../../storage/updates.ts'
import { advertise, linkOf } from '../advertise.ts'
import { type Around, aroundEdition } from '../blog.ts'
import { type FoundIn, findIn } from '../find-in.ts'
import { type AsEditor, asEditor } from '../middleware/as-editor.ts'
import { figuresOfProgramme } from '../named-figures.ts'
import { paths, viewOf, withKept } from '../paths.ts'
import { askedRevisions } from '../revision-query.ts'
import { type Env, ownStyles, type Parts, readerOf, show, type Visit } from '../show.ts'
import { siteOf } from '../site-name.ts'
import { stylesOfComments } from '../ui/comments.tsx'
import { movingUntil } from '../ui/moving.ts'
import { codeOf } from '../ui/on-phone.tsx'
import { readTo } from '../ui/read-to.ts'
import { htmlOfPage, sendOnce } from '../ui/send.tsx'
import { type Showing, showingOf } from '../ui/showing.ts'
import { KioskPage } from './kiosk-page.tsx'
import { ownViewOf } from './own-view.ts'
import { type PatchSince, ProgrammePage } from './programme-page.tsx'

/** The programme of an edition. */
export function programmeRoom(parts: Parts): Hono<Env> {
  const { store, programmes, config, assets } = parts
  const read = new WeakMap<Programme, Promise<ToldUpdate[]>>()
  const room = new Hono<Env>()

  room.get('/:series/:edition', async (c, next) => {
    const { series, edition } = c.req.param()
    // It was a view of this page once.
    if (c.req.query('view') === 'changes')
      return c.redirect(withKept(paths.changes(series, edition), readerOf(c, parts).kept), 301)
    const editor = await withFigures(await asEditor(c, parts, c.req.param()))
    if (editor)
      return sendOnce(
        c,
        parts,
        await pageOf(
          c,
          editor.programme,
          await findIn(store, editor.programme, new URL(c.req.url).searchParams, editor.showing),
          editor,
          await aroundEdition(store, editor.whole.edition.id, paths.edition(series, edition), { all: true }),
        ),
        200,
        editor.whole.series.accent,
      )
    const programme = await programmes(series, edition)
    if (!programme || programme.edition.state === 'draft') return next()
    const reader = readerOf(c, parts)
    const named = await figuresOf(programme, reader.at, reader)
    const showing = { ...showingOf(reader, programme.edition.homeZone), figures: named.figures }
    const read = await aroundEdition(store, programme.edition.id, paths.edition(series, edition))
    const around = { ...read, said: advertise(config, read.said) }
    const found = await findIn(store, programme, new URL(c.req.url).searchParams, showing)
    const page = await pageOf(c, programme, found, { showing }, around, await patchOf(c, programme))
    const rendered = {
      html: await htmlOfPage(page),
      link: linkOf(around.said),
      styles: [...ownStyles(programme.series.accent), ...named.styles, ...stylesOfComments(around.said)],
      until: named.until(
        movingUntil(programme.edition, reader.at, nextChange(programme, reader.at, showing.zone)),
      ),
      version: `${programme.edition.revision} ${around.revision} ${named.state}`,
      currentVersion: async () =>
        `${await readRevision(store, series, edition)} ${await readBlogRevision(store.db)} ${await named.version()}`,
    }
    return show(c, parts, rendered, { mayKeep: found.unknown.length === 0 })
  })

  return room

  function figuresOf(
    programme: Programme,
    at: number,
    { language, locale }: Pick<Showing, 'language' | 'locale'>,
  ) {
    return figuresOfProgramme(store, programme, { at, language, locale, site: siteOf(config.baseUrl) })
  }

  async function withFigures(editor: AsEditor | null): Promise<AsEditor | null> {
    if (!editor) return null
    const { showing, programme } = editor
    const { figures } = await figuresOf(programme, showing.now, showing)
    return { ...editor, showing: { ...showing, figures } }
  }

  async function pageOf(
    c: Visit,
    programme: Programme,
    found: FoundIn,
    { showing: shown, ...editor }: Pick<AsEditor, 'showing'> | AsEditor,
    around: Around,
    patch?: PatchSince,
  ) {
    const showing = { ...shown, deadLinks: around.deadLinks }
    const view = viewOf(c.req.query('view')) ?? ownViewOf(programme)
    if (view === 'kiosk') {
      const read = readTo(programme, showing)
      return <KioskPage programme={read.programme} showing={read.showing} assets={assets} />
    }
    const told = await updatesOf(programme)
    return (
      <ProgrammePage
        programme={programme}
        found={found}
        patch={patch}
        updates={told.filter(({ at }) => at <= showing.now)}
        showing={showing}
        assets={assets}
        view={view}
        baseUrl={config.baseUrl}
        around={around}
        code={await codeOf(config.baseUrl + paths.edition(programme.series.slug, programme.edition.slug))}
        editor={'whole' in editor ? { showing, ...editor } : undefined}
      />
    )
  }

  /** What of a page its reader has, where the address asks what came after it. */
  async function patchOf(c: Visit, { edition, entries }: Programme): Promise<PatchSince | undefined> {
    const { since } = askedRevisions(new URL(c.req.url).searchParams)
    if (since === null) return undefined
    const changed = await readChangedIds(store.db, edition.id, since)
    const same = changed && entries.flatMap(({ id }) => (changed.has(id) ? [] : [id]))
    return { since, same: same && new Set(same) }
  }

  /** Read once for each revision, as the programme is; what was told later belongs to a later one. */
  function updatesOf(programme: Programme): Promise<ToldUpdate[]> {
    let updates = read.get(programme)
    if (!updates) {
      const { id, revision } = programme.edition
      updates = readUpdates(store.db, id, mostUpdates).then(all =>
        all.filter(({ number }) => number <= revision),
      )
      read.set(programme, updates)
    }
    return updates
  }
}

const mostUpdates = 300
