import { Parser } from 'htmlparser2'
import { mf2 } from 'microformats-parser'

/** What a page says that mentions another: who wrote it, and how it says so. */
export type MentionSource = {
  isLinking: boolean
  author: string | null
  title: string | null
  excerpt: string
}

/**
 * Whether a page really links to an address, and by whom it is. Of HTML the links count, of JSON and plain text the
 * address as it is written. It is not to be trusted with time: ask apart.
 *
 * @param url at which the page was found
 */
export function readMentionSource(
  text: string,
  { contentType, url, target }: { contentType: string | null; url: string; target: string },
): MentionSource {
  const type = (contentType ?? 'text/html').split(';')[0]!.trim().toLowerCase()
  const bare = { author: null, title: null, excerpt: '' }
  if (/^application\/(?:[\w.-]+\+)?json$|^text\/json$/.test(type))
    return { ...bare, isLinking: standsInJson(text, target) }
  if (type !== 'text/html' && type !== 'application/xhtml+xml')
    return { ...bare, isLinking: type.startsWith('text/') && standsInText(text, target) }
  const { isLinking, title } = lookThrough(text, url, target)
  return isLinking ? { isLinking, title, ...toldIn(text, url, target) } : { ...bare, isLinking }
}

/** Links, and what is shown of other addresses; not what stands in comments, scripts and templates. */
function lookThrough(
  html: string,
  url: string,
  target: string,
): { isLinking: boolean; title: string | null } {
  const wanted = comparable(target, url)
  let base: string | null = null
  let [title, isInTitle, templates] = ['', false, 0]
  const found: string[] = []
  const parser = new Parser({
    onopentag(name, { href, src }) {
      if (name === 'template') templates++
      if (templates > 0) return
      isInTitle = name === 'title' && title === ''
      if (name === 'base') base ??= href ?? null
      else found.push(...[href, src].filter(told => told !== undefined))
    },
    ontext(words) {
      if (isInTitle && title.length < 500) title += words
    },
    onclosetag(name) {
      if (name === 'template') templates--
      isInTitle = false
    },
  })
  parser.write(html)
  parser.end()
  const from = (base !== null && URL.parse(base, url)?.href) || url
  return { isLinking: found.some(told => comparable(told, from) === wanted), title: short(title, mostTitle) }
}

function comparable(told: string, base: string): string | null {
  const url = URL.parse(told.trim(), base)
  if (!url) return null
  url.hash = ''
  return url.href
}

function standsInJson(text: string, target: string): boolean {
  const open: unknown[] = []
  try {
    open.push(JSON.parse(text))
  } catch {
    return false
  }
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (value === target) return true
    if (typeof value === 'object' && value !== null)
      for (const each of Object.values(value)) if (each !== undefined && each !== null) open.push(each)
  }
  return false
}

/** A longer address that begins alike is another one. */
function standsInText(text: string, target: string): boolean {
  for (let at = text.indexOf(target); at >= 0; at = text.indexOf(target, at + 1)) {
    const next = text[at + target.length] ?? ' '
    if (/[\s<>"'()[\],;]/.test(next)) return true
    if (next === '.' && /^\.(?:\s|$)/.test(text.slice(at + target.length))) return true
  }
  return false
}

type Root = { type?: string[]; properties?: Record<string, unknown[]>; children?: unknown[]; value?: unknown }

/** By microformats 2: of several entries the one that links there. */
function toldIn(html: string, url: string, target: string): { author: string | null; excerpt: string } {
  const entries: { entry: Root; by: unknown }[] = []
  const gather = (items: unknown[], by: unknown, depth: number) => {
    for (const item of items.slice(0, 1000) as Root[]) {
      const own = item.properties?.author?.[0] ?? by
      if (item.type?.some(type => type === 'h-entry' || type === 'h-event'))
        entries.push({ entry: item, by: own })
      if (depth < 6) gather(item.children ?? [], own, depth + 1)
    }
  }
  try {
    gather(mf2(html, { baseUrl: url }).items, undefined, 0)
  } catch {
    // The library throws on a document without a body.
  }
  const chosen = entries.find(({ entry }) => JSON.stringify(entry).includes(target)) ?? entries[0]
  if (!chosen) return { author: null, excerpt: '' }
  const { entry, by } = chosen
  const { summary, content } = entry.properties ?? {}
  return {
    author: short(nameOf(by), mostAuthor),
    excerpt: short(plainOf(summary?.[0]) ?? plainOf(content?.[0]), mostExcerpt) ?? '',
  }
}

function nameOf(by: unknown): string | null {
  const card = by as Root | string | undefined
  return typeof card === 'string' ? card : (plainOf(card?.properties?.name?.[0]) ?? plainOf(card))
}

function plainOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  const told = (value as Root | null | undefined)?.value
  return typeof told === 'string' ? told : null
}

/** In characters, as they are kept. */
const [mostAuthor, mostTitle, mostExcerpt] = [80, 120, 300]

function short(words: string | null, most: number): string | null {
  const told = words?.replace(/[\s\p{Cc}]+/gu, ' ').trim() ?? ''
  if (told === '') return null
  const signs = Array.from(told.slice(0, most * 4))
  return signs.length <= most
    ? told
    : `${signs
        .slice(0, most - 2)
        .join('')
        .replace(/\s+\S*$/, '')} …`
}
