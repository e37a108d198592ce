import { Hono } from 'hono'
import type { Entry } from '../../domain/entry.ts'
import { nextChange } from '../../domain/next-change.ts'
import type { Programme } from '../../domain/programme.ts'
import { factsOf, type RecordingFacts } from '../../domain/recordings/look.ts'
import { readBlogRevision } from '../../storage/blog.ts'
import { readCommenting } from '../../storage/commented.ts'
import { readRevision } from '../../storage/programmes.ts'
import { findLook, readFactsAt } from '../../storage/recording-looks.ts'
import { listCredited } from '../../storage/suggestions.ts'
import { listMenu } from '../../storage/writings.ts'
import { advertise, linkOf } from '../advertise.ts'
import { type AsEditor, asEditor } from '../middleware/as-editor.ts'
import { figuresOfProgramme } from '../named-figures.ts'
import { mayAskOrganisers } from '../organisers-asked.ts'
import { paths } from '../paths.ts'
import { readSaidBelow, type SaidBelow } from '../said-below.ts'
import { type Env, ownStyles, type Parts, readerOf, show, type Visit } from '../show.ts'
import { siteOf } from '../site-name.ts'
import { stylesOfComments } from '../ui/comments.tsx'
import { codeOf } from '../ui/on-phone.tsx'
import { htmlOfPage, sendOnce } from '../ui/send.tsx'
import { type Showing, showingOf } from '../ui/showing.ts'
import { EntryPage } from './entry-page.tsx'
import { newsOf } from './news.ts'
import { playersOf } from './play-here.tsx'

/** One entry of a programme, at the address that stays. */
export function entryRoom(parts: Parts): Hono<Env> {
  const { store, programmes, config, assets } = parts
  const room = new Hono<Env>()

  room.get('/:series/:edition/:entry', async (c, next) => {
    const { series, edition, entry: slug } = c.req.param()
    const seen = await asEditor(c, parts, c.req.param())
    const editor = seen && {
      ...seen,
      showing: {
        ...seen.showing,
        figures: (await figuresOf(seen.programme, seen.showing.now, seen.showing)).figures,
      },
    }
    const own = editor?.whole.entries.find(each => each.slug === slug)
    if (editor && own) return showToEditor(c, editor, own)
    const programme = await programmes(series, edition)
    const entry = programme?.entries.find(each => each.slug === slug)
    if (!programme || !entry || programme.edition.state === 'draft') return next()
    const reader = readerOf(c, parts)
    const named = await figuresOf(programme, reader.at, reader)
    const showing = { ...showingOf(reader, programme.edition.homeZone), figures: named.figures }
    const revision = await readBlogRevision(store.db)
    const recorded = await recordedOf(entry)
    const said = await saidBelow(programme, entry)
    const page = (
      <EntryPage
        programme={programme}
        entry={entry}
        recorded={recorded.facts}
        said={said}
        menu={await listMenu(store.db)}
        showing={showing}
        assets={assets}
        baseUrl={config.baseUrl}
        code={await codeOf(config.baseUrl + paths.entry(series, edition, slug))}
        news={await newsOf(store.db, programme.edition, entry)}
        text={await shownText(entry)}
        credited={await listCredited(store.db, entry.id)}
        asksOrganisers={await mayAskOrganisers(parts, programme.edition, entry)}
      />
    )
    const rendered = {
      html: await htmlOfPage(page),
      link: linkOf(said),
      styles: [...ownStyles(programme.series.accent), ...named.styles, ...stylesOfComments(said)],
      players: playersOf(entry, recorded.facts),
      until: named.until(nextChange({ ...programme, entries: [entry] }, reader.at, showing.zone)),
      version: `${programme.edition.revision} ${revision} ${recorded.at} ${named.state}`,
      currentVersion: async () =>
        `${await readRevision(store, series, edition)} ${await readBlogRevision(store.db)} ${await readFactsAt(store.db, entry.id)} ${await named.version()}`,
    }
    return show(c, parts, rendered)
  })

  return room

  async function saidBelow(
    { series, edition }: Programme,
    entry: Entry,
    options?: { all: boolean },
  ): Promise<SaidBelow> {
    const path = paths.entry(series.slug, edition.slug, entry.slug)
    const commenting = await readCommenting(store.db, { editionId: edition.id })
    const said = await readSaidBelow(store, { on: { entryId: entry.id }, path, commenting }, options)
    return advertise(config, said!)
  }

  async function shownText({ id, textShown }: Entry) {
    if (!textShown) return null
    return (await import('../../storage/kept-texts.ts')).findKeptText(store.db, id)
  }

  function figuresOf(
    programme: Programme,
    at: number,
    { language, locale }: Pick<Showing, 'language' | 'locale'>,
  ) {
    return figuresOfProgramme(store, programme, { at, language, locale, site: siteOf(config.baseUrl) })
  }

  /** A draft, or what was withdrawn, is shown at its address to those who may write it. */
  async function showToEditor(c: Visit, editor: AsEditor, entry: Entry): Promise<Response> {
    const { programme, whole, showing } = editor
    const entries = programme.entries.some(({ id }) => id === entry.id)
      ? programme.entries
      : whole.entries.filter(each => each.state === 'published' || each.id === entry.id)
    const { facts } = await recordedOf(entry)
    const page = (
      <EntryPage
        recorded={facts}
        said={await saidBelow(programme, entry, { all: true })}
        programme={{ ...programme, entries }}
        entry={entries.find(({ id }) => id === entry.id)!}
        news={await newsOf(store.db, programme.edition, entry)}
        menu={await listMenu(store.db)}
        showing={showing}
        assets={assets}
        baseUrl={config.baseUrl}
        code={await codeOf(config.baseUrl + paths.entry(whole.series.slug, whole.edition.slug, entry.slug))}
        text={await shownText(entry)}
        credited={await listCredited(store.db, entry.id)}
        editor={editor}
      />
    )
    return sendOnce(c, parts, page, 200, whole.series.accent, playersOf(entry, facts))
  }

  /** What its recording is known to be, and since when. */
  async function recordedOf(entry: Entry): Promise<{ facts: RecordingFacts[]; at: number | null }> {
    const look = await findLook(store.db, entry.id)
    return { facts: look ? factsOf(look.sightings, entry.links) : [], at: look?.factsAt ?? null }
  }
}
