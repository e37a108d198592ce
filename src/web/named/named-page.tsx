import { html, raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import { type EntryLine, type LineEdition, yearsTakenPart } from '../../domain/entry-line.ts'
import type { Assets } from '../assets.ts'
import { Across } from '../ui/across.tsx'
import { Paging } from '../ui/blog-list.tsx'
import { hostOf } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import { markDead } from '../ui/mark-dead.ts'
import { Page } from '../ui/page.tsx'
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
  const { say, link } = showing
  const path = paging.pathOf(paging.page)
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
              {raw(
                markDead(
                  String(html`<a href="${url}" rel="noopener"><bdi>${hostOf(url)}</bdi></a>`),
                  showing.deadLinks ?? new Map(),
                  showing,
                ),
              )}
            </>
          ) : (
            ''
          )}
        </p>
        {props.beside}
        {props.children ?? ''}
      </div>
      <div class="across">
        <Across
          lines={lines}
          editions={editions.map(({ edition }) => edition)}
          years={years}
          showing={showing}
        />
        <Paging paging={paging} showing={showing} />
      </div>
    </Page>
  )
}
