import { type Context, Hono } from 'hono'
import { isWriter } from '../../domain/curator.ts'
import { isKnownToReaders } from '../../domain/published.ts'
import { readDeadLinks } from '../../storage/link-places.ts'
import { readAliases } from '../../storage/organisations.ts'
import { findSeries, listSeries } from '../../storage/series.ts'
import { findOrganisationBySlug, listTakingPart } from '../../storage/taking-part.ts'
import { listMenu } from '../../storage/writings.ts'
import { pageIn } from '../blog-rows.ts'
import { curatorOf } from '../middleware/curator.ts'
import { paths } from '../paths.ts'
import { type Env, type Parts, readerOf } from '../show.ts'
import { showingOf } from '../ui/showing.ts'
import { addPersonPages } from './person-pages.tsx'
import { currentVersion, profileIn, readAcross, showAcross } from './read-across.ts'

const perIndex = 100

/** Who takes part: pages of organisations and people across editions, and lists of organisations. */
export function namedRoom(parts: Parts): Hono<Env> {
  const { store, config, assets } = parts
  const { db } = store
  const room = new Hono<Env>()

  for (const at of [paths.organisations(), `${paths.organisations()}/page/:number`])
    room.get(at, async (c, next) => (await showIndex(c, null)) ?? next())

  for (const at of [paths.organisationsIn(':series'), `${paths.organisationsIn(':series')}/page/:number`])
    room.get(at, async (c, next) => {
      const series = await findSeries(db, c.req.param('series')!)
      return (series && (await showIndex(c, series))) ?? next()
    })

  for (const at of [paths.organisation(':slug'), `${paths.organisation(':slug')}/page/:number`])
    room.get(at, async (c, next) => {
      const found = await findOrganisationBySlug(db, c.req.param('slug')!)
      if (!found) return next()
      // One that turned out to be another lives on as that one.
      if (found.leadsTo !== null) return c.redirect(encodeURI(paths.organisation(found.leadsTo)), 301)
      const { slug, name, url } = found
      const version = await currentVersion(db)
      const across = await readAcross(db, { of: 'organisation', id: found.id }, c.req.param('number'))
      if (!across) return next()
      const aliases = await readAliases(db, found.id)
      const deadLinks = await readDeadLinks(db, 'organisation', found.id)
      const showing = { ...showingOf(readerOf(c, parts), 'UTC'), deadLinks }
      const { say, link } = showing
      const { NamedPage } = await import('./named-page.tsx')
      const { organisationJsonLd } = await import('../../outlet/json-ld/profile.ts')
      const above = { name: say('desk.organisations'), url: config.baseUrl + paths.organisations() }
      const address = config.baseUrl + paths.organisation(slug)
      const page = (
        <NamedPage
          {...{ name, url, showing, assets }}
          {...across}
          paging={{ ...across.paging, pathOf: number => paths.organisation(slug, number) }}
          crumbs={<a href={link(paths.organisations())}>{say('desk.organisations')}</a>}
          beside={
            aliases.length ? (
              <p class="beside">
                {say('organisation.aliases')}: <bdi>{aliases.map(alias => alias.name).join(' · ')}</bdi>
              </p>
            ) : (
              ''
            )
          }
          jsonLd={organisationJsonLd(
            profileIn(across, config, { name, site: url, trail: [above, { name, url: address }] }),
          )}
          menu={await listMenu(db)}
          baseUrl={config.baseUrl}
        >
          {isWriter((await curatorOf(c)) ?? { grants: [] }) ? (
            <p class="beside">
              <a href={paths.deskOrganisation(found.id)}>{say('editor.desk')}</a>
            </p>
          ) : (
            ''
          )}
        </NamedPage>
      )
      return showAcross(c, parts, page, version)
    })

  addPersonPages(room, parts)
  return room

  /** Null where nobody is on this page of the list. */
  async function showIndex(
    c: Context<Env>,
    series: { id: string; slug: string; title: string } | null,
  ): Promise<Response | null> {
    const number = pageIn(c.req.param('number'))
    if (number === null) return null
    const version = await currentVersion(db)
    const known = (await listSeries(store)).filter(isKnownToReaders)
    if (series && !known.some(({ id }) => id === series.id)) return null
    const { count, organisations } = await listTakingPart(db, {
      seriesId: series?.id ?? null,
      limit: perIndex,
      offset: (number - 1) * perIndex,
    })
    if (organisations.length === 0 && number > 1) return null
    const showing = showingOf(readerOf(c, parts), 'UTC')
    const { OrganisationsIndex } = await import('./index-page.tsx')
    const page = (
      <OrganisationsIndex
        {...{ series, organisations, showing, assets }}
        all={known}
        page={number}
        pages={Math.ceil(count / perIndex)}
        menu={await listMenu(db)}
        baseUrl={config.baseUrl}
      />
    )
    return showAcross(c, parts, page, version)
  }
}
