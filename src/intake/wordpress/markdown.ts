import sanitizeHtml from 'sanitize-html'
import TurndownService from 'turndown'
import { resolveShortcodes, type ShortcodeWorld } from './shortcodes.ts'

/**
 * What WordPress keeps of a post – classic or of the block editor – as Markdown. Nothing that runs, styles or frames
 * gets out of it; what plays somewhere else becomes a link.
 *
 * @param world pictures by their ids; `host`: of the site itself, whose links become paths that old addresses lead on from
 */
export function markdownOf(content: string, world: ShortcodeWorld & { host: string | null }): string {
  return written(cleaned(htmlOf(content, world), textRules(world.host)))
}

/** The same as HTML that is not yet clean: with paragraphs, without what only the editor and plugins understand. */
export function htmlOf(content: string, world: ShortcodeWorld): string {
  return paragraphed(resolveShortcodes(withoutBlocks(content, world.onDropped), world))
}

/** The same of a comment, in which there are neither pictures nor headings. */
export function markdownOfComment(content: string): string {
  // Most are plain words, and there may be a hundred thousand.
  if (!/[<&]/.test(content))
    return content
      .replace(/\r\n?/g, '\n')
      .trim()
      .split('\n')
      .map(line => turndown.escape(line.trim()))
      .join('  \n')
      .replace(/(?: {2}\n){2,}/g, '\n\n')
  return written(cleaned(paragraphed(content), commentRules))
}

/** Plain words, for excerpts. */
export function wordsOf(content: string): string {
  const html = resolveShortcodes(
    withoutBlocks(content, () => {}),
    { pictures: () => [], onDropped: () => {} },
  )
  return sanitizeHtml(html.replace(/<\/(?:p|div|li|h\d|td)>|<br\b[^>]*>/gi, ' $&'), {
    allowedTags: [],
    nestingLimit,
    textFilter: words => words,
  })
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** Short codes and blocks of which nothing will be left but their content. */
export function droppedIn(content: string): string[] {
  const names = new Set<string>()
  const onDropped = (name: string) => names.add(name)
  resolveShortcodes(withoutBlocks(content, onDropped), { pictures: () => [], onDropped })
  return [...names].slice(0, 20)
}

const nestingLimit = 60

/** The comments by which the block editor marks its blocks; what a block makes anew each time has nothing inside. */
function withoutBlocks(content: string, onDropped: (name: string) => void): string {
  let kept = ''
  let from = 0
  for (;;) {
    const start = content.indexOf('<!--', from)
    const end = start < 0 ? -1 : content.indexOf('-->', start + 4)
    if (end < 0) return kept + content.slice(from)
    kept += content.slice(from, start)
    const [, name] = /^\s*wp:([a-z][\w/-]*)/.exec(content.slice(start + 4, start + 200)) ?? []
    const isMadeAnew = name !== undefined && content[end - 1] === '/'
    if (isMadeAnew && !/^(?:separator|spacer|more|nextpage)$/.test(name)) onDropped(name)
    from = end + 3
  }
}

/** Classic posts have no paragraphs but empty lines. */
function paragraphed(html: string): string {
  if (/<p[\s>]/i.test(html) && !/\n\s*\n\s*[^<\s]/.test(html.replace(/<pre[\s\S]*?<\/pre>/gi, '')))
    return html
  const kept: string[] = []
  const safe = html
    .replace(/\r\n?/g, '\n')
    .replace(/<pre\b[\s\S]*?<\/pre>/gi, pre => `\n\n\u0001${kept.push(pre) - 1}\u0001\n\n`)
  return safe
    .split(/\n\s*\n/)
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => {
      if (/^\u0001\d+\u0001$/.test(part)) return part
      if (
        /^<\/?(?:p|div|h\d|ul|ol|li|dl|dt|dd|table|t[rdh]|tbody|thead|blockquote|figure|section|article|hr|iframe|form|address|center)\b/i.test(
          part,
        )
      )
        return part
      return `<p>${part.replaceAll('\n', '<br>')}</p>`
    })
    .join('\n\n')
    .replace(/\u0001(\d+)\u0001/g, (_, index) => kept[Number(index)] ?? '')
}

function cleaned(html: string, rules: sanitizeHtml.IOptions): string {
  return sanitizeHtml(html, rules)
}

const inline = [
  'a',
  'em',
  'strong',
  'b',
  'i',
  'code',
  'q',
  'cite',
  'abbr',
  'sub',
  'sup',
  'del',
  'ins',
  's',
  'br',
  'bdi',
]
const blocks = ['p', 'div', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'dl', 'dt', 'dd']
const commentRules: sanitizeHtml.IOptions = {
  allowedTags: [...inline, ...blocks],
  allowedAttributes: { a: ['href'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nestingLimit,
}

function textRules(host: string | null): sanitizeHtml.IOptions {
  return {
    ...commentRules,
    allowedTags: [
      ...inline,
      ...blocks,
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'img', 'figure', 'figcaption'],
      ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption'],
    ],
    allowedAttributes: {
      a: ['href', 'title'],
      img: ['src', 'alt', 'title'],
      th: ['colspan', 'rowspan'],
      td: ['colspan', 'rowspan'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    transformTags: {
      a: (tagName, attributes) => ({
        tagName,
        attribs: { ...attributes, ...ownPath(attributes.href, host) },
      }),
      iframe: playing,
      video: playing,
      audio: playing,
      source: playing,
      embed: playing,
      object: playing,
    },
  }
}

/** What plays, as a link to where it plays. */
function playing(_: string, { src, data }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const told = (src ?? data ?? '').replace(/^\/\//, 'https://')
  const url = URL.parse(told)
  if (!url || !/^https?:$/.test(url.protocol)) return { tagName: 'span', attribs: {} }
  const video = /^(?:www\.)?youtube(?:-nocookie)?\.com$/.test(url.hostname)
    ? /^\/(?:embed|v)\/([\w-]{5,20})/.exec(url.pathname)?.[1]
    : undefined
  const film = url.hostname === 'player.vimeo.com' ? /^\/video\/(\d+)/.exec(url.pathname)?.[1] : undefined
  const href = video
    ? `https://www.youtube.com/watch?v=${video}`
    : film
      ? `https://vimeo.com/${film}`
      : url.href
  return { tagName: 'a', attribs: { href }, text: href }
}

/** A link of a site to itself leads on from the path it had there; its files are still where they were. */
function ownPath(href: string | undefined, host: string | null): { href?: string } {
  const url = href && host ? URL.parse(href) : null
  if (!url || url.hostname.replace(/^www\./, '') !== host || /\/wp-content\/|\.\w{2,4}$/.test(url.pathname))
    return {}
  return { href: url.pathname + url.search + url.hash }
}

const turndown = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
  hr: '---',
})
  .addRule('table', {
    filter: 'table',
    // An empty line would end it.
    replacement: (_, node) =>
      `\n\n${(node as unknown as { outerHTML: string }).outerHTML.replace(/\s*\n\s*/g, ' ')}\n\n`,
  })
  .addRule('caption', {
    filter: 'figcaption',
    replacement: words => (words.trim() === '' ? '' : `\n\n*${words.trim().replace(/^\*+|\*+$/g, '')}*\n\n`),
  })
  .addRule('item', {
    filter: 'li',
    replacement: (words, node) => {
      const list = node.parentNode as unknown as { nodeName?: string; children: ArrayLike<unknown> } | null
      const isNumbered = list?.nodeName === 'OL'
      const mark = isNumbered ? `${Array.prototype.indexOf.call(list.children, node) + 1}. ` : '- '
      const inner = words
        .trim()
        .replace(/\n/g, `\n${' '.repeat(mark.length)}`)
        .replace(/^ +$/gm, '')
      return `${mark}${inner}${node.nextSibling ? '\n' : ''}`
    },
  })
  .addRule('struck', { filter: ['del', 's'], replacement: words => (words.trim() ? `~~${words}~~` : words) })
  .addRule('picture', {
    filter: 'img',
    replacement: (_, node) => {
      const { src, alt } = pictureIn(node as unknown as { getAttribute(name: string): string | null })
      return src ? `![${alt}](${src})` : ''
    },
  })
  .keep(['sub', 'sup', 'ins', 'abbr', 'bdi'])

function pictureIn(node: { getAttribute(name: string): string | null }): { src: string; alt: string } {
  const src = (node.getAttribute('src') ?? '')
    .replace(/^\/\//, 'https://')
    .replace(/[\s()<>]/g, encodeURIComponent)
  return { src, alt: (node.getAttribute('alt') ?? '').replace(/[[\]\n]/g, ' ').trim() }
}

function written(html: string): string {
  try {
    return turndown
      .turndown(html)
      .replace(/[ \t]+$/gm, spaces => (spaces.length >= 2 ? '  ' : ''))
      .trim()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return wordsOf(html)
  }
}
