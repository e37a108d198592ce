import { compile } from 'html-to-text'

const longest = 20_000

/**
 * HTML, or text with HTML in it → plain text: links as `title <address>`, at most 20,000 characters. Addresses that
 * name no site are made whole with `base`, or left out.
 */
export function plainText(text: string | undefined | null, base?: string): string | undefined {
  if (!text) return undefined
  if (text.length <= longest && !untidy.test(text)) return text.trim() || undefined
  const cut = text.slice(0, longest * 2)
  const words = tags.test(cut)
    ? convert(blocks.test(cut) ? cut : cut.replace(/\r?\n/g, '<br>'), { base })
    : entities.test(cut)
      ? convert(cut.replace(/</g, '&lt;').replace(/\n/g, '<br>'), { base })
      : cut
  const tidy = words
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/(?<![ \t\u00a0])[ \t\u00a0]+\n/g, '\n')
    .replace(/(?<=[^\s])[ \t]{2,}(?=\S)/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .replace(ofBuilders, '')
    .trim()
    .replace(ofWord, '')
  return tidy.slice(0, longest) || undefined
}

/** Anything that is more than plain lines; most texts have none of it. */
const untidy = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff&<]|[ \t\u00a0][ \t\n]|\n\n\n|^Normal 0 |\[[a-z]{2,8}_/

/** Page builders of WordPress set their boxes in brackets, which feeds and calendars show as they are. */
const ofBuilders =
  /\[\/?(?:vc|et_pb|fusion|av|mk|kc|tatsu|cs|wpb|dt|ultimate|nectar|mgl|eltdf|qode)_[a-z_]{2,40}(?:\s[^[\]]{0,2000})?\]\n*/g

/** What Word hides in comments, and what is left of it where somebody took the comments out. */
const ofWord =
  /^Normal 0 (?:(?:\d{1,2} )?(?:false|true) ?){3,4}(?:[A-Z]{2}-[A-Z]{2}(?: X-NONE){0,2} ?|X-NONE ?)*(?:MicrosoftInternetExplorer4)?\s*/

/** The same in one line of at most 500 characters. */
export function oneLine(text: string | undefined | null): string | undefined {
  if (!text) return undefined
  const line = /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text
  return line.trim().slice(0, 500) || undefined
}

/** No part of it runs past the next `<`: texts that only look like HTML are looked through once. */
const tags =
  /<(?:\/?(?:p|div|span|html|body|b|i|u|s|ul|ol|li|strong|em|del|ins|small|sub|sup|center|table|tr|td|th|dl|dt|dd|hr|figure|h[1-6]|font|code|pre|blockquote|br|img|iframe|script|style)|a(?=\s[^<>]*href=))(?:\s[^<>]*)?\/?>/i
/** What parts lines; where there is none, as in calendars with a word in bold, the line ends do. */
const blocks =
  /<\/?(?:p|div|html|body|ul|ol|li|center|table|tr|td|th|dl|dt|dd|hr|figure|h[1-6]|pre|blockquote|br|iframe|script|style)(?:\s[^<>]*)?\/?>/i
const entities = /&(?:[a-z]{2,8}\d{0,2}|#\d+|#x[0-9a-f]+);/i

type Link = { children?: { type?: string; data?: string; children?: Link['children'] }[] }
type Told = { base: string | undefined }

/** Where a link leads from elsewhere; nowhere from within its own page, or to the picture that it is. */
function leadsTo(path: string, { base }: Told, link: Link): string {
  const told = path.trim()
  if (/^https?:\/\/[^\s/]/i.test(told)) return isPicture(told) && !hasWords(link) ? '' : told
  if (/^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/i.test(told)) return told
  // A site that somebody named without `https://`.
  if (bareHost.test(told) && !fileName.test(told)) return `https://${told}`
  if (told.startsWith('//')) return URL.canParse(`https:${told}`) ? `https:${told}` : ''
  if (!base || /^(?:#|[a-z][a-z\d+.-]*:)/i.test(told)) return /^(?:webcals?|geo|sip):/i.test(told) ? told : ''
  return URL.parse(told, base)?.href ?? ''
}

const bareHost = /^(?:[a-z\d-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/i
const fileName =
  /^[^/]*\.(?:html?|php|aspx?|jsp|pdf|docx?|xlsx?|pptx?|txt|zip|jpe?g|png|gif|svg|mp3|mp4)(?:[?#]|$)/i

function isPicture(address: string): boolean {
  return /\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|$)/i.test(address)
}

function hasWords({ children = [] }: Link, depth = 0): boolean {
  return children.some(
    child =>
      (child.type === 'text' && /\S/.test(child.data ?? '')) || (depth < 10 && hasWords(child, depth + 1)),
  )
}

/** Its types know neither what is told along nor that the element is. */
const convert = compile({
  wordwrap: false as const,
  limits: { maxInputLength: longest * 2, maxDepth: 30, maxChildNodes: 2000 },
  selectors: [
    {
      selector: 'a',
      options: {
        linkBrackets: ['<', '>'] as [string, string],
        hideLinkHrefIfSameAsText: true,
        pathRewrite: leadsTo as unknown as (path: string) => string,
      },
    },
    ...['img', 'script', 'style', 'iframe', 'noscript', 'svg'].map(selector => ({
      selector,
      format: 'skip',
    })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({ selector, options: { uppercase: false } })),
    { selector: 'table', options: { uppercaseHeaderCells: false } },
    ...['figure', 'figcaption', 'article', 'section', 'center', 'dt', 'dd'].map(selector => ({
      selector,
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ...['td', 'th'].map(selector => ({ selector, format: 'inlineSurround', options: { suffix: ' ' } })),
  ],
}) as (html: string, told: Told) => string
