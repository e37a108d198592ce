import { hash } from 'node:crypto'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import sanitizeHtml from 'sanitize-html'
import type { KeptText } from '../../domain/links/kept-text.ts'
import { resolveAddress } from '../page/page.ts'
import { htmlOf } from './page-print.ts'

/** The text of a page without what stands around it; null where there is none to speak of. To be asked apart. */
export function statementText(
  bytes: Uint8Array,
  contentType: string | null,
  url: string,
): Omit<KeptText, 'url' | 'at'> | null {
  const { document } = parseHTML(htmlOf(bytes, contentType))
  // Its types are those of a browser, which this is not.
  const read = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], {
    charThreshold: 200,
    maxElemsToParse: 20_000,
  }).parse()
  if (!read?.content) return null
  const html = sanitizeHtml(read.content, rulesFor(url)).trim()
  const length = sanitizeHtml(html, { allowedTags: [] }).replace(/\s+/g, ' ').trim().length
  if (length < leastText || html.length > mostText) return null
  return {
    title: told(read.title),
    byline: told(read.byline),
    site: told(read.siteName),
    language: /^[a-z]{2,3}(?:-\w{2,8})*$/i.exec(read.lang ?? '')?.[0] ?? null,
    html,
    length,
    digest: hash('sha256', html, 'base64url').slice(0, 22),
  }
}

/** In characters. */
const leastText = 200
const mostText = 400_000

/** Words, and where they lead: no pictures, which would be asked for at other sites, and nothing that acts. */
function rulesFor(url: string): sanitizeHtml.IOptions {
  return {
    allowedTags: [
      ...['p', 'br', 'a', 'em', 'strong', 'b', 'i', 'ul', 'ol', 'li', 'blockquote', 'h3', 'h4', 'h5', 'q'],
      ...['cite', 'abbr', 'sub', 'sup', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'caption'],
      ...['dl', 'dt', 'dd', 'pre'],
    ],
    allowedAttributes: {
      a: ['href', 'rel'],
      th: ['colspan', 'rowspan', 'scope'],
      td: ['colspan', 'rowspan'],
      '*': ['lang', 'dir'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    transformTags: {
      h1: 'h3',
      h2: 'h3',
      h6: 'h5',
      a: (_, { href }) => {
        const to = resolveAddress(href, url)
        return { tagName: 'a', attribs: to ? { href: to, rel: 'noopener' } : ({} as sanitizeHtml.Attributes) }
      },
    },
  }
}

function told(words: string | null | undefined): string | null {
  return words?.replace(/\s+/g, ' ').trim().slice(0, 300) || null
}
