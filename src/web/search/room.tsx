import { Hono } from 'hono'
import { editionIn } from '../../domain/in-language.ts'
import { findEdition } from '../../storage/editions.ts'
import { listMenu } from '../../storage/writings.ts'
import { paths } from '../paths.ts'
import { type Env, headerOf, type Parts, readerOf } from '../show.ts'
import { htmlOfPage } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { askedSearch } from './asked.ts'
import { findPage } from './find.ts'
import { SearchPage } from './search-page.tsx'

/** Search over everything that readers may read. Its pages are made for one who asks, and neither kept nor indexed. */
export function searchRoom(parts: Parts): Hono<Env> {
  const { store, assets, answers } = parts
  const room = new Hono<Env>()

  room.get(paths.search(), async c => {
    const asked = askedSearch(new URL(c.req.url).searchParams)
    const { query, page, unknown } = asked
    const edition = asked.within && (await findEdition(store.db, asked.within.series, asked.within.edition))
    const isShown = edition !== null && edition.state !== 'draft'
    if (asked.within && !isShown) unknown.push(`${asked.within.series}/${asked.within.edition}`)
    const reader = readerOf(c, parts)
    const editionId = isShown ? edition.id : undefined
    const result = await findPage(store.db, query, { editionId, page, now: reader.at })
    const coming = result.groups.find(({ key }) => key === 'coming')?.found[0]
    const home = coming?.kind === 'entry' ? coming.edition.homeZone : (edition?.homeZone ?? 'UTC')
    const showing = showingOf(reader, isShown ? edition.homeZone : home)
    const html = await htmlOfPage(
      <SearchPage
        words={query.words}
        within={isShown ? { ...asked.within!, title: editionIn(edition, showing.language).title } : null}
        unknown={unknown}
        result={result}
        showing={showing}
        assets={assets}
        menu={await listMenu(store.db)}
      />,
    )
    // Valid for this answer alone: what anybody types must not take the place of pages that many read.
    const rendered = {
      html,
      styles: [],
      until: reader.at,
      version: '',
      currentVersion: async () => '',
    }
    return answers.answer(null, rendered, headerOf(c, 'accept-encoding'))
  })

  return room
}
