import { resolveAddress } from '../page/page.ts'
import { eventOf } from './event-words.ts'
import type { Feed, FeedItem } from './item.ts'
import { child, childrenOf, markupOf, type Node, readMarkup, textOf } from './markup.ts'

/** RSS 0.9 to 2.0, RDF and Atom 0.3 and 1.0; null for what is none of them. */
export function readXmlFeed(text: string, url: string | undefined): Feed | null {
  const roots = readMarkup(text)
  const root = roots.find(({ name }) => /^(?:rss|feed|rdf|channel)$/.test(name))
  if (!root) return null
  const channel = root.name === 'channel' ? root : (child(root, 'channel') ?? root)
  const base = resolveAddress(root.attributes['xml:base'] ?? siteOf(channel), url) ?? url
  const language = textOf(channel, 'language', ['', 'dc']) ?? root.attributes['xml:lang']
  const title = textOf(channel, 'title')
  // RDF has its items beside the channel, some feeds in both places.
  const nodes = [channel, ...(channel === root ? [] : [root])].flatMap(node =>
    node.children.filter(({ name }) => name === 'item' || name === 'entry' || name === 'liveitem'),
  )
  return {
    ...(title && { title }),
    ...(language && { language }),
    ...(base && { base }),
    keepers: keepersOf(channel),
    ...(roots.isCut && { isCut: true }),
    ...(/<!ENTITY\s/i.test(text.slice(0, 20_000)) && { hasEntities: true }),
    items: nodes.map(node => itemOf(node, base, language)),
  }
}

/** Who a podcast, a blog of several or a newspaper says it is by. */
function keepersOf(channel: Node): string[] {
  const owner = channel.children.find(({ name, prefix }) => name === 'owner' && prefix === 'itunes')
  return [
    textOf(channel, 'author', ['itunes']),
    owner && textOf(owner, 'name', ['itunes']),
    textOf(channel, 'publisher', ['dc']),
    textOf(channel, 'creator', ['dc']),
  ].flatMap(name => name ?? [])
}

function itemOf(node: Node, feedBase: string | undefined, language: string | undefined): FeedItem {
  const base = resolveAddress(node.attributes['xml:base'], feedBase) ?? feedBase
  const image = imageOf(node)
  const told = {
    id: textOf(node, 'guid') ?? textOf(node, 'id') ?? node.attributes.about,
    title: textOf(node, 'title', ['', 'atom', 'dc', 'media', 'itunes']) ?? deepTitle(node),
    url: resolveAddress(addressOf(node), base),
    published: publishedOf(node),
    summary:
      textOf(node, 'description') ??
      textOf(node, 'summary', ['', 'atom', 'itunes']) ??
      textOf(node, 'description', ['media', 'dc']) ??
      groupText(node, 'description'),
    content: textOf(node, 'encoded', ['content']) ?? textOf(node, 'content'),
    publisher: textOf(node, 'publisher', ['dc']),
    language: textOf(node, 'language', ['dc', '']) ?? node.attributes['xml:lang'] ?? language,
    image: resolveAddress(image, base),
    seconds: secondsOf(textOf(node, 'duration', ['itunes'])),
    event: eventOf(node),
  }
  const known = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
  return { ...known, authors: authorsOf(node), tags: tagsOf(node), media: mediaOf(node, base) }
}

/** `itunes:duration` (help.apple.com/itc/podcasts_connect): seconds, or as on a clock. */
function secondsOf(told: string | undefined): number | undefined {
  const [, hours = '0', minutes, seconds] = /^\s*(?:(\d{1,3}):)?(\d{1,3}):(\d\d)\s*$/.exec(told ?? '') ?? []
  if (minutes !== undefined) return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return /^\s*\d{1,6}\s*$/.test(told ?? '') ? Number(told) : undefined
}

/** The page it is about: not the feed itself, nor where to comment on it. */
function addressOf(node: Node): string | undefined {
  // What counts clicks stands in front of the page itself.
  const original = node.children.find(({ name, prefix }) => name === 'origlink' && prefix === 'feedburner')
  if (original && /^https?:/.test(original.text.trim())) return original.text.trim()
  const links = childrenOf(node, 'link')
  const plain = links.find(({ prefix, text }) => prefix === '' && text.trim() !== '')
  if (plain) return plain.text.trim()
  const href = (rel: RegExp) =>
    links.find(({ attributes }) => attributes.href && rel.test(attributes.rel ?? 'alternate'))
  const found = href(/^alternate$/) ?? href(/^(?!self|edit|replies|enclosure|hub|related|via)/)
  const guid = childrenOf(node, 'guid')
    .find(({ attributes }) => attributes.ispermalink !== 'false')
    ?.text.trim()
  return found?.attributes.href ?? (guid && /^https?:/.test(guid) ? guid : node.attributes.about)
}

function siteOf(channel: Node): string | undefined {
  return addressOf(channel)
}

function publishedOf(node: Node): string | undefined {
  return (
    textOf(node, 'pubdate') ??
    textOf(node, 'published') ??
    textOf(node, 'issued', ['', 'dcterms']) ??
    textOf(node, 'date', ['dc', '']) ??
    textOf(node, 'created', ['', 'dcterms']) ??
    textOf(node, 'updated') ??
    textOf(node, 'modified')
  )
}

function authorsOf(node: Node): { name: string; url?: string }[] {
  const creators = [...childrenOf(node, 'creator'), ...childrenOf(node, 'author')].filter(
    ({ prefix }) => prefix === '' || prefix === 'dc' || prefix === 'itunes' || prefix === 'atom',
  )
  const told = creators.flatMap(author => {
    const name = textOf(author, 'name') ?? author.text
    const url = textOf(author, 'uri') ?? textOf(author, 'url')
    // RSS: `mail@example.org (Name)`
    const words = (/\(([^()]+)\)\s*$/.exec(name)?.[1] ?? name).trim()
    return words && !/^\S+@\S+$/.test(words) ? [{ name: words, ...(url && { url }) }] : []
  })
  return told.filter(({ name }, index) => told.findIndex(other => other.name === name) === index)
}

function tagsOf(node: Node): string[] {
  // The catalogues of media and podcasts file things, as no curator would.
  const told = [...childrenOf(node, 'category'), ...childrenOf(node, 'subject')]
    .filter(({ prefix }) => prefix !== 'media' && prefix !== 'itunes')
    .flatMap(each => {
      const words = each.attributes.label ?? each.attributes.term ?? each.text
      return each.name === 'subject' ? words.split(/[,;]/) : words
    })
  return [...new Set(told.map(tag => tag.trim()).filter(tag => tag !== '' && !/^https?:/.test(tag)))]
}

/** `media:group` holds what would stand in the item itself. */
function mediaNodes(node: Node): Node[] {
  const own = node.children.filter(({ prefix }) => prefix === 'media')
  return own.flatMap(each => (each.name === 'group' ? each.children : [each]))
}

function groupText(node: Node, name: string): string | undefined {
  const found = mediaNodes(node).find(each => each.name === name)
  return found && (markupOf(found).trim() || undefined)
}

function deepTitle(node: Node): string | undefined {
  return groupText(node, 'title')
}

function mediaOf(node: Node, base: string | undefined): { url: string; type?: string }[] {
  const found: { url: string; type?: string }[] = []
  const add = (address: string | undefined, type: string | undefined) => {
    const url = resolveAddress(address, base)
    if (url && !found.some(one => one.url === url)) found.push({ url, ...(type && { type }) })
  }
  for (const { attributes } of childrenOf(node, 'enclosure'))
    add(attributes.url ?? attributes.resource, attributes.type)
  for (const { attributes } of childrenOf(node, 'link'))
    if (attributes.rel === 'enclosure') add(attributes.href, attributes.type)
  for (const { name, attributes } of mediaNodes(node)) {
    if (name === 'content') add(attributes.url, attributes.type ?? attributes.medium)
    if (name === 'player') add(attributes.url, 'video')
  }
  return found
}

function imageOf(node: Node): string | undefined {
  const thumbnail = mediaNodes(node).find(({ name }) => name === 'thumbnail')?.attributes.url
  const itunes = node.children.find(({ name, prefix }) => name === 'image' && prefix === 'itunes')?.attributes
    .href
  const picture = [...childrenOf(node, 'enclosure'), ...mediaNodes(node)].find(
    ({ attributes }) =>
      /^image(?:\/|$)/.test(attributes.type ?? attributes.medium ?? '') &&
      !portraits.test(attributes.url ?? ''),
  )
  return thumbnail ?? itunes ?? picture?.attributes.url
}

/** Where the pictures of authors come from. */
const portraits = /gravatar\.com\/avatar/i
