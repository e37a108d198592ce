import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import { type Rehearsal, tellRehearsal } from '../../domain/rehearsal.ts'
import type { MetaTag } from '../../outlet/citation/meta-tags.ts'
import { feedTypes } from '../../outlet/feeds/feed.ts'
import { pictureHeight, pictureWidth } from '../../outlet/page-picture/page-picture.ts'
import { clockOf } from '../../time/say-time.ts'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import type { SaidBelow } from '../said-below.ts'
import { languages } from '../words.ts'
import { Alternates, inLanguage, LanguageList, LanguageSwitch } from './language-switch.tsx'
import { type Code, OnPhone } from './on-phone.tsx'
import type { Showing } from './showing.ts'

type PageProps = {
  showing: Showing
  assets: Assets
  title: string
  description?: string
  /** Absolute address without what a reader asked for; null: the page is not to be found by search engines. */
  canonical: string | null
  /** What search engines are told of a page that is a part of the canonical one. */
  robots?: 'noindex' | 'noindex, nofollow'
  /** Path and query of this page, to come back to. */
  here: string
  accent?: string | null
  /** Path of the feed that tells what is new here, and of how one subscribes to it; without it, to the site. */
  feed?: string
  subscribe?: string
  jsonLd?: string
  /** How it looks where its address is shared. */
  share?: Share
  /** What keepers of references read of it. */
  cited?: MetaTag[]
  /** Words and settings for the scripts of the page. */
  forScripts?: Record<string, unknown>
  /** A programme is done with the style of every page. */
  isProgramme?: boolean
  /** Whether somebody who is signed in works here: the desk's style and script are loaded too. */
  desk?: boolean
  /** A page across editions: their style is loaded too. */
  archive?: boolean
  /** Somebody's own page of readers, which their browser keeps for when there is no network. */
  own?: boolean
  /** Address of a style that only few pages have. */
  style?: string | null
  /** Address of a script that only few pages have. */
  script?: string | null
  /** What was said below it: where that is something, its feed is told, and its style and script are loaded. */
  comments?: SaidBelow
  /** What the skip link says, where the page is no programme. */
  skip?: string
  /** Pages that the head of the blog names. */
  menu?: { slug: string; title: string }[]
  /** What stands beside the name of the site. */
  bar?: Child
  /** For a screen that nobody touches: without script it asks for itself again. */
  kiosk?: boolean
  /** The address of the page as a phone reads it. */
  code?: Code
  /** What stands above all else: a browser shows it while it still reads the script and the rest. */
  heading?: Child
  children?: Child
}

/** What kind of thing a page is of, and the picture that stands for it, at an absolute address. */
type Share = {
  type: 'website' | 'article' | 'video.other'
  picture: { url: string; alt: string; isDrawn: boolean } | null
}

/** Open Graph, which is what other sites make of an address that is shared there; the rest they take from the page. */
const Shared: FC<Share> = ({ type, picture }) => (
  <>
    <meta property="og:type" content={type} />
    {picture ? (
      <>
        <meta property="og:image" content={picture.url} />
        {picture.isDrawn ? (
          <>
            <meta property="og:image:width" content={String(pictureWidth)} />
            <meta property="og:image:height" content={String(pictureHeight)} />
          </>
        ) : (
          ''
        )}
        <meta property="og:image:alt" content={picture.alt} />
        <meta name="twitter:card" content="summary_large_image" />
      </>
    ) : (
      ''
    )}
  </>
)

/** The document around every page. */
export const Page: FC<PageProps> = props => {
  const { showing, assets, title, description, canonical, accent, jsonLd, forScripts } = props
  const { say, language, dir, zone, zoneChosen } = showing
  const isForReaders = (canonical !== null || props.own === true) && !props.desk
  const icon = <link rel="icon" href={paths.asset('icon-96.png')} type="image/png" />
  const manifest = <link rel="manifest" href={paths.manifest(language)} />
  return (
    <html
      lang={languages[language].tag}
      dir={dir}
      data-zone={zone}
      data-locale={showing.locale}
      data-clock={clockOf(showing.locale)}
      data-chosen={zoneChosen || undefined}
      data-rehearsal={showing.rehearsal ? tellRehearsal(showing.rehearsal) : undefined}
      data-kiosk={props.kiosk || undefined}
      data-two={showing.beside !== null || undefined}
      data-script={assets.programme ?? undefined}
      data-cities={assets.cities[language]}
      data-worker={isForReaders && assets.worker ? paths.worker() : undefined}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
        {props.kiosk ? (
          <noscript>
            <meta http-equiv="refresh" content="60" />
          </noscript>
        ) : (
          ''
        )}
        {description ? <meta name="description" content={description} /> : ''}
        {canonical && !showing.moved && !props.robots ? (
          ''
        ) : (
          <meta name="robots" content={props.robots ?? 'noindex'} />
        )}
        {canonical ? (
          <>
            <link
              rel="canonical"
              href={showing.namesLanguage ? inLanguage(canonical, language) : canonical}
            />
            <Alternates canonical={canonical} />
          </>
        ) : (
          ''
        )}
        {props.feed ? (
          <link
            rel="alternate"
            type={feedTypes.atom}
            href={showing.namesLanguage ? inLanguage(props.feed, language) : props.feed}
          />
        ) : (
          ''
        )}
        {canonical && props.comments?.count ? (
          <link
            rel="alternate"
            type={feedTypes.atom}
            title={say('feeds.comments')}
            href={paths.feed(paths.commentsFeed(props.comments.path), 'atom')}
          />
        ) : (
          ''
        )}
        {canonical && props.comments?.endpoint ? (
          <link rel="webmention" href={props.comments.endpoint} />
        ) : (
          ''
        )}
        {canonical ? <meta property="og:title" content={title} /> : ''}
        {canonical && description ? <meta property="og:description" content={description} /> : ''}
        {canonical && props.share ? <Shared {...props.share} /> : ''}
        {props.cited?.map(({ name, content: told }) => (
          <meta name={name} content={told} />
        ))}
        <meta name="theme-color" content="#fdfcf8" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#131419" media="(prefers-color-scheme: dark)" />
        <style>{raw(assets.style)}</style>
        {props.isProgramme ? '' : <style>{raw(assets.besides)}</style>}
        {props.archive && assets.archive ? <link rel="stylesheet" href={assets.archive} /> : ''}
        {props.desk && assets.desk ? <link rel="stylesheet" href={assets.desk.style} /> : ''}
        {props.style ? <link rel="stylesheet" href={props.style} /> : ''}
        {props.comments?.comments.length && assets.comments ? (
          <>
            <link rel="stylesheet" href={assets.comments.style} />
            <script type="module" src={assets.comments.script} />
          </>
        ) : (
          ''
        )}
        {showing.figures && assets.figures && assets.figures !== props.style ? (
          <link rel="stylesheet" href={assets.figures} />
        ) : (
          ''
        )}
        {isForReaders ? (
          <noscript id="later">
            {icon}
            {manifest}
          </noscript>
        ) : (
          icon
        )}
        {props.desk ? manifest : ''}
        {accent ? <style>{raw(accentStyle(accent))}</style> : ''}
        {props.desk && assets.desk ? <script type="module" src={assets.desk.script} /> : ''}
        {props.script ? <script type="module" src={props.script} /> : ''}
      </head>
      <body>
        <a class="skip" href="#main">
          {props.skip ?? say('page.skip')}
        </a>
        <header class="site">
          <a class="brand" href={showing.link(paths.home())}>
            <svg viewBox="0 0 32 20" width="32" height="20" aria-hidden="true">
              <path d="M1 18h9M6 13h9M13 8h8M18 3h7M22 18h9M12 18h7" />
            </svg>
            Daylong
          </a>
          {props.menu?.length ? (
            <nav class="pages" aria-label={say('page.menu')}>
              {props.menu.map(({ slug, title }) => {
                const path = showing.link(paths.writing({ kind: 'page', day: '', slug }))
                return (
                  <a href={path} aria-current={props.here === path ? 'page' : undefined}>
                    <bdi>{title}</bdi>
                  </a>
                )
              })}
            </nav>
          ) : (
            ''
          )}
          {props.bar ?? (
            <>
              <a class="to-search" href={showing.link(paths.search())}>
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                  <path d="M11 11l4 4M12.5 7a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0z" />
                </svg>
                <span>{say('search.name')}</span>
              </a>
              <a class="to-search to-plan" href={showing.link(paths.plan())}>
                ☆ <span>{say('plan.name')}</span>
              </a>
              <LanguageSwitch showing={showing} here={props.here} />
            </>
          )}
        </header>
        {showing.rehearsal ? <RehearsalNotice {...showing.rehearsal} showing={showing} /> : ''}
        <Notices showing={showing} here={props.here} />
        {isForReaders ? (
          <template id="seen">
            <p class="notice" role="status">
              {say('offline.seen', { time: '{time}' })}
            </p>
          </template>
        ) : (
          ''
        )}
        <main id="main">
          {props.heading}
          <FirstScript assets={assets} words={forScripts} />
          {props.children}
        </main>
        <footer class="site">
          {props.code ? <OnPhone code={props.code} showing={showing} /> : ''}
          {props.bar ? (
            <LanguageList showing={showing} here={props.here} />
          ) : (
            <p>
              {say('page.what')}{' '}
              <a href={showing.link(props.subscribe ?? paths.subscribe())}>{say('subscribe.name')}</a> ·{' '}
              <a href={showing.link(paths.privacy())}>{say('privacy.name')}</a> ·{' '}
              <a href={showing.link(paths.desk())}>{say('page.desk')}</a>
            </p>
          )}
        </footer>
        {jsonLd ? <script type="application/ld+json">{raw(jsonLd)}</script> : ''}
      </body>
    </html>
  )
}

/** Puts the reader’s zone in while the rest of the page is being read; later asks for the script that keeps now moving. */
const FirstScript: FC<{ assets: Assets; words: Record<string, unknown> | undefined }> = ({
  assets,
  words,
}) => (
  <>
    {words ? (
      <script type="application/json" id="words">
        {raw(scriptSafe(JSON.stringify(words)))}
      </script>
    ) : (
      ''
    )}
    {assets.head ? <script>{raw(assets.head)}</script> : ''}
  </>
)

/** The accent of a series, for `<style>`; null for what is no colour. */
export function accentStyle(accent: string): string {
  return /^#[0-9a-f]{6}$/i.test(accent) ? `:root{--told:${accent}}` : ''
}

/** JSON that may stand inside `<script>`: nothing in it can end the element. */
function scriptSafe(json: string): string {
  return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}

/** Whoever sees it must not take it for the day itself. */
const RehearsalNotice: FC<Rehearsal & { showing: Showing }> = ({ speed, showing }) => (
  <p class="notice" role="note">
    {showing.say('rehearsal.told', { speed })}
  </p>
)

const Notices: FC<{ showing: Showing; here: string }> = ({ showing }) => (
  <>
    {showing.notices.map(({ key, values }) => (
      <p class="notice" role="status">
        {showing.say(key, values)}
      </p>
    ))}
  </>
)
