import type { FC } from 'hono/jsx'
import type { OrganisationInYears } from '../../storage/taking-part.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/page.tsx'
import type { Showing } from '../ui/showing.ts'

type Props = {
  /** The series it is of; null: all. */
  series: { slug: string; title: string } | null
  all: { slug: string; title: string }[]
  organisations: OrganisationInYears[]
  page: number
  pages: number
  menu: { slug: string; title: string }[]
  showing: Showing
  assets: Assets
  baseUrl: string
}

/** Every organisation that takes part, by name: of one series, or of all. */
export const OrganisationsIndex: FC<Props> = props => {
  const { series, all, organisations, page, pages, showing, assets, baseUrl } = props
  const { say, link } = showing
  const pathOf = (number: number) =>
    series ? paths.organisationsIn(series.slug, number) : paths.organisations(number)
  const title = say('desk.organisations')
  return (
    <Page
      showing={showing}
      assets={assets}
      title={series ? `${title} · ${series.title}` : title}
      description={say('named.lead')}
      canonical={baseUrl + pathOf(page)}
      here={link(pathOf(page))}
      skip={say('writing.skip')}
      menu={props.menu}
      archive
    >
      <div class="head">
        {series ? (
          <p class="crumbs">
            <a href={link(paths.series(series.slug))}>
              <bdi>{series.title}</bdi>
            </a>
          </p>
        ) : (
          ''
        )}
        <h1>{title}</h1>
        <p class="date">{say('named.lead')}</p>
        {all.length > 1 ? (
          <nav class="chosen-of" aria-label={title}>
            <a href={link(paths.organisations())} aria-current={series ? undefined : 'page'}>
              {say('blog.all')}
            </a>
            {all.map(each => (
              <a
                href={link(paths.organisationsIn(each.slug))}
                aria-current={each.slug === series?.slug ? 'page' : undefined}
              >
                <bdi>{each.title}</bdi>
              </a>
            ))}
          </nav>
        ) : (
          ''
        )}
      </div>
      <div class="across">
        <ul class="all-names">
          {organisations.map(({ slug, name, entries, first, last }) => (
            <li>
              <a href={link(paths.organisation(slug))}>
                <bdi>{name}</bdi>
              </a>{' '}
              <small>
                {sayYears(first, last)} · {say('series.entries', { count: entries })}
              </small>
            </li>
          ))}
        </ul>
        {pages > 1 ? (
          <nav class="paging" aria-label={say('blog.paging')}>
            {page > 1 ? (
              <a href={link(pathOf(page - 1))} rel="prev">
                {say('organisations.earlier')}
              </a>
            ) : (
              ''
            )}
            <span>{say('blog.page', { page, pages })}</span>
            {page < pages ? (
              <a href={link(pathOf(page + 1))} rel="next">
                {say('organisations.later')}
              </a>
            ) : (
              ''
            )}
          </nav>
        ) : (
          ''
        )}
      </div>
    </Page>
  )
}

function sayYears(first: string, last: string): string {
  const [from, to] = [first.slice(0, 4), last.slice(0, 4)]
  return from === to ? from : `${from}–${to}`
}
