import { Hono } from 'hono'
import { readBlogRevision } from '../../storage/blog.ts'
import { readNewestComments } from '../../storage/comments.ts'
import { listMenu } from '../../storage/writings.ts'
import { feedContents } from '../feed-query.ts'
import { filterQuery } from '../filter-query.ts'
import { findIn } from '../find-in.ts'
import { paths } from '../paths.ts'
import { type Env, linkedStyles, type Parts, readerOf, show, type Visit } from '../show.ts'
import { namesOfFilter } from '../ui/name-of-choice.ts'
import { htmlOfPage } from '../ui/send.tsx'
import { type Showing, showingOf } from '../ui/showing.ts'
import { firstLanguage, languageOf } from '../words.ts'
import type { EditionHere } from './place.ts'

/** How one subscribes to the site, to a series or to an edition, all of it or what of it was chosen. */
export function subscribeRoom(parts: Parts): Hono<Env> {
  const { store, config, assets } = parts
  const room = new Hono<Env>()

  for (const at of ['', '/:series', '/:series/:edition'])
    room.get(paths.subscribe(at), async (c, next) => {
      const { series, edition } = c.req.param() as Record<string, string | undefined>
      const path = series === undefined ? paths.siteFeed() : `/${[series, edition].filter(Boolean).join('/')}`
      return (await answerWith(c, path)) ?? next()
    })

  return room

  async function answerWith(c: Visit, path: string): Promise<Response | null> {
    const { placeAt } = await import('./place.ts')
    const place = await placeAt(parts, path)
    if (!place) return null
    const version = async () => `${await place.version()} ${await readBlogRevision(store.db)}`
    const current = await version()
    const showing = showingOf(readerOf(c, parts), place.zone)
    const query = new URL(c.req.url).searchParams
    const found = place.programme ? await findIn(store, place.programme, query, showing) : null
    const { SubscribePage } = await import('./subscribe-page.tsx')
    const hasFiles = await isPodcast(showing, place.editions)
    const said = await readNewestComments(store.db, place.uuid === null ? null : { editionId: place.uuid }, {
      limit: 1,
      offset: 0,
    })
    const own = languageOf(place.language ?? '') ?? firstLanguage
    const page = (
      <SubscribePage
        title={place.title(showing)}
        page={place.page}
        path={place.path}
        isBlog={place.lines !== null}
        filter={found?.isFiltering ? filterQuery(found.filter) : ''}
        names={found?.isFiltering ? namesOfFilter(found, showing) : []}
        contents={feedContents.filter(of => of !== 'podcast' || hasFiles)}
        comments={said.length ? paths.commentsFeed(place.uuid === null ? null : place.page) : null}
        language={showing.language === own ? null : showing.language}
        menu={await listMenu(store.db)}
        showing={showing}
        assets={assets}
        baseUrl={config.baseUrl}
      />
    )
    const rendered = {
      html: await htmlOfPage(page),
      styles: linkedStyles,
      until: Number.POSITIVE_INFINITY,
      version: current,
      currentVersion: version,
    }
    return show(c, parts, rendered, { mayKeep: !found?.unknown.length })
  }

  async function isPodcast(showing: Showing, editions: EditionHere[]): Promise<boolean> {
    const { recordedItems } = await import('./entry-items.ts')
    const making = {
      showing,
      baseUrl: config.baseUrl,
      editions: new Map(editions.map(here => [here.edition.id, here])),
    }
    return (await recordedItems(store, making, { isAsked: () => true, onlyFiles: true })).listed.length > 0
  }
}
