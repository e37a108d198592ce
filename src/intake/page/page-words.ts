import { fold } from '../../time/fold.ts'
import { withoutPlainHead } from '../post/words/plain-head.ts'
import { isPlainHeading } from '../post/words/section-words.ts'
import { metaOf, type Page, resolveAddress } from './page.ts'
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
  const type = meta('og:type')?.toLowerCase()
  return {
    names: [heading, ofGraph, others, window, window && withoutTail(window, site)].flatMap(name =>
      name ? [fold(name)] : [],
    ),
    tags: (page.meta.get('article:tag') ?? []).flatMap(tag => titleText(tag) ?? []).slice(0, 30),
    ...(title && { title }),
    ...(site && { site }),
    ...(told && { isSiteTold: true }),
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

/** Titles for windows and for sharing carry the site's name as a tail; the heading does not. */
function bestTitle(
  heading: string | undefined,
  others: (string | undefined)[],
  site: string | undefined,
): string | undefined {
  const told = others.filter(name => name !== undefined)
  const invited = told.map(name => invitation.exec(name)?.[1]).find(Boolean)
  if (invited) return invited
  const first = told[0]
  if (!first) return heading
  const plain = withoutTail(first, site)
  if (!heading) return plain
  const [a, b] = [fold(heading), fold(first)]
  const isPart =
    b.startsWith(a) || fold(plain).endsWith(a) || b.endsWith(a) || told.some(name => fold(name).startsWith(a))
  return isPart && a.length >= 5 && a !== (site && fold(site)) ? heading : plain
}

/** Of "Programme" on a page whose window says "Programme | Conference on …", the conference. */
function thingOf(title: string | undefined, window: string | undefined, site: string | undefined) {
  if (!title) return undefined
  const told = isPlainHeading(title) && window ? window : title
  const thing = withoutPlainHead(told)
  return thing === told ? title : withoutTail(thing, site === thing ? undefined : site)
}

/** Providers of meetings put the name into a sentence. */
const invitation =
  /^Welcome! You are invited to join an? (?:webinar|meeting|event): (.+?)\. After registering/i

/** What follows the page's own name in the window's title is the site's. */
function siteInTitle(
  window: string | undefined,
  heading: string | undefined,
  shared: string | undefined,
): string | undefined {
  if (!window || [heading, shared].some(name => name && fold(name) === fold(window))) return undefined
  const at = [...window.matchAll(/\s+[|–—·•»«:-]\s+|\s*[|›»]\s*/g)].at(-1)
  if (!at || at.index < 3) return undefined
  const [head, tail] = [window.slice(0, at.index).trim(), window.slice(at.index + at[0].length).trim()]
  const isOwn = [heading, shared].some(
    name =>
      name &&
      (fold(name) === fold(head) || fold(name).startsWith(fold(head)) || fold(head).startsWith(fold(name))),
  )
  const isBar = /[|»›]/.test(at[0]) && head.length > tail.length
  return (isOwn || isBar) && tail.length > 1 && tail.length < 80 && !/^\d+$/.test(tail) ? tail : undefined
}

/** "Title | Site", "Title – Site": the tail goes where it is the site's name or a short last part behind a bar. */
export function withoutTail(title: string, site: string | undefined): string {
  const at = [...title.matchAll(/\s+[|–—·•»:-]\s+|\s*\|\s*/g)].at(-1)
  if (!at || at.index < 3) return title
  const [head, tail] = [title.slice(0, at.index).trim(), title.slice(at.index + at[0].length).trim()]
  const isSite =
    site !== undefined &&
    (fold(tail) === fold(site) || fold(site).includes(fold(tail)) || fold(tail).includes(fold(site)))
  const isBar = /[|»]/.test(at[0]) && tail.length <= 40 && tail.length < head.length
  return (isSite && tail.length > 1) || isBar ? head : title
}
