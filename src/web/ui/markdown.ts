import { LRUCache } from 'lru-cache'
import markdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import { bearable } from '../../domain/bearable.ts'
import { sayFigures } from '../../domain/figure/in-text.ts'
import { narrowWidths } from '../../domain/picture.ts'
import { paths } from '../paths.ts'

const markdown = markdownIt({ html: true, linkify: true, typographer: true })
const rendered = new LRUCache<string, string>({
  maxSize: 4_000_000,
  sizeCalculation: (html, text) => html.length + text.length + 1,
})

/**
 * What people wrote, as HTML that can do no harm: no script, no style, no frames, headings below those of the page. Where
 * it names figures, it is told by `htmlTold` of `told-text.ts`.
 */
export function htmlOf(text: string): string {
  const known = rendered.get(text)
  if (known !== undefined) return known
  const html = renderedAnew(text)
  rendered.set(text, html)
  return html
}

function renderedAnew(text: string): string {
  return text.length > longest ? plainHtml(text) : sanitizeHtml(markdown.render(text), rules)
}

/** What readers wrote, as far as it is bearable: words, links and lists, no pictures and no headings; links are none of the house's. */
export function commentHtmlOf(text: string): string {
  const key = `comment ${text}`
  const known = rendered.get(key)
  if (known !== undefined) return known
  const html = sanitizeHtml(plainMarkdown.render(bearable(text.slice(0, longest))), commentRules)
  rendered.set(key, html)
  return html
}

const plainMarkdown = markdownIt({ html: false, linkify: true, typographer: true })
const commentRules: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'a', 'em', 'strong', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 's'],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    a: (tagName, attributes) => ({ tagName, attribs: { ...attributes, rel: 'nofollow ugc noopener' } }),
  },
}

/** HTML of elsewhere that was made harmless when it was kept, and is again where it is shown: whatever wrote it there. */
export function harmlessHtml(html: string): string {
  const tags = (rules.allowedTags as string[]).filter(tag => tag !== 'img')
  const { img, ...transformTags } = rules.transformTags ?? {}
  return sanitizeHtml(html, { ...rules, allowedTags: [...tags, 'dl', 'dt', 'dd'], transformTags })
}

/** In characters. A text that is longer than a small book is shown as it was typed: its marks could cost seconds. */
const longest = 100_000

function plainHtml(text: string): string {
  return markdown.utils
    .escapeHtml(text)
    .split(/\n\s*\n/)
    .map(paragraph => `<p>${paragraph}</p>`)
    .join('\n')
}

/** The first paragraph, and whether there is more. */
export function leadOf(text: string): { lead: string; more: boolean } {
  const trimmed = text.trim()
  const end = /\n\s*\n/.exec(trimmed)
  return end ? { lead: trimmed.slice(0, end.index), more: true } : { lead: trimmed, more: false }
}

/**
 * The words alone, for summaries: no marks, no breaks.
 *
 * @param options isPassing: nobody asks for the same soon; it takes no place from what is kept
 */
export function plainOf(text: string, most = 300, { isPassing = false } = {}): string {
  // What names figures and was not told with them says nothing of them.
  const told = sayFigures(text, null, 'en')
  const html = isPassing ? renderedAnew(told) : htmlOf(told)
  const plain = sanitizeHtml(html.replace(/<\/(?:td|th|li|p|h\d)>/g, ' $&'), {
    allowedTags: [],
    textFilter: words => words,
  })
    .replace(/\s+/g, ' ')
    .trim()
  const words = plain
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
  return words.length <= most ? words : `${words.slice(0, words.lastIndexOf(' ', most))} …`
}

const rules: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'a',
    'em',
    'strong',
    'b',
    'i',
    'ul',
    'ol',
    'li',
    'blockquote',
    'h3',
    'h4',
    'h5',
    'h6',
    'code',
    'pre',
    'q',
    'cite',
    'abbr',
    'sub',
    'sup',
    'hr',
    'img',
    'bdi',
    'del',
    'ins',
    'table',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'th',
    'td',
    'caption',
  ],
  allowedAttributes: {
    a: ['href', 'title', 'hreflang', 'lang'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    th: ['colspan', 'rowspan', 'scope'],
    td: ['colspan', 'rowspan'],
    '*': ['lang', 'dir'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    h1: 'h3',
    h2: 'h3',
    // Where it leads stands first: by that `markDead` knows it.
    a: (tagName, { href, ...more }) => ({
      tagName,
      attribs: { ...(href !== undefined && { href }), ...more, rel: 'noopener' },
    }),
    img: (_, attributes) => pictureOf(attributes),
  },
}
rules.allowedAttributes = {
  ...rules.allowedAttributes,
  a: ['href', 'title', 'rel', 'hreflang', 'lang'],
  img: ['src', 'srcset', 'sizes', 'alt', 'title', 'width', 'height', 'loading'],
}

/**
 * A picture that is kept here; its size stands behind the `#`, so that the page leaves room for it and a small screen
 * takes a narrower one. A picture of another site is a link: readers' browsers ask nobody else for anything.
 */
function pictureOf({ src = '', alt = '', title, width, height }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const own = ownPicture.exec(src)
  if (!own) {
    const text = alt || title || src
    return { tagName: 'a', attribs: { href: src, rel: 'noopener' }, ...(text && { text }) }
  }
  const [, id = '', ownWidth = width, ownHeight = height] = own
  const narrower = narrowWidths.filter(each => each < Number(ownWidth)).reverse()
  const choice = [
    ...narrower.map(each => `${paths.picture(id, each)} ${each}w`),
    `${paths.picture(id)} ${ownWidth}w`,
  ]
  return {
    tagName: 'img',
    attribs: {
      src: paths.picture(id),
      ...(narrower.length && { srcset: choice.join(', '), sizes: '(min-width: 48rem) 46rem, 92vw' }),
      alt,
      ...(title && { title }),
      ...(ownWidth && ownHeight && { width: ownWidth, height: ownHeight }),
      loading: 'lazy',
    },
  }
}

const ownPicture = /^\/pictures\/([0-9a-f-]{36})\.webp(?:#(\d{1,5})x(\d{1,5}))?$/
