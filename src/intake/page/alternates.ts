import { addressMeant } from '../../domain/address-meant.ts'
import { attribute, TooDeep } from '../post/markup/html-tree.ts'
import { readText } from '../read-text.ts'
import { signatureOf } from '../signature.ts'
import { type Page, resolveAddress, takeApart } from './page.ts'

/** What a page offers of itself in another form, to be read instead of it or besides. */
export type Alternate = { kind: AlternateKind; url: string; title?: string }
type AlternateKind = 'calendar' | 'oembed' | 'feed' | 'activity'

const mostBytes = 4 * 1024 * 1024

/**
 * The calendars, oEmbed answers, feeds and ActivityPub objects that a page links to, each address once, in the page's order: in
 * `<link rel="alternate">`, and calendars also where the page offers them to be added or subscribed to. Nothing is
 * fetched. `[]` for what is no page.
 */
export function alternatesOf(bytes: Uint8Array, url?: string): Alternate[] {
  if (bytes.length === 0 || signatureOf(bytes)) return []
  const { text } = readText(bytes, { maxBytes: mostBytes })
  if (!/<\s*(?:link|a)\s/i.test(text)) return []
  try {
    return alternatesIn(takeApart(text, url))
  } catch (error) {
    if (error instanceof TooDeep) return []
    throw error
  }
}

function alternatesIn(page: Page): Alternate[] {
  const found = new Map<string, Alternate>()
  const add = (kind: AlternateKind | null, url: string | undefined, title?: string) => {
    const address = url && addressMeant(url)
    if (kind && address && !found.has(address) && found.size < most)
      found.set(address, { kind, url: address, ...(title && { title: title.trim().slice(0, 200) }) })
  }
  for (const { rel, type, url, title } of page.links)
    if (/\balternate\b/.test(rel)) add(kindOf(type, url), url, title)
  for (const { element } of page.elements) {
    if (element.tagName !== 'a') continue
    const url = resolveAddress(attribute(element, 'href'), page.base)
    if (url && isCalendar(url)) add('calendar', url, attribute(element, 'title'))
  }
  return [...found.values()]
}

const most = 50

function kindOf(type: string, url: string): AlternateKind | null {
  if (/^text\/calendar/.test(type) || isCalendar(url)) return 'calendar'
  // The same in XML tells no more.
  if (/^application\/json\+oembed/.test(type)) return 'oembed'
  if (/^application\/(?:activity\+json|ld\+json.*activitystreams)/.test(type)) return 'activity'
  return /^application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)/.test(type) &&
    !/\/comments\/feed|comments\.xml/i.test(url)
    ? 'feed'
    : null
}

/** By its scheme, its ending, or what plugins put behind a question mark. */
function isCalendar(url: string): boolean {
  if (/^webcals?:/i.test(url)) return true
  const { pathname, search } = new URL(url)
  return (
    /\.ics$/i.test(pathname) ||
    /[?&](?:(?:outlook-)?ical(?:=|&|$)|format=ical|feed=ical|type=ics)/i.test(search) ||
    /\/ical(?:endar)?\/?$/i.test(pathname)
  )
}
