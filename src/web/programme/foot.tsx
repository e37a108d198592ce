import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Reckoning } from '../../domain/phase.ts'
import type { Author, Programme } from '../../domain/programme.ts'
import { sayMoment } from '../../time/say-time.ts'
import { langOf } from '../ui/lang-of.ts'
import { htmlOf } from '../ui/markdown.ts'
import type { Showing } from '../ui/showing.ts'
import { isoOf } from '../ui/when.ts'
import { StillOpen } from './still-open.tsx'

/** Who compiled it, from what, and when it last changed. */
export const Foot: FC<{
  programme: Programme
  /** When readers were last told of something. */
  toldAt: number
  showing: Showing
  reckoning: Reckoning
}> = ({ programme, toldAt, showing, reckoning }) => {
  const { edition } = programme
  const { say, zone, locale } = showing
  // A category and a tag are often called alike; readers need not know the difference.
  const tags = new Map([...edition.categories, ...edition.tags].map(({ slug, name }) => [slug, name]))
  return (
    <aside class="foot" aria-label={say('edition.about')}>
      {edition.author ? <AuthorBox author={edition.author} showing={showing} /> : ''}
      {edition.credit ? (
        <div class="credit" dir="auto" lang={langOf(edition.credit, showing)}>
          {raw(htmlOf(edition.credit))}
        </div>
      ) : (
        ''
      )}
      <StillOpen programme={programme} showing={showing} reckoning={reckoning} />
      {tags.size ? (
        <p class="tags">
          {say('fact.tags')}:{' '}
          {[...tags.values()].map(name => (
            <bdi class="tag">{name}</bdi>
          ))}
        </p>
      ) : (
        ''
      )}
      <p class="updated">
        {say('edition.updated')}{' '}
        <time class="moment" datetime={isoOf(toldAt)}>
          {sayMoment(toldAt, zone, locale)}
        </time>
      </p>
    </aside>
  )
}

const AuthorBox: FC<{ author: Author; showing: Showing }> = ({ author, showing }) => (
  <div class="author">
    {author.picture ? <img src={author.picture} alt="" width="96" height="96" loading="lazy" /> : ''}
    <div>
      <h2>
        {showing.say('edition.by')} <bdi>{author.name}</bdi>
      </h2>
      {author.bio ? (
        <div dir="auto" lang={langOf(author.bio, showing)}>
          {raw(htmlOf(author.bio))}
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
