import type { Block, BlockForm, Post, Run } from './block.ts'
import { readPageHead } from './html-head.ts'
import { blockTags, contentMarks, isDocTitle, skippedMarks, skippedTags } from './html-parts.ts'
import {
  attribute,
  type Element,
  isElement,
  marksOf,
  type Node,
  parseTree,
  textInside,
  walk,
} from './html-tree.ts'
import { isLayout } from './layout-table.ts'
import { linkifyRuns } from './linkify.ts'
import { type Look, lookOfElement, looksOfClasses } from './looks.ts'
import { openShortcodes } from './shortcodes.ts'

/** HTML (a whole page or the inside of a post) → the blocks of its post. Throws `TooDeep`. */
export function readHtml(html: string, base?: string): Post {
  const root = parseTree(openShortcodes(html))
  const head = readPageHead(root, base)
  return { head, blocks: blocksOf(contentOf(root), base ?? head.url, looksOfClasses(root)) }
}

type Writer = {
  blocks: Block[]
  runs: Run[]
  form: BlockForm
  level: number
  href: string | undefined
  strong: boolean
  em: boolean
  struck: boolean
  code: boolean
  base: string | undefined
  classes: Map<string, Look>
}

function blocksOf(content: Element, base: string | undefined, classes: Map<string, Look>): Block[] {
  const writer: Writer = {
    blocks: [],
    runs: [],
    form: 'paragraph',
    level: 0,
    href: undefined,
    strong: false,
    em: false,
    struck: false,
    code: false,
    base,
    classes,
  }
  writeChildren(writer, content)
  flush(writer)
  return writer.blocks
}

/** The part of a page that holds the post: marked as such, else `<article>`, `<main>`, else everything. */
function contentOf(root: Element): Element {
  const elements = [...walk(root)].filter(isElement)
  for (const marks of contentMarks) {
    const found = longest(elements.filter(element => marks.test(marksOf(element))))
    if (found) return found
  }
  for (const tag of ['article', 'main', 'body']) {
    const found = longest(elements.filter(element => element.tagName === tag))
    if (found) return found
  }
  return root
}

function longest(elements: Element[]): Element | undefined {
  if (elements.length < 2) return elements[0]
  const lengths = elements.slice(0, 50).map(element => textInside(element).length)
  return elements[lengths.indexOf(Math.max(...lengths))]
}

function writeChildren(writer: Writer, element: Element): void {
  for (const node of element.childNodes) write(writer, node)
}

function write(writer: Writer, node: Node): void {
  if (!isElement(node)) {
    if (node.nodeName === '#text' && 'value' in node) writeText(writer, node.value)
    return
  }
  const tag = node.tagName
  if (skippedTags.has(tag) || (tag !== 'body' && skippedMarks.test(marksOf(node)))) return
  const special = writers.get(tag)
  if (special) special(writer, node)
  else if (blockTags.has(tag)) asParagraphs(writer, node)
  else inline(writer, node)
}

const heading = (writer: Writer, node: Element) => asBlock(writer, 'heading', Number(node.tagName[1]), node)

const writers = new Map<string, (writer: Writer, node: Element) => void>(
  Object.entries({
    h1: heading,
    h2: heading,
    h3: heading,
    h4: heading,
    h5: heading,
    h6: heading,
    br: writer => {
      writer.runs.push({ text: '\n' })
    },
    hr: rule,
    pre: (writer, node) => asBlock(writer, 'code', writer.level, node),
    ul: list,
    ol: list,
    menu: list,
    li: item,
    tr: row,
    dt: term,
    dd: asRest,
    blockquote: quote,
    img: image,
    figure,
    iframe: embed,
    video: embed,
    audio: embed,
    embed,
    object: embed,
    source: embed,
  }),
)

function asParagraphs(writer: Writer, node: Element): void {
  if (writer.level === 0 && isDocTitle(node)) {
    asBlock(writer, 'heading', 1, node)
    return
  }
  flush(writer)
  const before = { strong: writer.strong, em: writer.em, struck: writer.struck }
  Object.assign(writer, lookOfElement(node, writer.classes))
  writeChildren(writer, node)
  flush(writer)
  Object.assign(writer, before)
}

function inline(writer: Writer, node: Element): void {
  const before = {
    href: writer.href,
    strong: writer.strong,
    em: writer.em,
    struck: writer.struck,
    code: writer.code,
  }
  const tag = node.tagName
  if (tag === 'a') writer.href = resolve(attribute(node, 'href'), writer.base) ?? writer.href
  if (tag === 'b' || tag === 'strong') writer.strong = true
  if (tag === 'em' || tag === 'i' || tag === 'cite') writer.em = true
  if (tag === 's' || tag === 'del' || tag === 'strike') writer.struck = true
  if (tag === 'code' || tag === 'kbd' || tag === 'tt') writer.code = true
  Object.assign(writer, lookOfElement(node, writer.classes))
  writeChildren(writer, node)
  Object.assign(writer, before)
}

function writeText(writer: Writer, value: string): void {
  const text = writer.form === 'code' ? value : value.replace(/[\s\u00a0]+/g, ' ')
  if (text === '') return
  const run: Run = { text }
  if (writer.href) run.href = writer.href
  if (writer.strong) run.strong = true
  if (writer.em) run.em = true
  if (writer.struck) run.struck = true
  if (writer.code) run.code = true
  writer.runs.push(run)
}

/** Ends the block that is being written; what follows inside the same item or quote is a paragraph of it. */
function flush(writer: Writer): void {
  const runs = tidy(writer.runs)
  writer.runs = []
  if (runs.length > 0) writer.blocks.push({ form: writer.form, level: writer.level, runs: linkifyRuns(runs) })
  if (writer.form === 'item' && runs.length > 0) writer.form = 'paragraph'
}

function asBlock(writer: Writer, form: BlockForm, level: number, node: Element): void {
  flush(writer)
  const before = { form: writer.form, level: writer.level }
  writer.form = form
  writer.level = level
  writeChildren(writer, node)
  flush(writer)
  Object.assign(writer, before)
}

function list(writer: Writer, node: Element): void {
  flush(writer)
  const before = { form: writer.form, level: writer.level }
  writer.level++
  writer.form = 'paragraph'
  writeChildren(writer, node)
  flush(writer)
  Object.assign(writer, before)
}

function item(writer: Writer, node: Element): void {
  flush(writer)
  asBlock(writer, 'item', Math.max(1, writer.level), node)
}

function row(writer: Writer, node: Element): void {
  flush(writer)
  if (isLayout(node)) {
    for (const cell of node.childNodes.filter(isElement)) asParagraphs(writer, cell)
    return
  }
  const cells: Run[][] = []
  let header = true
  for (const cell of node.childNodes.filter(isElement)) {
    if (cell.tagName !== 'td' && cell.tagName !== 'th') continue
    if (cell.tagName === 'td') header = false
    const inner = blocksOf(cell, writer.base, writer.classes)
    cells.push(inner.flatMap((block, index) => (index > 0 ? [{ text: '\n' }, ...block.runs] : block.runs)))
  }
  if (cells.length === 0) return
  const runs = cells.flatMap((cell, index) => (index > 0 ? [{ text: ' | ' }, ...cell] : cell))
  writer.blocks.push({ form: 'row', level: 0, runs, cells, ...(header ? { header } : {}) })
}

/** `<dt>When</dt><dd>…</dd>` reads as the line "When: …". */
function term(writer: Writer, node: Element): void {
  flush(writer)
  writeChildren(writer, node)
  if (writer.runs.length > 0 && !/:\s*$/.test(writer.runs.at(-1)!.text)) writer.runs.push({ text: ': ' })
}

function asRest(writer: Writer, node: Element): void {
  writeChildren(writer, node)
  flush(writer)
}

function quote(writer: Writer, node: Element): void {
  if (
    /(?:^|\s)(?:wp-embedded-content|twitter-tweet|instagram-media|tiktok-embed)(?:$|\s)/.test(marksOf(node))
  ) {
    flush(writer)
    const link = [...walk(node)].filter(isElement).findLast(inner => inner.tagName === 'a')
    const url = resolve(attribute(node, 'cite') ?? (link && attribute(link, 'href')), writer.base)
    // The words of a message on a social network are no title.
    const text = /wp-embedded/.test(marksOf(node)) ? textInside(node) : ''
    if (url)
      writer.blocks.push({ form: 'embed', level: writer.level, runs: text ? [{ text, href: url }] : [], url })
    return
  }
  asBlock(writer, 'quote', writer.level, node)
}

/** The block editor keeps the bare address of what it embeds, and a caption below it. */
function figure(writer: Writer, node: Element): void {
  const inner = /(?:^|\s)wp-block-embed(?:$|\s)/.test(marksOf(node)) ? [...walk(node)].filter(isElement) : []
  const wrapper = inner.find(one => /wp-block-embed__wrapper/.test(marksOf(one)))
  const address = wrapper ? textInside(wrapper).trim() : ''
  if (!/^https?:\/\/\S+$/.test(address)) {
    asParagraphs(writer, node)
    return
  }
  flush(writer)
  const caption = inner.find(one => one.tagName === 'figcaption')
  const text = caption ? textInside(caption).replace(/\s+/g, ' ').trim() : ''
  writer.blocks.push({ form: 'embed', level: writer.level, runs: text ? [{ text }] : [], url: address })
}

function image(writer: Writer, node: Element): void {
  const alt = attribute(node, 'alt')?.replace(/\s+/g, ' ').trim()
  if (!alt) return
  if (/emoji|smiley/.test(marksOf(node))) writeText(writer, alt)
  else if (writer.href) writeText(writer, ` ${alt} `)
  else writer.blocks.push({ form: 'image', level: writer.level, runs: [{ text: alt }] })
}

function embed(writer: Writer, node: Element): void {
  const source = ['src', 'data-src', 'data-lazy-src', 'data', 'data-url']
    .map(name => attribute(node, name))
    .find(Boolean)
  const url = watchPage(resolve(source, writer.base))
  if (!url) {
    writeChildren(writer, node)
    return
  }
  flush(writer)
  const title = attribute(node, 'title')?.trim()
  const last = writer.blocks.at(-1)
  // WordPress pairs a quotation holding the title with the frame of the same page.
  if (
    last?.form === 'embed' &&
    node.tagName === 'iframe' &&
    /[?&/]embed(?:[=&#/]|$)/.test(url) &&
    last.runs.length > 0
  )
    return
  writer.blocks.push({ form: 'embed', level: writer.level, runs: title ? [{ text: title }] : [], url })
}

/** The page of an embedded player, where people can watch and share. */
function watchPage(url: string | undefined): string | undefined {
  const youtube =
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/(?!videoseries|live_stream)([\w-]{6,20})/.exec(
      url ?? '',
    )
  if (youtube) return `https://www.youtube.com/watch?v=${youtube[1]}`
  const vimeo = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/.exec(url ?? '')
  return vimeo ? `https://vimeo.com/${vimeo[1]}` : url
}

function rule(writer: Writer): void {
  flush(writer)
  writer.blocks.push({ form: 'rule', level: 0, runs: [] })
}

function tidy(runs: Run[]): Run[] {
  const kept: Run[] = []
  for (const run of runs) {
    const last = kept.at(-1)
    let { text } = run
    if (last === undefined || /[\s]$/.test(last.text)) text = run.code ? text : text.replace(/^ +/, '')
    if (last && text.startsWith('\n')) last.text = last.text.replace(/ +$/, '')
    if (text === '') continue
    kept.push({ ...run, text })
  }
  while (kept.length > 0 && kept.at(-1)!.text.trim() === '') kept.pop()
  while (kept.length > 0 && kept[0]!.text.trim() === '') kept.shift()
  return kept
}

function resolve(address: string | undefined, base: string | undefined): string | undefined {
  const told = address?.trim()
  if (!told || /^(?:javascript|data|about|blob|file):/i.test(told)) return undefined
  if (/^(?:https?|webcal|mailto|tel):/i.test(told)) return told
  if (told.startsWith('//')) return `https:${told}`
  if (!base || told.startsWith('#')) return undefined
  return URL.canParse(told, base) ? new URL(told, base).href : undefined
}
