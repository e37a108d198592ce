import { readText } from '../read-text.ts'
import { TooDeep } from './markup.ts'
import { readJsonFeed } from './read-json.ts'
import { readXmlFeed } from './read-xml.ts'

const mostBytes = 4 * 1024 * 1024

/** What a feed calls itself; null for what is none, or has no name. */
export function titleOfFeed(bytes: Uint8Array, url?: string): string | null {
  const { text } = readText(bytes, { maxBytes: mostBytes })
  try {
    const feed = /^\s*[{[]/.test(text) ? readJsonFeed(text, url) : readXmlFeed(text, url)
    return feed?.title?.trim() || null
  } catch (error) {
    if (error instanceof TooDeep) return null
    throw error
  }
}
