import type { Finding, InspectLine } from '../../domain/finding.ts'
import type { Intake, IntakeOptions } from '../intake.ts'
import { readPage } from '../page/read-page.ts'
import { plainText } from '../plain-text.ts'
import { namesEvent } from '../post/kind-words.ts'
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
  if (feed.items.length === 0)
    return yield { problem: { code: 'feed-empty', says: 'This feed has no items today.', note: true } }
  for (const [at, item] of feed.items.entries()) {
    const finding = announced(item, feed, options) ?? findingOf(item, options)
    yield finding ? { finding } : { problem: { ...bare, where: `item ${at + 1}` } }
  }
}

const bare = {
  code: 'title-missing',
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
function announced(item: FeedItem, feed: Feed, options: IntakeOptions): Finding | null {
  const content = item.content ?? item.summary
  if (item.event || !item.title || !content || !namesEvent(item.title)) return null
  const plain = findingOf(item, options)
  if (plain?.kind !== 'article' || !plain.published) return null
  const language = item.language ?? feed.language
  const page = `<html${language ? ` lang="${escaped(language.slice(0, 20))}"` : ''}><head><title>${escaped(plain.title)}</title><meta property="og:type" content="article"><meta property="og:title" content="${escaped(plain.title)}"><meta property="article:published_time" content="${escaped(plain.published)}"></head><body><article><h1>${escaped(plain.title)}</h1>${withBreaks(content.slice(0, 60_000))}</article></body></html>`
  const [first] = readPage(Buffer.from(page), { ...options, ...(item.url && { url: item.url }) })
  if (!first || !('finding' in first) || first.finding.kind !== 'event' || !first.finding.start) return null
  const { doubts, start, end, allDay, links, place, attendance, organisations, from } = first.finding
  const event: Finding = { ...plain, kind: 'event', start }
  Object.assign(event, end && { end }, allDay && { allDay }, doubts && { doubts }, links && { links })
  Object.assign(event, place && { place }, attendance && { attendance }, organisations && { organisations })
  return { ...event, from: { ...plain.from, ...from, title: 'feed', ...(plain.url && { url: 'feed' }) } }
}

function withBreaks(content: string): string {
  return /<[a-z][^>]*>/i.test(content) ? content : escaped(plainText(content) ?? '').replace(/\n/g, '<br>')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function problem(code: string, says: string): InspectLine {
  return { problem: { code, says } }
}
