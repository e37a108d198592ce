import type { Finding } from '../../domain/finding.ts'
import { resolveAddress } from '../page/page.ts'
import { dayIn } from '../page/published.ts'
import { titleText } from '../page/words-of.ts'
import {
  attribute,
  type Element,
  isElement,
  marksOf,
  parseTree,
  textInside,
  walk,
} from '../post/markup/html-tree.ts'
import { findingOfPost } from './post-finding.ts'
import { isFilm, siteOfPost } from './sites.ts'

/**
 * A post as its site hands it out to be shown elsewhere (oEmbed of X, Mastodon, Bluesky, TikTok, Reddit …): the quotation in its HTML, with the
 * author's name and the day below it. Null for what quotes nobody.
 */
export function postInEmbed(fields: Map<string, string>, url: string | undefined): Finding | null {
  const address = resolveAddress(fields.get('url'), undefined) ?? url
  const elements = [...walk(parseTree(fields.get('html') ?? ''))].filter(isElement)
  const quote = elements.find(element => element.tagName === 'blockquote' && marks.test(marksOf(element)))
  const cited =
    quote &&
    (attribute(quote, 'cite') ??
      attribute(quote, 'data-instgrm-permalink') ??
      attribute(quote, 'data-embed-url'))
  const site = siteOfPost(address) ?? siteOfPost(resolveAddress(cited, undefined))
  if (!quote && !site) return null
  const author = titleText(fields.get('author_name'))
  const told = quote && textOfQuote(quote)
  const isOfFilm =
    site !== null && address !== undefined && siteOfPost(address) === site && isFilm(site, address)
  return findingOfPost(
    {
      text: told || titleText(fields.get('title')),
      author,
      authorUrl: resolveAddress(fields.get('author_url'), undefined),
      url: resolveAddress(cited, undefined)?.replace(/\/embed$/, '') ?? address,
      published: quote && dayBelow(quote),
      image: resolveAddress(fields.get('thumbnail_url'), address),
      isFilm: isOfFilm,
      links: quote && linksOf(quote),
      language: languageOf(quote),
    },
    'oembed',
  )
}

const marks =
  /twitter-(?:tweet|video)|bluesky-embed|mastodon-embed|tiktok-embed|instagram-media|reddit-embed|text-post-media/

/** The first paragraph; line by line, links by their words. */
function textOfQuote(quote: Element): string | undefined {
  const paragraph = quote.childNodes.filter(isElement).find(child => child.tagName === 'p')
  if (!paragraph) return undefined
  const lines: string[] = ['']
  for (const node of walk(paragraph)) {
    if (isElement(node) && node.tagName === 'br') lines.push('')
    else if ('value' in node && node.nodeName === '#text') lines[lines.length - 1] += node.value
  }
  return (
    lines
      .map(line => line.replace(/\s+/g, ' ').trim())
      .join('\n')
      .trim() || undefined
  )
}

/** "September 5, 2014", behind the author's name. */
function dayBelow(quote: Element): string | undefined {
  const links = [...walk(quote)].filter(isElement).filter(element => element.tagName === 'a')
  const last = links.at(-1)
  const time = [...walk(quote)].filter(isElement).find(element => element.tagName === 'time')
  return dayIn((time && attribute(time, 'datetime')) ?? (last ? textInside(last) : ''), undefined)
}

function linksOf(quote: Element): string[] {
  return [...walk(quote)]
    .filter(isElement)
    .filter(element => element.tagName === 'a')
    .flatMap(element =>
      /^https?:/.test(textInside(element))
        ? []
        : (resolveAddress(attribute(element, 'href'), undefined) ?? []),
    )
    .filter(
      url =>
        !siteOfPost(url) &&
        !/^https?:\/\/(?:www\.)?(?:twitter|x|bsky|tiktok|instagram)\.(?:com|app)\//.test(url),
    )
}

function languageOf(quote: Element | undefined): string | undefined {
  const paragraph = quote?.childNodes.filter(isElement).find(child => child.tagName === 'p')
  const told = (paragraph && attribute(paragraph, 'lang')) ?? (quote && attribute(quote, 'data-bluesky-lang'))
  return /^[a-z]{2}\b/.test(told ?? '') && told !== 'und' ? told!.slice(0, 2) : undefined
}
