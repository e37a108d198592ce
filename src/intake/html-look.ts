import { isRoundUpTitle } from './post/words/round-up.ts'

/**
 * What HTML looks to be, told without taking it apart: the page of one thing (an event, an article, a video), or a
 * curator's round-up of many. A fragment without data of its own is the inside of a post.
 */
export function lookOfHtml(html: string): 'page' | 'post' {
  const isWhole = /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(html.slice(0, 4000))
  if (!isWhole && !data.test(html)) return 'post'
  return isRoundUp(html) ? 'post' : 'page'
}

const data =
  /application\/ld\+json|\bitemtype\s*=|\bvocab\s*=|<meta[^>]{1,80}\bog:|class\s*=\s*["'][^"']*\b(?:h-event|h-entry|h-feed|vevent|vcalendar)\b/i

/**
 * Many items with a link to somewhere else and a time beside it; fewer will do under a title that says "events this
 * week". A page that links to its own site's events only is a listing, and a page.
 */
function isRoundUp(html: string): boolean {
  const content = contentOf(html)
  const own = ownHost(html.slice(0, 100_000))
  const hosts = new Set<string>()
  let items = 0
  for (const block of content.split(/<(?:li|p|h[2-6]|tr|dt|dd|br)\b/i).slice(1, 2000)) {
    const there = hostOf(/<a\b[^>]{0,300}?href\s*=\s*["']?(https?:\/\/[^"'\s>]+)/i.exec(block)?.[1])
    if (!there || there === own || sharing.test(there)) continue
    hosts.add(there)
    if (hour.test(block.replace(/<[^>]*>/g, ' ').slice(0, 2000))) items++
  }
  const title =
    /<h1[^>]*>([\s\S]{0,400}?)<\/h1>/i.exec(html)?.[1]?.replace(/<[^>]*>/g, '') ??
    /<title[^>]*>([^<]{0,300})/i.exec(html)?.[1] ??
    ''
  if (items >= 5 && hosts.size >= 4) return true
  return isRoundUpTitle(title) && items >= 2 && hosts.size >= 3
}

const hour = /\b\d{1,2}(?:[:.]\d\d|h\d\d|\s?[ap]\.?m\b|\s?uhr\b|\s?h\b)/i
const sharing =
  /(?:^|\.)(?:facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|telegram|t|tumblr|wordpress|gravatar|instagram|google)\.(?:com|me|org)$/

/** From the post's first heading or content mark to its comments and footer. */
function contentOf(html: string): string {
  const body = withoutParts(html.slice(0, 600_000))
  const from = body.search(
    /class\s*=\s*["'][^"']*\b(?:entry-content|post-content|post-body|article-body|article-content|e-content)\b|<article\b|<main\b|<h1\b/i,
  )
  const rest = from > 0 ? body.slice(from) : body
  const to = rest.search(
    /<[^>]{1,200}(?:id|class)\s*=\s*["'](?:comments|respond|jp-post-flair|related-posts|sharedaddy)\b/i,
  )
  return to > 0 ? rest.slice(0, to) : rest
}

/** In one pass: a part that nobody closes ends at the next one. */
function withoutParts(html: string): string {
  const kept: string[] = []
  let from = 0
  let inside: string | null = null
  for (const tag of html.matchAll(/<(\/?)(script|style|nav|aside|footer|noscript)\b/gi)) {
    const name = tag[2]!.toLowerCase()
    if (tag[1] === '' && inside === null) {
      kept.push(html.slice(from, tag.index))
      inside = name
    } else if (tag[1] === '/' && inside === name) {
      from = tag.index
      inside = null
    }
  }
  if (inside === null) kept.push(html.slice(from))
  return kept.join(' ')
}

function ownHost(head: string): string | undefined {
  for (const [tag] of head.matchAll(/<(?:link|meta)\b[^>]{0,500}>/gi)) {
    if (!/canonical|og:url/i.test(tag)) continue
    const host = hostOf(/\b(?:href|content)\s*=\s*["']?(https?:[^"'\s>]+)/i.exec(tag)?.[1])
    if (host) return host
  }
  return undefined
}

function hostOf(url: string | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined
}
