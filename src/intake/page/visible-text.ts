import { blockTags, contentMarks } from '../post/markup/html-parts.ts'
import { attribute, type Element, isElement, marksOf, textInside } from '../post/markup/html-tree.ts'
import { linkifyRuns } from '../post/markup/linkify.ts'
import type { Passage, PassageLink } from '../post/passages/passage.ts'
import { isApart, isDash, isPin } from './drawn.ts'
import { isHidden } from './hidden.ts'
import { withoutOthers } from './other-events.ts'
import { headingOf } from './own-heading.ts'
import { type Page, resolveAddress } from './page.ts'

/** What a reader sees of a page's content, line by line, without what themes print around it. */
export type VisibleText = {
  lines: Line[]
  /** The heading that names the page. */
  heading?: string
  /** Players of videos and sounds in the content. */
  players: Player[]
}
export type Line = Passage & { level: number }
/** `heading`: the last one before it. */
type Player = { url: string; title?: string; heading?: string }

/** Content beyond this is a book, and read no further. */
const mostText = 120_000
/** A line beyond this is a page without paragraphs. */
const longestLine = 5000

export function readVisibleText(page: Page): VisibleText {
  const writer: Writer = {
    page,
    lines: [],
    text: '',
    links: [],
    size: 0,
    level: 0,
    players: [],
    around: aroundOf(page),
  }
  const content = contentOf(page)
  write(writer, content)
  endLine(writer)
  const heading = headingOf(page, content)
  const top = heading ? writer.lines.findIndex(line => line.level === 1 && line.text === heading) : -1
  // What stands before the heading of a whole body is its navigation.
  const own = content.tagName === 'body' && top > 0 ? writer.lines.slice(top) : writer.lines
  const lines = withoutOthers(own)
  return { lines, players: writer.players, ...(heading && { heading }) }
}

type Writer = {
  page: Page
  lines: Line[]
  text: string
  links: PassageLink[]
  size: number
  level: number
  players: Player[]
  /** Elements that hold the page's heading: never furniture. */
  around: Set<Element>
}

function write(writer: Writer, element: Element): void {
  for (const [at, node] of element.childNodes.entries()) {
    if (writer.size > mostText) return
    if (!isElement(node)) {
      if (node.nodeName === '#text' && 'value' in node) addText(writer, node.value)
      continue
    }
    if (isHidden(node) && !writer.around.has(node)) continue
    const tag = node.tagName
    if (isPin(node)) addText(writer, '📍 ')
    if (isDash(node)) addText(writer, ' – ')
    if (isApart(node, element.childNodes[at - 1], writer.text)) addText(writer, ' ')
    if (tag === 'iframe' || tag === 'video' || tag === 'audio' || tag === 'embed') addPlayer(writer, node)
    if (tag === 'br' || tag === 'hr') endLine(writer)
    else if (tag === 'a') writeLink(writer, node)
    else if (/^h[1-6]$/.test(tag)) writeHeading(writer, node, Number(tag[1]))
    else if (blockTags.has(tag) || /^(?:li|dt|dd|tr|td|th|blockquote|pre)$/.test(tag)) {
      if (tag === 'dd') endTerm(writer)
      else if (/^(?:td|th)$/.test(tag)) addText(writer, ' | ')
      else endLine(writer)
      write(writer, node)
      if (!/^(?:td|th|dt)$/.test(tag)) endLine(writer)
    } else write(writer, node)
  }
}

function aroundOf(page: Page): Set<Element> {
  const around = new Set<Element>()
  for (const { element } of page.elements) {
    if (element.tagName !== 'h1') continue
    let parent = element.parentNode
    while (parent && 'tagName' in parent && !around.has(parent)) {
      around.add(parent)
      parent = parent.parentNode
    }
  }
  return around
}

/** "When" and what it is stand on one line, as if a colon were between them. */
function endTerm(writer: Writer): void {
  const term = writer.text.trim()
  addText(writer, term.length > 0 && term.length <= 40 && /[\p{L}\p{N})]$/u.test(term) ? ': ' : ' ')
}

function addText(writer: Writer, value: string): void {
  const text = value.replace(/[\s\u00a0\u00ad]+/g, match =>
    match.includes('\u00ad') && match.length === 1 ? '' : ' ',
  )
  if (text === '' || (text === ' ' && (writer.text === '' || writer.text.endsWith(' ')))) return
  if (writer.text.length > longestLine) endLine(writer)
  writer.text += writer.text === '' || writer.text.endsWith(' ') ? text.replace(/^ +/, '') : text
  if (writer.text.length > mostText) writer.text = writer.text.slice(0, mostText)
}

function endLine(writer: Writer): void {
  const text = writer.text.replace(/^[\s|]+|[\s|]+$/g, '')
  const shift = writer.text.indexOf(text)
  if (text !== '') {
    const links = writer.links.map(link => ({
      ...link,
      start: Math.max(0, link.start - shift),
      end: Math.max(0, link.end - shift),
    }))
    links.push(...bareLinks(text, links))
    writer.lines.push({ text, links, strong: [], em: [], struck: [], quoted: [], level: writer.level })
    writer.size += text.length
  }
  writer.text = ''
  writer.links = []
}

/** Addresses that are written out and lead nowhere by themselves. */
function bareLinks(text: string, known: PassageLink[]): PassageLink[] {
  if (known.length > 50 || !/https?:\/\/|www\./i.test(text)) return []
  let start = 0
  return linkifyRuns([{ text }]).flatMap(run => {
    const link = { start, end: start + run.text.length, url: run.href ?? '', text: run.text }
    start = link.end
    const isKnown = known.some(other => other.start < link.end && link.start < other.end)
    return run.href && !isKnown && URL.canParse(run.href) ? [link] : []
  })
}

function writeLink(writer: Writer, node: Element): void {
  const start = writer.text.length
  write(writer, node)
  const url = resolveAddress(attribute(node, 'href'), writer.page.base)
  const text =
    writer.text.slice(start).trim() || attribute(node, 'title') || attribute(node, 'aria-label') || ''
  if (url && writer.links.length < 300)
    writer.links.push({ start: Math.min(start, writer.text.length), end: writer.text.length, url, text })
}

function writeHeading(writer: Writer, node: Element, level: number): void {
  endLine(writer)
  writer.level = level
  write(writer, node)
  endLine(writer)
  writer.level = 0
}

function addPlayer(writer: Writer, node: Element): void {
  const inner = node.childNodes.filter(isElement).find(child => child.tagName === 'source')
  const address =
    attribute(node, 'src') ??
    attribute(node, 'data-src') ??
    attribute(node, 'data-lazy-src') ??
    (inner && attribute(inner, 'src'))
  const url = plainPlayer(resolveAddress(address, writer.page.base))
  const title = attribute(node, 'title')?.trim()
  const heading = writer.lines.findLast(line => line.level > 1)?.text
  if (url && !writer.players.some(player => player.url === url))
    writer.players.push({ url, ...(title && { title }), ...(heading && { heading }) })
}

/** A player without the wishes of the page that shows it. */
function plainPlayer(url: string | undefined): string | undefined {
  return url?.replace(
    /^(https?:\/\/(?:www\.)?(?:youtube(?:-nocookie)?\.com\/embed\/[\w-]{11}|player\.vimeo\.com\/video\/\d+))[?&#](?!h=).*$/,
    '$1',
  )
}

/** Marked by the theme as the content, else `<main>`, `<article>`, else everything. */
function contentOf(page: Page): Element {
  const elements = page.elements.filter(({ aside }) => !aside).map(({ element }) => element)
  const named = [
    elements.filter(element => element.tagName === 'main' || attribute(element, 'role') === 'main'),
    elements.filter(element => element.tagName === 'article'),
    elements.filter(element => contentMarks[0]!.test(marksOf(element))),
    elements.filter(element => element.tagName === 'body'),
  ]
  for (const found of named) {
    if (!found.length) continue
    if (found[0]!.tagName === 'body') return found[0]!
    const lengths = found.slice(0, 20).map(element => textInside(element).length)
    const longest = Math.max(...lengths)
    if (longest > 150) return found[lengths.indexOf(longest)]!
  }
  return page.root
}
