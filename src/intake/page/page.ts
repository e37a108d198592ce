import { attribute, type Element, isElement, marksOf, parseTree } from '../post/markup/html-tree.ts'

/** A page taken apart once: what its head says, and its elements in the order of the document. */
export type Page = {
  root: Element
  /** The address it says it has, or came from; relative addresses are resolved against `base`. */
  url?: string
  base?: string
  language?: string
  /** The window's title. */
  title?: string
  /** `<meta>` by name or property, lower case, each value once. */
  meta: Map<string, string[]>
  /** `<link>` by rel, type and address, resolved. */
  links: { rel: string; type: string; url: string; title?: string }[]
  /** The texts of the `application/ld+json` scripts. */
  blocks: string[]
  elements: PageElement[]
}
export type PageElement = { element: Element; aside: boolean }

/** Throws `TooDeep` for what no page is. */
export function takeApart(html: string, url?: string): Page {
  const root = parseTree(html)
  const page: Page = { root, meta: new Map(), links: [], blocks: [], elements: [] }
  const language = attribute(root, 'lang') ?? attribute(root, 'xml:lang')
  if (/^[a-z]{2,3}\b/i.test(language ?? '')) page.language = language!.slice(0, 12)
  flatten(page)
  const ofBase = page.elements.find(({ element }) => element.tagName === 'base')
  const base = resolveAddress(ofBase && attribute(ofBase.element, 'href'), url) ?? url
  if (base) page.base = base
  for (const { element } of page.elements) readHeadElement(page, element)
  const own = resolveAddress(
    page.links.find(link => link.rel === 'canonical')?.url ?? metaOf(page, 'og:url'),
    page.base,
  )
  const address = own && isLikeOwn(own, url) ? own : (url ?? own)
  if (address) {
    page.url = address
    page.base ??= address
  }
  return page
}

export function metaOf(page: Page, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = page.meta.get(name)?.find(text => text.trim() !== '')
    if (value) return value.replace(/\s+/g, ' ').trim()
  }
  return undefined
}

/** An address of the web, absolute; undefined for scripts, data, anchors, and relative ones without a base. */
export function resolveAddress(address: string | undefined, base: string | undefined): string | undefined {
  const told = address?.trim()
  if (!told || told.length > 4000 || /^(?:javascript|data|about|blob|file|mailto|tel|#)/i.test(told))
    return undefined
  if (/^(?:https?|webcal|zoommtg|msteams):/i.test(told)) return URL.canParse(told) ? told : undefined
  if (told.startsWith('//')) return `https:${told}`
  return base && URL.canParse(told, base) ? new URL(told, base).href : undefined
}

/** Without a loop of calls: a page's depth is bounded, its breadth is not. */
function flatten(page: Page): void {
  const around = aroundHeadings(page.root)
  const stack: PageElement[] = [{ element: page.root, aside: false }]
  for (let next = stack.pop(); next; next = stack.pop()) {
    page.elements.push(next)
    const children = next.element.childNodes
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at]!
      if (isElement(child))
        stack.push({ element: child, aside: next.aside || (!around.has(child) && isAside(child)) })
    }
  }
}

/** What holds the page's heading is no side-bar, whatever a theme calls it. */
function aroundHeadings(root: Element): Set<Element> {
  const around = new Set<Element>()
  const hasHeading = hasElement(root, element => element.tagName === 'h1')
  const stack = [root]
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.tagName === 'h1' || (!hasHeading && isTitle(next))) {
      let parent = next.parentNode
      while (parent && 'tagName' in parent && !around.has(parent)) {
        around.add(parent)
        parent = parent.parentNode
      }
      if (around.size > 2000) return around
    }
    for (const child of next.childNodes) if (isElement(child)) stack.push(child)
  }
  return around
}

function isTitle(element: Element): boolean {
  return /^h[23]$/.test(element.tagName) && /(?:post|entry|article)-title/.test(marksOf(element))
}

function hasElement(root: Element, test: (element: Element) => boolean): boolean {
  const stack = [root]
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (test(next)) return true
    for (const child of next.childNodes) if (isElement(child)) stack.push(child)
  }
  return false
}

function isAside(element: Element): boolean {
  if (/^(?:nav|aside|footer)$/.test(element.tagName)) return true
  if (/^(?:html|body|head|main|article)$/.test(element.tagName)) return false
  const marks = marksOf(element)
  // Blogger calls the content a widget too.
  if (/\bwidget Blog\b/.test(marks)) return false
  return marks.length > 2 && marks.length < 400 && besideMarks.test(marks)
}

const besideMarks =
  /(?:^|(?<!\b(?:no|non|not|has|with|without|right|left|content))[\s_-])(?:side-?bar\w*|widget(?:-area|s)?|footer|related(?:-\w+)?|recommend\w*|mega-?menu|navigation|nav-?bar|upcoming-?events|more-?events)(?=$|[\s_-])/i

function readHeadElement(page: Page, element: Element): void {
  const tag = element.tagName
  if (tag === 'meta') {
    const content = attribute(element, 'content') ?? attribute(element, 'value')
    const name = attribute(element, 'property') ?? attribute(element, 'name')
    if (!name || content === undefined || page.meta.size > 2000) return
    const key = name.trim().toLowerCase()
    const values = page.meta.get(key) ?? []
    if (values.length < 50 && !values.includes(content))
      page.meta.set(key, [...values, content.slice(0, 20_000)])
  } else if (tag === 'link') {
    const url = resolveAddress(attribute(element, 'href'), page.base)
    const rel = attribute(element, 'rel')?.toLowerCase()
    if (!url || !rel || page.links.length > 500) return
    const title = attribute(element, 'title')
    const type = attribute(element, 'type')?.toLowerCase() ?? ''
    page.links.push({ rel, type, url, ...(title && { title }) })
  } else if (tag === 'title') {
    const text = element.childNodes.map(node => ('value' in node ? node.value : '')).join('')
    page.title ??= text.replace(/\s+/g, ' ').trim() || undefined
  } else if (tag === 'script' && /ld\+json/i.test(attribute(element, 'type') ?? '')) {
    page.blocks.push(element.childNodes.map(node => ('value' in node ? node.value : '')).join(''))
  }
}

/** A canonical address of another site, or of the site's front page, is a slip of the template. */
function isLikeOwn(own: string, url: string | undefined): boolean {
  if (!url || !URL.canParse(url) || !URL.canParse(own)) return true
  const [here, there] = [new URL(url), new URL(own)]
  return !(there.pathname === '/' && there.search === '' && here.pathname !== '/')
}
