import { compile } from 'html-to-text'

const longest = 20_000

/** HTML, or text with HTML in it → plain text: links as `title <address>`, at most 20,000 characters. */
export function plainText(text: string | undefined | null): string | undefined {
  if (!text) return undefined
  if (text.length <= longest && !untidy.test(text)) return text.trim() || undefined
  const cut = text.slice(0, longest * 2)
  const words = tags.test(cut)
    ? convert(cut)
    : entities.test(cut)
      ? convert(cut.replace(/</g, '&lt;').replace(/\n/g, '<br>'))
      : cut
  const tidy = words
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/(?<![ \t])[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return tidy.slice(0, longest) || undefined
}

/** Anything that is more than plain lines; most texts have none of it. */
const untidy = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff&<]|[ \t]\n|\n\n\n/

/** The same in one line of at most 500 characters. */
export function oneLine(text: string | undefined | null): string | undefined {
  if (!text) return undefined
  const line = /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text
  return line.trim().slice(0, 500) || undefined
}

/** No part of it runs past the next `<`: texts that only look like HTML are looked through once. */
const tags =
  /<(?:\/?(?:p|div|span|html|body|b|i|u|ul|ol|li|strong|em|table|h[1-6]|font|code|pre|blockquote|br|img|iframe|script|style)|a(?=\s[^<>]*href=))(?:\s[^<>]*)?\/?>/i
const entities = /&(?:amp|nbsp|quot|lt|gt|apos|#\d+|#x[0-9a-f]+);/i

const convert = compile({
  wordwrap: false as const,
  limits: { maxInputLength: longest * 2, maxDepth: 30, maxChildNodes: 2000 },
  selectors: [
    {
      selector: 'a',
      options: { linkBrackets: ['<', '>'] as [string, string], hideLinkHrefIfSameAsText: true },
    },
    ...['img', 'script', 'style', 'iframe', 'noscript', 'svg'].map(selector => ({
      selector,
      format: 'skip',
    })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({ selector, options: { uppercase: false } })),
    { selector: 'table', options: { uppercaseHeaderCells: false } },
  ],
})
