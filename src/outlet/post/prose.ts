import markdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import TurndownService from 'turndown'

/** What a curator wrote in Markdown, as HTML that any blog takes: no script, no style, no frames; headings in bold. */
export function proseHtml(text: string, baseUrl: string): string {
  const html = sanitizeHtml(markdown.render(text.slice(0, longest)), {
    allowedTags: ['p', 'br', 'a', 'em', 'strong', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 's'],
    allowedAttributes: { a: ['href'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    transformTags: {
      ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(tag => [tag, 'strong'])),
      a: (tagName, { href = '' }) => ({ tagName, attribs: { href: absolute(href, baseUrl) } }),
    },
  })
  return html.replace(/^<strong>.*<\/strong>$/gm, '<p>$&</p>').trim()
}

/** The same as Markdown: as it was typed, where it holds neither tags nor headings nor links but to pages of the web. */
export function proseMarkdown(text: string, baseUrl: string): string {
  if (!/<[a-z!/?]|^ {0,3}#|^ {0,3}[=-]{2,}\s*$|\]\((?!https?:)|\]:/im.test(text)) return text.trim()
  turndown ??= new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced' })
  return turndown.turndown(proseHtml(text, baseUrl))
}

const markdown = markdownIt({ html: true, linkify: true, typographer: false })
let turndown: TurndownService | undefined
const longest = 100_000

function absolute(href: string, baseUrl: string): string {
  return URL.parse(href, `${baseUrl}/`)?.href ?? href
}
