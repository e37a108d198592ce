import type { FC } from 'hono/jsx'
import type { Showing } from './showing.ts'

/** Where there is more of a list. Its addresses are no trail for robots. */
export const Paging: FC<{
  page: number
  pages: number
  pathOf: (page: number) => string
  showing: Showing
}> = ({ page, pages, pathOf, showing: { say } }) =>
  pages <= 1 ? null : (
    <nav class="paging" aria-label={say('paging')}>
      {page > 1 ? (
        <a href={pathOf(page - 1)} rel="prev nofollow">
          {say('paging.before')}
        </a>
      ) : (
        ''
      )}
      <span>{say('blog.page', { page, pages })}</span>
      {page < pages ? (
        <a href={pathOf(page + 1)} rel="next nofollow">
          {say('paging.next')}
        </a>
      ) : (
        ''
      )}
    </nav>
  )
