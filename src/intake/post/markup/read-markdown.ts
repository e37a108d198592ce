import MarkdownIt from 'markdown-it'
import { monthOf } from '../../../time/calendar-words.ts'
import { fold } from '../../../time/fold.ts'
import type { Post } from './block.ts'
import { splitFrontMatter } from './front-matter.ts'
import { isOrg, markdownOfOrg } from './org.ts'
import { readHtml } from './read-html.ts'
import { openShortcodes } from './shortcodes.ts'

/**
 * Markdown, Org, plain text, or HTML without paragraphs (as the classic WordPress editor stores it) → blocks.
 * In plain text every line counts; in Markdown a line break counts where the next line opens with a label.
 */
export function readMarkdown(text: string, base?: string): Post {
  const { head, body } = splitFrontMatter(text)
  const source = openShortcodes(isOrg(text) ? markdownOfOrg(body) : body)
  const breaks = !isMarkdown(source)
  const html = (breaks ? plain : marked).render(
    shortLines(withDays(withHeads(breaks ? chatStruck(source) : source))),
    {
      breaks,
    },
  )
  const page = readHtml(html, base ?? head.url)
  const url = base ?? head.url
  return { head: url ? { ...head, url } : head, blocks: page.blocks }
}

/** Signs that a text is Markdown: headings, inline links, emphasis, fences. */
function isMarkdown(text: string): boolean {
  const head = text.slice(0, 200_000)
  return (
    /^#{1,6}[ \t]+\S/m.test(head) ||
    /\[[^\]\n]{1,300}\]\((?:https?:|\/|mailto:)/.test(head) ||
    /^\[[^\]\n]{1,100}\]:\s+\S/m.test(head) ||
    /\*\*\S[^*\n]{0,200}\*\*/.test(head) ||
    /^```/m.test(head)
  )
}

const marked = new MarkdownIt({ html: true, linkify: false, breaks: false })
const plain = new MarkdownIt({ html: true, linkify: false, breaks: false }).disable(['code'])
for (const md of [marked, plain]) {
  md.renderer.rules.softbreak = (tokens, index, _options, env) => {
    let at = index + 1
    while (tokens[at]?.type === 'text' && tokens[at]?.content === '') at++
    const next = tokens[at]
    const previous = tokens[index - 1]
    if (next?.type === 'strong_open' || afterBoldLabel(tokens, index)) return '<br>\n'
    if (labelled.test(next?.content ?? '')) return '<br>\n'
    if (!env?.breaks) return '\n'
    return wrapped(previous?.content ?? '', next?.content ?? '') ? '\n' : '<br>\n'
  }
}

/** "** EVENTS **", "=== Statements ===": parts of a text, set off by hand. */
function withHeads(text: string): string {
  return text.replace(
    /^[ \t]*([*=~+#•·-]{2,8})[ \t]+([^\s*=~+#•·-][^\n]{0,60}?)[ \t]+\1[ \t]*$/gmu,
    (_, _sign, words: string) => `\n#### ${words}\n`,
  )
}

/** In chats one star makes words bold. */
plain.renderer.rules.em_open = (tokens, index) => (tokens[index]?.markup === '*' ? '<strong>' : '<em>')
plain.renderer.rules.em_close = (tokens, index) => (tokens[index]?.markup === '*' ? '</strong>' : '</em>')

/** And one tilde strikes them out. */
function chatStruck(text: string): string {
  return text.replace(
    /(?<![~\p{L}\p{N}/])~(?=[^\s~])([^~\n<>]{1,200})(?<=\S)~(?![~\p{L}\p{N}])/gu,
    '<s>$1</s>',
  )
}

const labelled = /^(?:\p{Extended_Pictographic}|[\p{Lu}][\p{L} ]{2,24}\s?:\s|https?:\/\/)/u

/** The line so far is a label in bold type, perhaps behind a picture sign. */
function afterBoldLabel(tokens: { type: string; content: string }[], index: number): boolean {
  if (tokens[index - 1]?.type !== 'strong_close' || tokens[index - 3]?.type !== 'strong_open') return false
  const before = tokens[index - 4]
  return (
    !before ||
    before.type === 'softbreak' ||
    (before.type === 'text' && !/[\p{L}\p{N}]/u.test(before.content))
  )
}

/** A line that a mail program broke at its margin goes on in the next. */
function wrapped(line: string, next: string): boolean {
  if (line.length < 58 || /[.!?:;]$|https?:\/\/\S+$/.test(line) || opensHour.test(next)) return false
  return (
    /^[\p{Ll}(]/u.test(next) ||
    /(?:,|-|\s(?:and|or|of|the|by|for|with|in|on|at|to|und|der|die|das|von|mit|für|im|am|et|de|du|des|la|le|pour|y|e|do|da|di|del|della|dei|per|con|para|los|las))$/iu.test(
      line,
    )
  )
}

const opensHour =
  /^(?:om|um|ab|at|à|às|alle|dalle|ore|h|kl\.?|klo|saat|godz\.?|pukul|o|v|в|о)\s+(?:\d|half|halb)/u

/** “7. Oktober 2027” is a day, and no seventh item of a list: where a month and a year or an hour follow. */
function withDays(text: string): string {
  return text.replace(dayOfMonth, (whole, before: string, day: string, month: string) =>
    monthOf(fold(month)) ? `${before}${day}\\. ${month}` : whole,
  )
}

const dayOfMonth =
  /^([ \t>]{0,20}(?:[-*+][ \t]+)?)(\d{1,2})\.[ \t]+(\p{L}{3,12})(?=\.?,?[ \t]+(?:\d{4}\b|\d{1,2}[:.h]\d\d|\d{1,2} Uhr\b|(?:um|ab|kl|von|klo|od|o)\.? ))/gmu

const longest = 8_000

/** A line of megabytes is no sentence; cut up, it costs markdown-it linear time. */
function shortLines(text: string): string {
  if (text.length <= longest) return text
  return text
    .split('\n')
    .map(line =>
      line.length <= longest ? line : (line.match(new RegExp(`.{1,${longest}}`, 'gsu')) ?? []).join('\n\n'),
    )
    .join('\n')
}
