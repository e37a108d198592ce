import type { Finding, InspectLine } from '../../domain/finding.ts'
import type { ProblemCode, ProblemValues } from '../../domain/problem.ts'
import type { Intake, IntakeOptions } from '../intake.ts'
import { saysLive } from '../link-words.ts'
import { readPage } from '../page/read-page.ts'
import { plainText } from '../plain-text.ts'
import { namesEvent } from '../post/words/kind-words.ts'
import { readText } from '../read-text.ts'
import type { Feed, FeedItem } from './item.ts'
import { findingOf } from './item-finding.ts'
import { TooDeep } from './markup.ts'
import { readJsonFeed } from './read-json.ts'
import { readXmlFeed } from './read-xml.ts'

const mostBytes = 32 * 1024 * 1024

/**
 * RSS, RDF, Atom and JSON Feed → an entry for each item: an event where an extension or the item's own words call to
 * one, a video where there is something to watch, else a statement or an article. Malformed feeds are read as far as
 * they go.
 */
export const readFeed: Intake = function* (bytes, options) {
  const { text, cut } = readText(bytes, { maxBytes: mostBytes })
  if (cut)
    yield problem(
      'too-large',
      `The feed is larger than ${mostBytes / 1024 / 1024} MB; only its beginning was read.`,
      { megabytes: mostBytes / 1024 / 1024 },
    )
  const feed = feedOf(text, options.url)
  if (feed === 'too-deep')
    return yield problem(
      'too-deep',
      'The elements of this feed lie inside each other deeper than in any feed.',
    )
  if (!feed)
    return yield problem(
      'not-a-feed',
      'This is no feed that can be read: neither RSS nor Atom nor JSON Feed. Give the address of the feed, or of one page.',
    )
  if (feed.hasEntities)
    yield note(
      'entities-refused',
      'This feed defines entities of its own, which are not expanded: where one stands, its name is left.',
    )
  if (feed.isCut) yield note('cut-off', 'This feed breaks off; what stands before was read.')
  if (feed.items.length === 0)
    return yield { problem: { code: 'feed-empty', says: 'This feed has no items today.', note: true } }
  const known = { ...options, feed }
  for (const [at, item] of withOwnIds(feed.items).entries()) {
    const finding = announced(item, feed, known) ?? findingOf(item, known)
    yield finding ? { finding } : { problem: { ...bare, where: `item ${at + 1}` } }
  }
}

/** An id that several items share, with other titles each, tells nothing of any of them. */
function withOwnIds(items: FeedItem[]): FeedItem[] {
  const titles = new Map<string, string | undefined>()
  const shared = new Set<string>()
  for (const { id, title } of items) {
    if (id === undefined) continue
    if (titles.has(id) && titles.get(id) !== title) shared.add(id)
    titles.set(id, title)
  }
  if (shared.size === 0) return items
  return items.map(({ id, ...item }) => (id === undefined || shared.has(id) ? item : { ...item, id }))
}

const bare = {
  code: 'title-missing' as const,
  says: 'This item tells neither a title nor words nor an address; it was left out.',
}

function feedOf(text: string, url: string | undefined): Feed | null | 'too-deep' {
  try {
    return /^\s*[{[]/.test(text) ? readJsonFeed(text, url) : readXmlFeed(text, url)
  } catch (error) {
    if (error instanceof TooDeep) return 'too-deep'
    throw error
  }
}

/**
 * An item that calls to an event in words alone: its title names one and its text tells a time that was to come. It is
 * read like the page that it would be.
 */
function announced(item: FeedItem, feed: Feed, options: IntakeOptions & { feed: Feed }): Finding | null {
  const content = item.content ?? item.summary
  const isLive = saysLive(item.title ?? '') || beginsLive.test(item.title ?? '')
  if (item.event || !item.title || !content || !(isLive || namesEvent(item.title))) return null
  const plain = findingOf(item, options)
  // A stream that is to come stands among the videos of a channel.
  if (!plain?.published || !(plain.kind === 'article' || (plain.kind === 'video' && isLive))) return null
  const language = item.language ?? feed.language
  // The words of a stream name no event, as nobody says of a film that it is one.
  const heading = escaped(isLive ? `Webinar: ${plain.title}` : plain.title)
  const page = `<html${language ? ` lang="${escaped(language.slice(0, 20))}"` : ''}><head><title>${heading}</title><meta property="og:type" content="article"><meta property="og:title" content="${heading}"><meta property="article:published_time" content="${escaped(plain.published)}"></head><body><article><h1>${heading}</h1>${withBreaks(content.slice(0, 60_000))}</article></body></html>`
  const [first] = readPage(Buffer.from(page), { ...options, ...(item.url && !isLive && { url: item.url }) })
  if (!first || !('finding' in first) || first.finding.kind !== 'event' || !first.finding.start) return null
  const { doubts, start, end, allDay, links, place, attendance, organisations, from } = first.finding
  const event: Finding = { ...plain, kind: 'event', start }
  // The Events Calendar dates its items by when the event begins.
  if (plain.published.slice(0, 16) === start.slice(0, 16)) delete event.published
  Object.assign(event, end && { end }, allDay && { allDay }, doubts && { doubts }, links && { links })
  Object.assign(event, place && { place }, attendance && { attendance }, organisations && { organisations })
  if (plain.kind === 'video' && plain.url)
    event.links = [
      { role: 'livestream', url: plain.url },
      ...(links ?? []).filter(({ url }) => url !== plain.url),
    ]
  return { ...event, from: { ...plain.from, ...from, title: 'feed', ...(plain.url && { url: 'feed' }) } }
}

const beginsLive = /^[^\p{L}]*(?:live|en vivo|en direct|ao vivo|in diretta|直播)(?!\p{L})/iu

function withBreaks(content: string): string {
  return /<[a-z][^>]*>/i.test(content)
    ? withTimes(content)
    : escaped(plainText(content) ?? '').replace(/\n/g, '<br>')
}

/** Drupal tells the moment of a day it shows in the markup around it. */
function withTimes(content: string): string {
  return content.replace(
    /<span\b[^<>]*\bdate-display-(?:single|start|end)\b[^<>]*\bcontent="(\d{4}-\d\d-\d\dT[^"<>]{5,30})"[^<>]*>([^<>]{1,80})<\/span>/gi,
    '<time datetime="$1">$2</time>',
  )
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function note(code: ProblemCode, says: string): InspectLine {
  return { problem: { code, says, note: true } }
}

function problem(code: ProblemCode, says: string, values?: ProblemValues): InspectLine {
  return { problem: { code, says, ...(values && { values }) } }
}
