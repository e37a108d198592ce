type JsonFeed = {
  version: string
  title: string
  next_url?: string
  items: {
    id: string
    url: string
    title: string
    content_html: string
    summary?: string
    language?: string
    attachments?: object[]
  }[]
}

/** A JSON Feed as its specification wants it (jsonfeed.org/version/1.1); throws at the first thing that is not so. */
export function readFeed(text: string): JsonFeed {
  const feed = JSON.parse(text)
  hold(feed.version === 'https://jsonfeed.org/version/1.1', 'version')
  hold(isText(feed.title), 'title')
  for (const name of ['home_page_url', 'feed_url', 'next_url', 'icon']) addressed(feed, name)
  hold(feed.next_url === undefined || feed.next_url !== feed.feed_url, 'next_url leads on')
  hold(Array.isArray(feed.items), 'items')
  people(feed)
  const ids = new Set<string>()
  for (const item of feed.items) {
    hold(isText(item.id) && !ids.has(item.id), `id ${item.id}`)
    ids.add(item.id)
    hold(isText(item.content_html) || isText(item.content_text), `content of ${item.id}`)
    for (const name of ['url', 'external_url', 'image']) addressed(item, name)
    for (const name of ['date_published', 'date_modified'])
      hold(item[name] === undefined || /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(item[name]), name)
    hold(item.tags === undefined || item.tags.every(isText), 'tags')
    people(item)
    for (const { url, mime_type, size_in_bytes } of item.attachments ?? []) {
      hold(URL.canParse(url) && /^\w+\/[\w.+-]+$/.test(mime_type), 'attachment')
      hold(size_in_bytes === undefined || Number.isInteger(size_in_bytes), 'size')
    }
  }
  return feed
}

function people({ authors }: { authors?: { name?: unknown; url?: unknown }[] }): void {
  for (const author of authors ?? []) hold(isText(author.name) || isText(author.url), 'author')
}

function addressed(of: Record<string, unknown>, name: string): void {
  hold(of[name] === undefined || URL.canParse(String(of[name])), name)
}

function isText(told: unknown): boolean {
  return typeof told === 'string' && told !== ''
}

function hold(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`No JSON Feed: ${what}`)
}
