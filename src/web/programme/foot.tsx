import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Reckoning } from '../../domain/phase.ts'
import type { Programme } from '../../domain/programme.ts'
import { takesSuggestions } from '../../domain/suggestion.ts'
import type { WritingAuthor } from '../../domain/writing.ts'
import { sayMoment } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import { AuthorBox } from '../ui/author-box.tsx'
import { langOf } from '../ui/lang-of.ts'
import type { Showing } from '../ui/showing.ts'
import { htmlTold } from '../ui/told-text.ts'
import { isoOf } from '../ui/when.ts'
import { StillOpen } from './still-open.tsx'

/** Who compiled it, from what, and when it last changed. */
export const Foot: FC<{
  programme: Programme
  /** When readers were last told of something. */
  toldAt: number
  showing: Showing
  reckoning: Reckoning
  /** Who have pages of their own; the first is whoever the box is of, where there is one. */
  authors: WritingAuthor[]
}> = ({ programme, toldAt, showing, reckoning, authors }) => {
  const { edition } = programme
  const { say, zone, locale } = showing
  // A category and a tag are often called alike; readers need not know the difference.
  const tags = new Map([...edition.categories, ...edition.tags].map(({ slug, name }) => [slug, name]))
  return (
    <aside class="foot" aria-label={say('edition.about')}>
      {edition.author && authors.length === 0 ? <AuthorBox author={edition.author} showing={showing} /> : ''}
      {authors.map((author, index) => (
        <AuthorBox
          author={(index === 0 && edition.author) || author}
          page={author}
          by={index === 0 ? undefined : say('edition.with')}
          showing={showing}
        />
      ))}
      {edition.credit ? (
        <div class="credit" dir="auto" lang={langOf(edition.credit, showing)}>
          {raw(htmlTold(edition.credit, showing))}
        </div>
      ) : (
        ''
      )}
      <StillOpen programme={programme} showing={showing} reckoning={reckoning} />
      {takesSuggestions(edition, showing.now) ? (
        <p class="suggest-line on-screen">
          <a href={showing.link(paths.suggest(programme.series.slug, edition.slug))}>{say('suggest.link')}</a>
        </p>
      ) : (
        ''
      )}
      {tags.size ? (
        <p class="tags">
          {say('fact.tags')}:{' '}
          {[...edition.categories, ...edition.tags]
            .filter(({ slug }, index, all) => all.findIndex(each => each.slug === slug) === index)
            .map(({ slug, name }) => (
              <a
                class="tag"
                href={showing.link(
                  edition.categories.some(each => each.slug === slug)
                    ? paths.category(slug)
                    : paths.tag(slug),
                )}
              >
                <bdi>{tags.get(slug) ?? name}</bdi>
              </a>
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
        <span class="on-screen">
          {' · '}
          <a href={showing.link(paths.edition(programme.series.slug, edition.slug, 'kiosk'))}>
            {say('view.kiosk')}
          </a>
          {' · '}
          <a href={showing.link(paths.cite(paths.edition(programme.series.slug, edition.slug)))}>
            {say('cite.this')}
          </a>
          {' · '}
          <a href={showing.link(paths.passOn(paths.edition(programme.series.slug, edition.slug)))}>
            {say('pass-on.this')}
          </a>
        </span>
      </p>
    </aside>
  )
}
