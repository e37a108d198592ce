import type { FeedItem } from './item.ts'
import { TooDeep } from './markup.ts'
import { readJsonFeed } from './read-json.ts'
import { readXmlFeed } from './read-xml.ts'

/** The items of a feed as they are, before they are made findings; none where it is no feed. */
export function itemsOf(text: string, url: string): FeedItem[] {
  try {
    const feed = /^\s*[{[]/.test(text) ? readJsonFeed(text, url) : readXmlFeed(text, url)
    return feed?.items ?? []
  } catch (error) {
    if (error instanceof TooDeep) return []
    throw error
  }
}
