import type { FC } from 'hono/jsx'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { BlogList, type BlogPaging, type BlogRow } from '../ui/blog-list.tsx'
import { Page } from '../ui/page.tsx'
import type { Showing } from '../ui/showing.ts'

type Props = {
  rows: BlogRow[]
  paging: BlogPaging
  menu: { slug: string; title: string }[]
  showing: Showing
  assets: Assets
  baseUrl: string
}

/** What was posted before that of the front page. */
export const BlogPage: FC<Props> = ({ rows, paging, menu, showing, assets, baseUrl }) => {
  const { say, link } = showing
  const path = paths.blog(paging.page)
  return (
    <Page
      showing={showing}
      assets={assets}
      title={`${say('home.blog')} · ${say('blog.page', { page: paging.page, pages: paging.pages })}`}
      canonical={baseUrl + path}
      here={link(path)}
      feed={paths.feed(paths.siteFeed(), 'atom')}
      skip={say('writing.skip')}
      menu={menu}
    >
      <div class="head">
        <h1>{say('home.blog')}</h1>
      </div>
      <div class="blog">
        <BlogList rows={rows} paging={paging} showing={showing} level={2} />
      </div>
    </Page>
  )
}
