import { resolveAddress } from '../page/page.ts'
import type { Feed, FeedItem } from './item.ts'

/** JSON Feed 1.0 and 1.1; null for what is none. */
export function readJsonFeed(text: string, url: string | undefined): Feed | null {
  const told: unknown = parse(text)
  if (!isObject(told) || !Array.isArray(told.items)) return null
  const base = resolveAddress(words(told.home_page_url), url ?? words(told.feed_url)) ?? url
  const language = words(told.language)
  const title = words(told.title)
  return {
    ...(title && { title }),
    ...(language && { language }),
    ...(base && { base }),
    keepers: objects(told.authors ?? [told.author]).flatMap(author => words(author.name) ?? []),
    items: told.items.filter(isObject).map(item => itemOf(item, base, language)),
  }
}

function itemOf(
  item: Record<string, unknown>,
  base: string | undefined,
  language: string | undefined,
): FeedItem {
  const known = Object.entries({
    id: words(item.id) ?? (typeof item.id === 'number' ? String(item.id) : undefined),
    title: words(item.title),
    url: [words(item.url), words(item.external_url), ownAddress(item.id)]
      .map(address => resolveAddress(address, base))
      .find(Boolean),
    published: words(item.date_published) ?? words(item.date_modified),
    summary: words(item.summary),
    content: words(item.content_html) ?? words(item.content_text),
    language: words(item.language) ?? language,
    image: resolveAddress(words(item.image) ?? words(item.banner_image), base),
  }).filter(([, value]) => value !== undefined)
  return {
    ...Object.fromEntries(known),
    authors: objects(item.authors ?? [item.author]).flatMap(author => {
      const [name, url] = [words(author.name), words(author.url)]
      return name ? [{ name, ...(url && { url }) }] : []
    }),
    tags: list(item.tags).flatMap(tag => words(tag) ?? []),
    media: objects(item.attachments).flatMap(attachment => {
      const url = resolveAddress(words(attachment.url), base)
      const type = words(attachment.mime_type)
      return url ? [{ url, ...(type && { type }) }] : []
    }),
  }
}

/** “Ideally, the id is the full URL of the resource” (jsonfeed.org/version/1.1). */
function ownAddress(id: unknown): string | undefined {
  return typeof id === 'string' && /^https?:\/\//.test(id) ? id : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 200) : []
}

function objects(value: unknown): Record<string, unknown>[] {
  return list(value).filter(isObject)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
