import { compile } from 'html-to-text'
import { LRUCache } from 'lru-cache'
import markdownIt from 'markdown-it'

const markdown = markdownIt({ html: true, breaks: true })
const kept = new LRUCache<string, string>({
  maxSize: 2_000_000,
  sizeCalculation: (plain, text) => plain.length + text.length + 1,
})

/** What people wrote (Markdown) as a calendar shows it: paragraphs, lists and addresses, and no marks. */
export function plainWords(text: string): string {
  if (!marks.test(text)) return text.trim()
  let plain = kept.get(text)
  if (plain === undefined) {
    // A text that is longer than a small book stays as it was typed: its marks could cost seconds.
    plain = text.length > 100_000 ? text.trim() : asLines(markdown.render(text)).trim()
    kept.set(text, plain)
  }
  return plain
}

/** Whatever Markdown or HTML could mean something by. */
const marks = /[*_`~[\]<>#&\\|]|^\s*(?:[-+]|\d+[.)])\s|^\s*(?:=+|-+)\s*$/m

const asLines = compile({
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['(', ')'] } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({ selector, options: { uppercase: false } })),
    { selector: 'ul', options: { itemPrefix: '– ' } },
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
  ],
})
