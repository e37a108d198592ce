import { generateJsonFeed } from 'feedsmith'
import type { Feed, FeedAuthor, FeedItem } from './feed.ts'

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function writeJson(feed: Feed): string {
  const written = generateJsonFeed({
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self,
    description: feed.about ?? undefined,
    next_url: feed.paging?.next ?? undefined,
    icon: feed.podcast?.image ?? feed.icon ?? undefined,
    language: feed.language ?? undefined,
    authors: authorsOf(feed.authors),
    items: feed.items.map(itemOf),
  })
  // A list with nothing in it is a list all the same.
  return JSON.stringify(feed.items.length ? written : { ...(written as object), items: [] })
}

function itemOf(item: FeedItem) {
  return {
    id: item.id,
    url: item.url,
    external_url: item.about ?? undefined,
    title: item.title,
    content_html: item.html,
    summary: item.summary ?? undefined,
    image: item.image ?? undefined,
    date_published: new Date(item.published),
    date_modified: new Date(item.updated),
    tags: item.categories.map(({ label }) => label),
    authors: authorsOf(item.authors),
    language: item.language ?? undefined,
    attachments: item.media.length ? item.media.map(attachmentOf) : undefined,
  }
}

function attachmentOf({ url, type, length }: FeedItem['media'][number]) {
  return { url, mime_type: type, size_in_bytes: length ?? undefined }
}

function authorsOf(authors: FeedAuthor[]) {
  return authors.length === 0 ? undefined : authors.map(({ name, url }) => ({ name, url: url ?? undefined }))
}
