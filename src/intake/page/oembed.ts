import { SaxesParser } from 'saxes'
import type { Finding, FoundLink, Provenance } from '../../domain/finding.ts'
import { linkRole } from '../link-role.ts'
import { attribute, isElement, parseTree, walk } from '../post/markup/html-tree.ts'
import { resolveAddress } from './page.ts'
import { titleText } from './words-of.ts'

/** Fields of an oEmbed answer (oembed.com, section 2.3.4), all as text. */
export type Embedded = Map<string, string>

/** JSON or XML; null for anything that is no oEmbed answer. */
export function readEmbedded(text: string): Embedded | null {
  const head = text.trimStart()
  if (head.startsWith('{')) return ofJson(head)
  return /<oembed[\s>]/i.test(head.slice(0, 2000)) ? ofXml(head) : null
}

/** What it is of: a video, a sound, an article; null where neither a title nor a player is told. */
export function findingOf(fields: Embedded, url: string | undefined): Finding | null {
  const type = fields.get('type')
  const html = fields.get('html') ?? ''
  const inner = html ? framesIn(html) : {}
  const isVideo = type === 'video' || (type === 'rich' && inner.frame !== undefined && isPlayer(inner.frame))
  const title = titleText(fields.get('title'))
  const page = resolveAddress(fields.get('url'), undefined) ?? inner.link ?? url
  const links: FoundLink[] = []
  if (isVideo && inner.frame)
    links.push({
      role: linkRole(inner.frame) === 'livestream' ? 'livestream' : 'recording',
      url: inner.frame,
    })
  const name = title ?? (isVideo && links.length ? titleText(fields.get('provider_name')) : undefined)
  if (!name) return null
  const provider = titleText(fields.get('provider_name'))
  const author = titleText(fields.get('author_name'))
  const site = author ?? provider
  const authorUrl = author
    ? resolveAddress(fields.get('author_url'), undefined)
    : resolveAddress(fields.get('provider_url'), undefined)
  const image = resolveAddress(fields.get('thumbnail_url'), page)
  const summary = titleText(fields.get('description'))
  const finding: Finding = {
    kind: isVideo ? 'video' : 'article',
    title: name,
    ...(page && { url: page }),
    ...(summary && { summary }),
    ...(site && { organisations: [{ name: site, ...(authorUrl && { url: authorUrl }) }] }),
    ...(image && { image }),
    ...(links.length && { links }),
  }
  const source: Provenance = 'oembed'
  finding.from = Object.fromEntries(Object.keys(finding).map(field => [field, source]))
  return finding
}

function ofJson(text: string): Embedded | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const fields: Embedded = new Map()
  for (const [key, one] of Object.entries(value)) {
    if (typeof one === 'string' || typeof one === 'number')
      fields.set(key.toLowerCase(), String(one).slice(0, 100_000))
  }
  return isAnswer(fields) ? fields : null
}

function ofXml(text: string): Embedded | null {
  const fields: Embedded = new Map()
  const open: string[] = []
  const parser = new SaxesParser()
  parser.on('opentag', tag => open.push(tag.name.toLowerCase()))
  parser.on('closetag', () => open.pop())
  const take = (words: string) => {
    const name = open.at(-1)
    if (open.length === 2 && name && open[0] === 'oembed')
      fields.set(name, ((fields.get(name) ?? '') + words).slice(0, 100_000))
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('error', () => {})
  try {
    parser.write(text.slice(0, 1_000_000)).close()
  } catch {
    return null
  }
  return isAnswer(fields) ? fields : null
}

/** Fields that answers have and other data does not. */
function isAnswer(fields: Embedded): boolean {
  const type = fields.get('type') ?? ''
  return (
    fields.has('version') &&
    /^(?:photo|video|link|rich)?$/.test(type.trim()) &&
    (fields.has('html') || fields.has('provider_name') || fields.has('title'))
  )
}

/** The frame and the first link within the HTML that is to be embedded. */
function framesIn(html: string): { frame?: string; link?: string } {
  const elements = [...walk(parseTree(html))].filter(isElement)
  const frame = elements.find(element => element.tagName === 'iframe')
  const link = elements.find(element => element.tagName === 'a')
  const frameUrl = frame && resolveAddress(attribute(frame, 'src'), undefined)
  const linkUrl = link && resolveAddress(attribute(link, 'href'), undefined)
  return { ...(frameUrl && { frame: frameUrl }), ...(linkUrl && { link: linkUrl }) }
}

function isPlayer(url: string): boolean {
  const role = linkRole(url)
  return role === 'recording' || role === 'livestream'
}
