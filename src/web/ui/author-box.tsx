import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Author } from '../../domain/programme.ts'
import { paths } from '../paths.ts'
import { langOf } from './lang-of.ts'
import { htmlOf } from './markdown.ts'
import type { Showing } from './showing.ts'

/** Who wrote it: under an edition, a post, and on their own page. */
export const AuthorBox: FC<{
  author: Author
  /** Their page here, where there is one and this is not it. */
  page?: { slug: string; bio: string | null } | null
  /** What stands before the name; that they compiled it, where nothing is said. */
  by?: string
  showing: Showing
}> = ({ author, page, by, showing }) => (
  <div class="author">
    {author.picture ? <img src={author.picture} alt="" width="96" height="96" loading="lazy" /> : ''}
    <div>
      <h2>
        {by ?? showing.say('edition.by')}{' '}
        {page ? (
          <a href={showing.link(paths.author(page.slug))}>
            <bdi>{author.name}</bdi>
          </a>
        ) : (
          <bdi>{author.name}</bdi>
        )}
      </h2>
      {(author.bio ?? page?.bio) ? (
        <div dir="auto" lang={langOf((author.bio ?? page?.bio)!, showing)}>
          {raw(htmlOf((author.bio ?? page?.bio)!))}
        </div>
      ) : (
        ''
      )}
      {author.links.length ? (
        <p class="links">
          {author.links.map(({ url, title }) => (
            <a href={url} rel="me noopener">
              <bdi>{title}</bdi>
            </a>
          ))}
        </p>
      ) : (
        ''
      )}
    </div>
  </div>
)
