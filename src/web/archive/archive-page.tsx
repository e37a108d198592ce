import type { Child, FC } from 'hono/jsx'
import type { EntryLine, LineEdition } from '../../domain/entry-line.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { Across } from '../ui/across.tsx'
import { BlogList, type BlogPaging, type BlogRow, Paging } from '../ui/blog-list.tsx'
import { Page } from '../ui/page.tsx'
import type { Showing } from '../ui/showing.ts'

type Props = {
  title: string
  /** What kind of list it is: a month, a category. */
  kind: string
  count: number
  rows: BlogRow[]
  paging: BlogPaging
  menu: { slug: string; title: string }[]
  showing: Showing
  assets: Assets
  baseUrl: string
  /** Where feeds of the list itself are, without their format. */
  feed?: string
  /** Entries of all years that belong here, too. */
  entries?: { editions: { edition: LineEdition; count: number }[]; lines: EntryLine[] } | null
  /** What stands above the list: who an author is. */
  children?: Child
}

/** A list of posts and editions: of a year, a month, a category, a tag, an author. */
export const ArchivePage: FC<Props> = props => {
  const { title, kind, count, rows, paging, showing, assets, baseUrl } = props
  const { say, link } = showing
  const path = paging.pathOf(paging.page)
  const { entries } = props
  const counts = [
    ...(count || !entries ? [say('blog.count', { count })] : []),
    ...(entries
      ? [
          say('named.count', {
            entries: entries.editions.reduce((sum, each) => sum + each.count, 0),
            editions: entries.editions.length,
          }),
        ]
      : []),
  ]
  return (
    <Page
      showing={showing}
      assets={assets}
      title={title}
      description={say('blog.description', { title, count })}
      canonical={baseUrl + path}
      here={link(path)}
      feed={paths.feed(props.feed ?? paths.siteFeed(), 'atom')}
      skip={say('writing.skip')}
      menu={props.menu}
      archive={Boolean(entries)}
    >
      <div class="head">
        <p class="crumbs">
          <a href={link(paths.home())}>{say('blog.all')}</a> · {kind}
        </p>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <p class="date">{counts.join(' · ')}</p>
        {props.children ?? ''}
      </div>
      <div class="blog">
        <BlogList
          rows={rows}
          paging={entries ? { ...paging, pages: 0 } : paging}
          showing={showing}
          level={2}
        />
      </div>
      {entries ? (
        <div class="across">
          <Across
            lines={entries.lines}
            editions={entries.editions.map(({ edition }) => edition)}
            showing={showing}
          />
          <Paging paging={paging} showing={showing} />
        </div>
      ) : (
        ''
      )}
    </Page>
  )
}
