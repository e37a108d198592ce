import type { FC } from 'hono/jsx'
import { type FeedForm, feedForms } from '../../outlet/feeds/feed.ts'
import type { Assets } from '../assets.ts'
import { type FeedContent, feedQuery } from '../feed-query.ts'
import { paths, withKept } from '../paths.ts'
import { langOf } from '../ui/lang-of.ts'
import { Page } from '../ui/page.tsx'
import type { Showing } from '../ui/showing.ts'
import { SubscribeCalendar } from '../ui/subscribe-calendar.tsx'
import type { Key } from '../words.ts'

type Props = {
  /** What is subscribed to: its name, its page, and the path of its feeds. */
  title: string
  page: string
  path: string
  /** What feeds of it tell of the new: posts and programmes, or entries. */
  isBlog: boolean
  /** What it is filtered by, as it stands in addresses, and in words. */
  filter: string
  names: string[]
  contents: FeedContent[]
  /** Where what was said below it has a feed. */
  comments: string | null
  /** The language that feeds are asked for in, where it is not the one they have by themselves. */
  language: string | null
  menu: { slug: string; title: string }[]
  showing: Showing
  assets: Assets
  baseUrl: string
}

/** How one is told of what is new by programs of one’s own: every feed of a place, in plain words. */
export const SubscribePage: FC<Props> = props => {
  const { title, page, path, filter, names, contents, comments, language, showing, baseUrl } = props
  const { say, link } = showing
  const kept = language === null ? '' : `lang=${language}`
  const place = page === paths.home() ? '' : page
  const here = paths.subscribe(place, filter)
  return (
    <Page
      showing={showing}
      assets={props.assets}
      title={`${say('subscribe.name')} · ${title}`}
      description={say('feeds.what')}
      canonical={baseUrl + paths.subscribe(place)}
      robots={filter ? 'noindex' : undefined}
      here={link(here)}
      skip={say('writing.skip')}
      menu={props.menu}
      archive
    >
      <div class="narrow subscribe">
        <p class="crumbs">
          <a href={link(withKept(page, filter))}>
            <bdi lang={langOf(title, showing)}>{title}</bdi>
          </a>
        </p>
        <h1>{say('subscribe.name')}</h1>
        {names.length ? (
          <p>
            {say('feeds.chosen', { names: names.join(' · ') })}{' '}
            <a href={link(paths.subscribe(place))}>{say('feeds.whole')}</a>
          </p>
        ) : (
          ''
        )}
        {place ? (
          <p>
            <a class="act" href={link(paths.notices(place))}>
              {say('tell.name')}
            </a>
          </p>
        ) : (
          ''
        )}
        {props.isBlog ? (
          ''
        ) : (
          <SubscribeCalendar
            title={title}
            path={path}
            filter={filter}
            kept={kept}
            showing={showing}
            baseUrl={baseUrl}
          />
        )}
        <h2>{say('feeds.name')}</h2>
        <p>{say('feeds.what')}</p>
        <dl>
          {contents.map(of => (
            <One
              name={say(`feeds.${of}`)}
              what={say(of === 'new' && props.isBlog ? 'feeds.new.blog' : (`feeds.${of}.what` as Key))}
              addressOf={form => paths.feed(path, form, feedQuery({ of, filter, kept }))}
              first={of === 'podcast' ? 'rss' : 'atom'}
              baseUrl={baseUrl}
            />
          ))}
          {comments === null ? (
            ''
          ) : (
            <One
              name={say('feeds.comments')}
              what={say('feeds.comments.what')}
              addressOf={form => paths.feed(comments, form, kept)}
              first="atom"
              baseUrl={baseUrl}
            />
          )}
        </dl>
        <p>{say('feeds.forms')}</p>
      </div>
    </Page>
  )
}

/** One feed: its address to be copied, and the same in other formats. */
const One: FC<{
  name: string
  what: string
  addressOf: (form: FeedForm) => string
  first: FeedForm
  baseUrl: string
}> = ({ name, what, addressOf, first, baseUrl }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <p>{what}</p>
      <p>
        <a href={addressOf(first)} dir="ltr" class="address">
          {baseUrl + addressOf(first)}
        </a>
        {formsBeside(first).map((form, index) => (
          <>
            {index ? ' · ' : ''}
            <a href={addressOf(form)} aria-label={`${formNames[form]}: ${name}`}>
              {formNames[form]}
            </a>
          </>
        ))}
      </p>
    </dd>
  </div>
)

/** Programs for podcasts read one format. */
function formsBeside(first: FeedForm): FeedForm[] {
  return first === 'rss' ? [] : feedForms.filter(form => form !== first)
}

const formNames: Record<FeedForm, string> = { atom: 'Atom', rss: 'RSS', json: 'JSON Feed' }
