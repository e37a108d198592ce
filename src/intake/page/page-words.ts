import { fold } from '../../time/fold.ts'
import { linkRole } from '../link-role.ts'
import { attribute, marksOf, textInside } from '../post/markup/html-tree.ts'
import { withoutPlainHead } from '../post/words/plain-head.ts'
import { isPlainHeading } from '../post/words/section-words.ts'
import { metaOf, type Page, resolveAddress } from './page.ts'
import { bestTitle, siteInTitle, withoutTail } from './page-title.ts'
import { publishedText } from './read-work.ts'
import type { VisibleText } from './visible-text.ts'
import { titleText } from './words-of.ts'

/** What a page says of itself in Open Graph, Twitter cards, Dublin Core and the like, and in its heading. */
export type PageWords = {
  title?: string
  /** All names the page gives itself, folded, to tell its own thing from others on it. */
  names: string[]
  site?: string
  /** The name is told as that of the site, not only the tail of a title. */
  isSiteTold?: boolean
  /** `og:type`, lower case. */
  type?: string
  published?: string
  summary?: string
  image?: string
  author?: string
  tags: string[]
  /** Address of the player that `og:video` or a Twitter player card names. */
  player?: string
  start?: string
  end?: string
}

export function readPageWords(page: Page, text: VisibleText): PageWords {
  const meta = (...names: string[]) => metaOf(page, ...names)
  const told = titleText(
    meta(
      'og:site_name',
      'application-name',
      'al:ios:app_name',
      'twitter:app:name:iphone',
      'publisher',
      'dc.publisher',
      'citation_journal_title',
    ),
  )
  const heading = titleText(text.heading)
  const site =
    told ?? siteInTitle(titleText(page.title), heading, titleText(meta('og:title', 'twitter:title')))
  const ofGraph = titleText(meta('og:title'))
  const others = titleText(
    meta(
      'twitter:title',
      'dc.title',
      'dcterms.title',
      'citation_title',
      'sailthru.title',
      'parsely-title',
      'title',
    ),
  )
  const window = titleText(page.title)
  const title = thingOf(bestTitle(heading, [ofGraph, others, window], site), window, site)
  // What keeps copies of social networks dates the copy.
  const isSocial = /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x|facebook|instagram)\.com\//.test(
    page.url ?? '',
  )
  const published = meta(...publishedNames.filter(name => !isSocial || name !== 'date'))
  const day = published && publishedText(published)
  const image = resolveAddress(
    meta('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'),
    page.base,
  )
  const player = resolveAddress(
    meta('og:video:secure_url', 'og:video:url', 'og:video', 'twitter:player'),
    page.base,
  )
  const summary = titleText(meta('og:description', 'twitter:description', 'description', 'dc.description'))
  const author = titleText(
    meta(
      'author',
      'article:author_name',
      'dc.creator',
      'citation_author',
      'parsely-author',
      'sailthru.author',
      'twitter:data1',
    ),
  )
  const start = meta('event:start_time', 'og:start_time', 'event:start_date', 'dc.date.start')
  const end = meta('event:end_time', 'og:end_time', 'event:end_date')
  const ownRole = page.url && linkRole(page.url)
  // What a form calls itself says nothing of what it is for.
  const isForm = ownRole === 'registration' || ownRole === 'join'
  const type = isEventPage(page) ? 'event' : isForm ? undefined : meta('og:type')?.toLowerCase()
  return {
    names: [heading, ofGraph, others, window, window && withoutTail(window, site)].flatMap(name =>
      name ? [fold(name)] : [],
    ),
    tags: (page.meta.get('article:tag') ?? []).flatMap(tag => titleText(tag) ?? []).slice(0, 30),
    ...(title && { title }),
    ...(site && { site }),
    ...((told || (site && isShownAsSite(page, site))) && { isSiteTold: true }),
    ...(type && { type }),
    ...(day && { published: day }),
    ...(image && { image }),
    ...(player && { player }),
    ...(summary && { summary: summary.slice(0, 2000) }),
    ...(author && !/^https?:/.test(author) && { author }),
    ...(start && { start }),
    ...(end && { end }),
  }
}

const publishedNames = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'video:release_date',
  'og:video:release_date',
  'datepublished',
  'article:published',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'citation_online_date',
  'dcterms.created',
  'dcterms.issued',
  'dc.date.issued',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'date',
  'pubdate',
  'publish-date',
  'publish_date',
  'published_time',
  'revision_date',
]

/** Calendars of sites mark the page of one event, whatever their template calls it for sharing. */
function isEventPage(page: Page): boolean {
  const marked = page.elements
    .slice(0, 3000)
    .filter(({ element, aside }) => !aside && /^(?:body|article|div|main|section)$/.test(element.tagName))
    .filter(({ element }) => eventMarks.test(marksOf(element)))
  // A page that lists events marks every one of them.
  return marked.length === 1 || marked[0]?.element.tagName === 'body'
}

/** Squarespace, The Events Calendar, Modern Events Calendar, Drupal, Events Manager, Localist, Indico. */
const eventMarks =
  /(?:^|\s)(?:eventitem|single-tribe_events|single-mec-events|mec-single-event|node--type-event|(?:page-)?node-type-event|em-event-single|single-event)(?=$|\s)/
/** Of "Programme" on a page whose window says "Programme | Conference on …", the conference. */
function thingOf(title: string | undefined, window: string | undefined, site: string | undefined) {
  if (!title) return undefined
  const told = isPlainHeading(title) && window ? window : title
  const thing = withoutPlainHead(told)
  return thing === told ? title : withoutTail(thing, site === thing ? undefined : site)
}

/** The name stands by itself at the head of the page, or leads home. */
function isShownAsSite(page: Page, site: string): boolean {
  return page.elements.slice(0, 400).some(({ element }) => {
    const isHead =
      element.tagName === 'header' ||
      /^(?:header|masthead|branding|site-title|logo)$/i.test(attribute(element, 'id') ?? '')
    const leadsHome =
      element.tagName === 'a' && /^(?:https?:\/\/[^/]+)?\/?$/.test(attribute(element, 'href') ?? '-')
    return (isHead || leadsHome) && fold(textInside(element)) === fold(site)
  })
}
