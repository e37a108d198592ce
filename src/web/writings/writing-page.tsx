import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Writing } from '../../domain/writing.ts'
import { citedWriting } from '../../outlet/citation/cited.ts'
import { metaTagsOf } from '../../outlet/citation/meta-tags.ts'
import { postingJsonLd } from '../../outlet/json-ld/posting.ts'
import type { BlogLine } from '../../storage/blog.ts'
import type { Translation } from '../../storage/writings.ts'
import { sayDay, sayMonth } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { type SaidBelow, saidToMachines } from '../said-below.ts'
import { siteOf } from '../site-name.ts'
import { AuthorBox } from '../ui/author-box.tsx'
import { breakable } from '../ui/breakable.ts'
import { Comments } from '../ui/comments.tsx'
import { languageNames } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import { Page } from '../ui/page.tsx'
import type { Showing } from '../ui/showing.ts'
import { htmlTold, plainTold } from '../ui/told-text.ts'

type Props = {
  writing: Writing
  said: SaidBelow
  neighbours: { before: BlogLine | null; after: BlogLine | null }
  /** Of a page: the one it lies below, and those below it. */
  family: { above: Writing | null; below: Writing[] }
  /** The same in other languages. */
  translations: Translation[]
  menu: { slug: string; title: string }[]
  showing: Showing
  assets: Assets
  baseUrl: string
  /** Shown to somebody who may write it. */
  isEditor: boolean
}

/** A post or a page of the curator's own. */
export const WritingPage: FC<Props> = props => {
  const { writing, said, neighbours, family, translations, assets, baseUrl, isEditor } = props
  const showing = { ...props.showing, textLanguage: writing.language }
  const { say, link, locale } = showing
  const { kind, title, text, excerpt, authors, day, state } = writing
  const path = paths.writing(writing)
  const here = said.page > 1 ? paths.comments(path, said.page) : path
  const description = excerpt ?? plainTold(text.slice(0, 5000), 200, showing)
  const isPublic = state === 'published'
  const image = /\/pictures\/[0-9a-f-]{36}\.webp/.exec(text)?.[0]
  const above =
    kind === 'post'
      ? [{ name: sayMonth(day.slice(0, 7), locale), url: baseUrl + paths.month(day.slice(0, 7)) }]
      : family.above
        ? [{ name: family.above.title, url: baseUrl + paths.writing(family.above) }]
        : []
  const jsonLd = postingJsonLd(writing, {
    url: baseUrl + path,
    description,
    authorUrls: authors.map(({ slug }) => baseUrl + paths.author(slug)),
    said: saidToMachines(said, baseUrl),
    image: image ? baseUrl + image : null,
    trail: [...above, { name: title, url: baseUrl + path }],
  })
  return (
    <Page
      showing={showing}
      assets={assets}
      title={title}
      description={description}
      canonical={isPublic ? baseUrl + here : null}
      here={link(here)}
      feed={paths.feed(paths.siteFeed(), 'atom')}
      jsonLd={isPublic ? jsonLd : undefined}
      share={{
        type: 'article',
        picture: image ? { url: baseUrl + image, alt: title, isDrawn: false } : null,
      }}
      cited={isPublic ? metaTagsOf(citedWriting(writing, baseUrl + path, siteOf(baseUrl))) : undefined}
      skip={say('writing.skip')}
      menu={props.menu}
      comments={said}
      desk={isEditor}
    >
      {isEditor ? <Bar writing={writing} showing={showing} /> : ''}
      <article class="writing">
        <p class="crumbs">
          {kind === 'post' ? (
            <a href={link(paths.month(day.slice(0, 7)))}>{sayMonth(day.slice(0, 7), locale)}</a>
          ) : family.above ? (
            <a href={link(paths.writing(family.above))}>
              <bdi>{family.above.title}</bdi>
            </a>
          ) : (
            ''
          )}
        </p>
        <h1>
          <bdi lang={langOf(title, showing)}>{breakable(title)}</bdi>
        </h1>
        {kind === 'post' ? (
          <p class="date">
            <time datetime={day}>{sayDay(day, 'full', locale)}</time>
            {authors.map(author => (
              <>
                {' · '}
                <a href={link(paths.author(author.slug))}>
                  <bdi>{author.name}</bdi>
                </a>
              </>
            ))}
            {said.count ? (
              <>
                {' · '}
                <a href="#comments">{say('comments.count', { count: said.count })}</a>
              </>
            ) : (
              ''
            )}
          </p>
        ) : (
          ''
        )}
        <Translations all={translations} showing={showing} />
        <div class="told" dir="auto" lang={langOf(text, showing)}>
          {raw(htmlTold(text, showing))}
        </div>
        {family.below.length ? (
          <ul class="below">
            {family.below.map(page => (
              <li>
                <a href={link(paths.writing(page))}>
                  <bdi>{page.title}</bdi>
                </a>
              </li>
            ))}
          </ul>
        ) : (
          ''
        )}
      </article>
      <Foot writing={writing} showing={showing} />
      <Comments said={said} showing={showing} />
      {neighbours.before || neighbours.after ? (
        <nav class="neighbours around" aria-label={say('writing.around')}>
          <Neighbour line={neighbours.before} rel="prev" showing={showing} />
          <Neighbour line={neighbours.after} rel="next" showing={showing} />
        </nav>
      ) : (
        ''
      )}
    </Page>
  )
}

const Translations: FC<{ all: Translation[]; showing: Showing }> = ({ all, showing: { say, link } }) =>
  all.length ? (
    <p class="hint">
      {say('writing.translations')}{' '}
      {all.map(({ title, language, ...other }, index) => (
        <>
          {index ? ' · ' : ''}
          <a
            href={link(paths.writing(other))}
            hreflang={language ?? undefined}
            lang={language ?? undefined}
            title={title}
          >
            <bdi>{language ? languageNames([language], language) : title}</bdi>
          </a>
        </>
      ))}
    </p>
  ) : (
    ''
  )

const Bar: FC<{ writing: Writing; showing: Showing }> = ({ writing, showing: { say, link } }) => (
  <aside class="notice as-editor" aria-label={say('editor.bar')}>
    <span>
      {writing.state === 'published' ? (
        say('editor.sees')
      ) : (
        <strong>{say(`writing.is.${writing.state}`)}</strong>
      )}
    </span>
    <a href={link(paths.deskWriting(writing.id))}>{say('writing.edit')}</a>
  </aside>
)

const Foot: FC<{ writing: Writing; showing: Showing }> = ({ writing, showing }) => {
  const { say, link } = showing
  const { kind, authors, categories, tags } = writing
  const words = [
    ...categories.map(({ slug, name }) => ({ path: paths.category(slug), name })),
    ...tags.map(({ slug, name }) => ({ path: paths.tag(slug), name })),
  ]
  return (
    <aside class="foot" aria-label={say('writing.about')}>
      {kind === 'post'
        ? authors.map(author => (
            <AuthorBox author={author} page={author} by={say('writing.by')} showing={showing} />
          ))
        : ''}
      {words.length ? (
        <p class="tags">
          {say('fact.tags')}:{' '}
          {words.map(({ path, name }) => (
            <a class="tag" href={link(path)}>
              <bdi>{name}</bdi>
            </a>
          ))}
        </p>
      ) : (
        ''
      )}
      {writing.state === 'published' ? (
        <p class="on-screen">
          <a href={link(paths.cite(paths.writing(writing)))}>{say('cite.this')}</a>
        </p>
      ) : (
        ''
      )}
    </aside>
  )
}

const Neighbour: FC<{ line: BlogLine | null; rel: 'prev' | 'next'; showing: Showing }> = ({
  line,
  rel,
  showing: { say, link },
}) =>
  line ? (
    <p>
      {say(`writing.${rel}`)}{' '}
      <a href={link(paths.writing({ kind: 'post', day: line.day, slug: line.slug }))} rel={rel}>
        <bdi>{line.title}</bdi>
      </a>
    </p>
  ) : null
