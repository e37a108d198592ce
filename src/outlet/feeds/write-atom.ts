import { type AtomFeed, generateAtomFeed } from 'feedsmith'
import { type Feed, type FeedAuthor, type FeedItem, feedTypes } from './feed.ts'

/** Atom 1.0 (RFC 4287), by pages (RFC 5005, section 3), with how much was said below each (RFC 4685). */
export function writeAtom(feed: Feed): string {
  return generateAtomFeed({
    xml: languageOf(feed),
    id: feed.id,
    title: textOf(feed.title),
    subtitle: feed.about === null ? undefined : textOf(feed.about),
    updated: new Date(feed.updated),
    links: linksOf(feed),
    authors: personsOf(feed.authors),
    rights: feed.rights === null ? undefined : textOf(feed.rights),
    icon: feed.icon ?? undefined,
    generator: { text: 'Daylong' },
    entries: feed.items.map(entryOf),
  })
}

function entryOf(item: FeedItem): AtomFeed.Entry<Date, true> {
  const { comments } = item
  return {
    xml: languageOf(item),
    id: item.id,
    title: textOf(item.title),
    published: new Date(item.published),
    updated: new Date(item.updated),
    links: [
      { rel: 'alternate', type: 'text/html', href: item.url },
      ...(item.about === null ? [] : [{ rel: 'related', href: item.about }]),
      ...item.media.map(({ url, type, length }) => ({
        rel: 'enclosure',
        href: url,
        type,
        length: length ?? undefined,
      })),
      ...(comments === null ? [] : [{ rel: 'replies', type: feedTypes.atom, href: comments.feed }]),
    ],
    authors: personsOf(item.authors),
    categories: item.categories.map(({ term, label }) => ({ term, label })),
    summary: item.summary === null ? undefined : textOf(item.summary),
    content: { type: 'html', value: item.html },
    // Of the whole, not of the link: what only some links have, the library does not bind a prefix for.
    thr: comments === null ? undefined : { total: comments.count },
  }
}

function linksOf({ self, page, forms, paging }: Feed): AtomFeed.Link<Date, true>[] {
  return [
    { rel: 'self', type: feedTypes.atom, href: self },
    { rel: 'alternate', type: 'text/html', href: page },
    ...forms.map(({ url, form }) => ({ rel: 'alternate', type: feedTypes[form], href: url })),
    ...pagingLinks(paging).map(link => ({ ...link, type: feedTypes.atom })),
  ]
}

/** Where a long one goes on, as both XML formats say it. */
export function pagingLinks(paging: Feed['paging']): { rel: string; href: string }[] {
  if (paging === null) return []
  const { first, previous, next } = paging
  return [
    { rel: 'first', href: first },
    ...(previous === null ? [] : [{ rel: 'previous', href: previous }]),
    ...(next === null ? [] : [{ rel: 'next', href: next }]),
  ]
}

/** Words of people: nothing in them is markup. */
function textOf(value: string): AtomFeed.Text {
  return { type: 'text', value }
}

function personsOf(authors: FeedAuthor[]): AtomFeed.Person<true>[] {
  return authors.map(({ name, url }) => ({ name, uri: url ?? undefined }))
}

function languageOf({ language }: { language: string | null }): { lang: string } | undefined {
  return language === null ? undefined : { lang: language }
}
