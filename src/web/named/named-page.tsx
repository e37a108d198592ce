import type { Child, FC } from 'hono/jsx'
import { byEdition, type EntryLine, type LineEdition, yearsTakenPart } from '../../domain/entry-line.ts'
import { editionIn } from '../../domain/in-language.ts'
import { sayDays } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { Paging } from '../ui/blog-list.tsx'
import { EntryLines } from '../ui/entry-lines.tsx'
import { hostOf } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import { Page } from '../ui/page.tsx'
import { languageSaid } from '../ui/read-to.ts'
import type { Showing } from '../ui/showing.ts'

type Props = {
  name: string
  url: string | null
  /** By which it is known besides, or where somebody works. */
  beside: Child
  crumbs: Child
  /** All editions in which it takes part, the newest first. */
  editions: { edition: LineEdition; count: number }[]
  lines: EntryLine[]
  paging: { page: number; pages: number; pathOf: (page: number) => string }
  /** Search engines are asked to leave the page out. */
  unlisted?: boolean
  jsonLd: string
  menu: { slug: string; title: string }[]
  showing: Showing
  assets: Assets
  baseUrl: string
  children?: Child
}

/** Somebody who takes part, and in what, year by year. */
export const NamedPage: FC<Props> = props => {
  const { name, url, editions, lines, paging, showing, assets, baseUrl } = props
  const { say, locale, link } = showing
  const path = paging.pathOf(paging.page)
  const byId = new Map(editions.map(({ edition }) => [edition.id, edition]))
  const years = yearsTakenPart(editions.map(({ edition }) => edition))
  const entries = editions.reduce((sum, { count }) => sum + count, 0)
  return (
    <Page
      showing={showing}
      assets={assets}
      title={name}
      description={say('named.description', { name })}
      canonical={baseUrl + path}
      robots={props.unlisted ? 'noindex' : undefined}
      here={link(path)}
      skip={say('writing.skip')}
      menu={props.menu}
      jsonLd={props.jsonLd}
      archive
    >
      <div class="head">
        <p class="crumbs">{props.crumbs}</p>
        <h1>
          <bdi lang={langOf(name, showing)}>{name}</bdi>
        </h1>
        <p class="date">
          {say('named.count', { entries, editions: editions.length })}
          {url ? (
            <>
              {' · '}
              <a href={url} rel="noopener">
                <bdi>{hostOf(url)}</bdi>
              </a>
            </>
          ) : (
            ''
          )}
        </p>
        {props.beside}
        {props.children ?? ''}
      </div>
      <div class="across">
        {byEdition(lines).map(({ editionId, lines: own }) => {
          const edition = editionIn(byId.get(editionId)!, showing.language)
          const year = years.get(editionId) ?? 1
          return (
            <section>
              <h2>
                <a href={link(paths.edition(edition.series, edition.slug))}>
                  <bdi lang={langOf(edition.title, showing, languageSaid(edition, 'title'))}>
                    {edition.title}
                  </bdi>
                </a>
              </h2>
              <p class="date">
                {sayDays(edition.startsOn, edition.endsOn, locale)}
                {year > 1 ? ` · ${say('named.year', { year })}` : ''}
              </p>
              <EntryLines lines={own} editions={byId} showing={showing} />
            </section>
          )
        })}
        <Paging paging={paging} showing={showing} />
      </div>
    </Page>
  )
}
