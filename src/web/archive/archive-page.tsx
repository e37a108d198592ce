import type { Child, FC } from 'hono/jsx'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { BlogList, type BlogPaging, type BlogRow } from '../ui/blog-list.tsx'
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
  /** What stands above the list: who an author is. */
  children?: Child
}

/** A list of posts and editions: of a year, a month, a category, a tag, an author. */
export const ArchivePage: FC<Props> = props => {
  const { title, kind, count, rows, paging, showing, assets, baseUrl } = props
  const { say, link } = showing
  const path = paging.pathOf(paging.page)
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
    >
      <div class="head">
        <p class="crumbs">
          <a href={link(paths.home())}>{say('blog.all')}</a> · {kind}
        </p>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <p class="date">{say('blog.count', { count })}</p>
        {props.children ?? ''}
      </div>
      <div class="blog">
        <BlogList rows={rows} paging={paging} showing={showing} level={2} />
      </div>
    </Page>
  )
}
