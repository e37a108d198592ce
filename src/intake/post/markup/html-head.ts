import { withoutPlainHead } from '../words/plain-head.ts'
import { isPlainHeading } from '../words/section-words.ts'
import type { PostHead } from './block.ts'
import { emptyHead } from './block.ts'
import { isDocTitle } from './html-parts.ts'
import { attribute, type Element, isElement, marksOf, textInside, walk } from './html-tree.ts'

/** What a page says of its post in `<meta>` and in the byline the theme prints. */
export function readPageHead(root: Element, base?: string): PostHead {
  const head = emptyHead()
  const meta = new Map<string, string>()
  const language = attribute(root, 'lang')
  if (language) head.language = language.slice(0, 2).toLowerCase()
  let firstHeading: string | undefined
  let entryTitle: string | undefined
  let windowTitle: string | undefined
  for (const node of walk(root)) {
    if (!isElement(node)) continue
    const marks = marksOf(node)
    const text = () => textInside(node)
    if (node.tagName === 'meta') {
      const name = attribute(node, 'property') ?? attribute(node, 'name') ?? attribute(node, 'itemprop')
      const content = attribute(node, 'content')
      if (name && content && !meta.has(name.toLowerCase())) meta.set(name.toLowerCase(), content)
    } else if (node.tagName === 'title') {
      windowTitle ??= text()
    } else if (node.tagName === 'link' && attribute(node, 'rel') === 'canonical') {
      head.url ??= attribute(node, 'href')
    } else if (/^h[12]$/.test(node.tagName)) {
      if (/(?:entry|post|article)-?title|p-name/.test(marks)) entryTitle ??= text()
      if (node.tagName === 'h1' && !/site-title/.test(marks)) firstHeading ??= text()
    } else if (isDocTitle(node)) entryTitle ??= text()
    else if (node.tagName === 'time' && attribute(node, 'datetime')) {
      if (/published|entry-date|post-date|dt-published/.test(marks))
        head.published ??= dayOf(attribute(node, 'datetime'))
    } else if (node.tagName === 'a') {
      const rel = ` ${attribute(node, 'rel') ?? ''} `
      if (rel.includes(' category ')) add(head.categories, text())
      else if (rel.includes(' tag ')) add(head.tags, text())
      else if (rel.includes(' author ') || /(?:^|\s)(?:url fn n|author-link)/.test(marks))
        addAuthor(head, text(), node)
    }
  }
  const shown = entryTitle ?? firstHeading
  const thing = shown && windowTitle && isPlainHeading(shown) ? withoutPlainHead(windowTitle) : windowTitle
  const title =
    meta.get('og:title') ??
    (thing === windowTitle ? shown : thing) ??
    windowTitle?.replace(/\s+[|–—»].*$/, '')
  if (title) head.title = withoutPlainHead(title.replace(/\s+/g, ' ').trim())
  const published = dayOf(meta.get('article:published_time') ?? meta.get('datepublished') ?? meta.get('date'))
  if (published) head.published = published
  const url = meta.get('og:url') ?? head.url
  if (url) head.url = url
  const author = meta.get('author')
  if (author && head.authors.length === 0) head.authors.push({ name: author })
  for (const one of head.authors) {
    if (one.url) one.url = absolute(one.url, base ?? head.url) ?? one.url
  }
  return head
}

function absolute(address: string, base: string | undefined): string | undefined {
  return base && URL.canParse(address, base) ? new URL(address, base).href : undefined
}

function dayOf(value: string | undefined): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0]
}

function add(list: string[], value: string): void {
  if (value !== '' && !list.includes(value)) list.push(value)
}

function addAuthor(head: PostHead, name: string, element: Element): void {
  if (name === '' || name.length > 80 || head.authors.some(author => author.name === name)) return
  const url = attribute(element, 'href')
  head.authors.push(url ? { name, url } : { name })
}
