import type { Run } from '../markup/block.ts'

export type Span = { start: number; end: number }
export type PassageLink = Span & { url: string; text: string }

/** The text of a block in one string, with what was marked in it: the rules of reading work on this alone. */
export type Passage = {
  text: string
  links: PassageLink[]
  strong: Span[]
  /** In slanted type, as titles of works are. */
  em: Span[]
  struck: Span[]
  quoted: Span[]
}

export const emptyPassage: Passage = { text: '', links: [], strong: [], em: [], struck: [], quoted: [] }

export function passageOf(runs: Run[]): Passage {
  let text = ''
  const links: PassageLink[] = []
  const strong: Span[] = []
  const em: Span[] = []
  const struck: Span[] = []
  for (const run of runs) {
    const start = text.length
    text += run.text
    const end = text.length
    if (run.href) extendLink(links, { start, end, url: run.href, text: run.text })
    if (run.strong) extend(strong, start, end)
    if (run.em) extend(em, start, end)
    if (run.struck) extend(struck, start, end)
  }
  return trimmed({ text, links, strong, em, struck, quoted: quotesIn(text) })
}

/** A part of a passage, with the marks that lie in it. */
export function cutPassage(passage: Passage, from: number, to: number): Passage {
  const inside = <T extends Span>(spans: T[]): T[] =>
    spans
      .filter(span => span.end > from && span.start < to)
      .map(span => ({
        ...span,
        start: Math.max(span.start, from) - from,
        end: Math.min(span.end, to) - from,
      }))
  return trimmed({
    text: passage.text.slice(from, to),
    links: inside(passage.links),
    strong: inside(passage.strong),
    em: inside(passage.em),
    struck: inside(passage.struck),
    quoted: inside(passage.quoted),
  })
}

/** The passages of the single lines. */
export function linesOf(passage: Passage): Passage[] {
  const lines: Passage[] = []
  let from = 0
  while (from <= passage.text.length) {
    const end = passage.text.indexOf('\n', from)
    const to = end === -1 ? passage.text.length : end
    const line = cutPassage(passage, from, to)
    if (line.text !== '' || line.links.length > 0) lines.push(line)
    from = to + 1
  }
  return lines
}

const pairs: [string, string][] = [
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['«', '»'],
  ['»', '«'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['"', '"'],
]

/** What stands between quotation marks, without them; a pair never spans more than 300 characters. */
function quotesIn(text: string): Span[] {
  const found: Span[] = []
  for (let at = 0; at < text.length; at++) {
    const open = text[at]!
    const closers = pairs.filter(pair => pair[0] === open).map(pair => pair[1])
    if (closers.length === 0) continue
    if (open === '"' && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')) continue
    const end = nearest(text, at + 1, closers)
    if (end === -1) continue
    found.push({ start: at + 1, end })
    at = end
  }
  return found
}

function nearest(text: string, from: number, closers: string[]): number {
  for (let at = from; at < Math.min(text.length, from + 300); at++) {
    if (closers.includes(text[at]!)) return at
  }
  return -1
}

function extend(spans: Span[], start: number, end: number): void {
  const last = spans.at(-1)
  if (last && last.end === start) last.end = end
  else spans.push({ start, end })
}

function extendLink(links: PassageLink[], link: PassageLink): void {
  const last = links.at(-1)
  if (last && last.end === link.start && last.url === link.url) {
    last.end = link.end
    last.text += link.text
  } else {
    links.push(link)
  }
}

function trimmed(passage: Passage): Passage {
  const lead = passage.text.length - passage.text.trimStart().length
  const text = passage.text.trim()
  const within = <T extends Span>(spans: T[]): T[] =>
    spans.map(span => ({
      ...span,
      start: Math.min(Math.max(0, span.start - lead), text.length),
      end: Math.min(Math.max(0, span.end - lead), text.length),
    }))
  return {
    text,
    links: within(passage.links).map(link => ({ ...link, text: link.text.replace(/\s+/g, ' ').trim() })),
    strong: within(passage.strong),
    em: within(passage.em),
    struck: within(passage.struck),
    quoted: within(passage.quoted),
  }
}
