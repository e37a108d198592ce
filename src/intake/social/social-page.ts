import type { Finding } from '../../domain/finding.ts'
import type { Candidate } from '../page/gather.ts'
import { textOf, valuesOf } from '../page/item.ts'
import { metaOf, type Page, resolveAddress } from '../page/page.ts'
import { dayIn } from '../page/published.ts'
import { publishedText } from '../page/read-work.ts'
import { summaryText, titleText } from '../page/words-of.ts'
import { attribute, textInside } from '../post/markup/html-tree.ts'
import { findingOfPost, type SocialPost } from './post-finding.ts'
import { isFilm, type SocialSite, siteOfPost } from './sites.ts'

/**
 * The page of one post on X, Facebook, Instagram, LinkedIn, Threads, Bluesky, Mastodon and the like, out of what it tells
 * to whoever shows a preview of it. Null for any other page, and where it shows nothing without signing in.
 */
export function readSocialPage(page: Page, candidates: Candidate[]): Finding | null {
  const site = siteOfPost(page.url)
  if (!site || !page.url) return null
  const told = postOf(page, site)
  const data = dataOf(candidates)
  const post: SocialPost = { ...told, ...data, url: page.url, isFilm: isFilm(site, page.url) }
  if (!post.text && (!post.author || isOfSite(post.author, site))) return null
  return findingOfPost(post, data.text ? 'json-ld' : 'open-graph')
}

/** A page that keeps its posts to those who have signed in. */
export function asksToSignIn(title: string): boolean {
  return /^(?:(?:facebook|instagram|linkedin|x|twitter|threads|tiktok)(?:\s*[•–—:|,.-].*\b(?:log ?in|sign ?(?:up|in))\b.*)?|log(?: in)?(?:to| in to| to) (?:facebook|instagram|x|twitter|linkedin|threads)\b.*|login\s*•\s*instagram|linkedin: log in or sign up|sign (?:in|up) \| linkedin.*)$/i.test(
    title.trim(),
  )
}

function isOfSite(author: string, { name }: SocialSite): boolean {
  return author.toLowerCase() === name.toLowerCase() || asksToSignIn(author)
}

function postOf(page: Page, site: SocialSite): SocialPost {
  const title = titleText(metaOf(page, 'og:title', 'twitter:title') ?? page.title) ?? ''
  const words = wordsOf(page)
  const inTitle =
    /^(.{1,100}?) (?:on|auf|sur|en|su|no) (?:X|Twitter|Instagram|LinkedIn|Threads|TikTok|Facebook)\s*:\s*(.+)$/isu.exec(
      title,
    )
  const account = /^(.{1,100}?) \((@[\w.@-]+)\)/u.exec(inTitle?.[1] ?? title)
  const author = account?.[1] ?? inTitle?.[1] ?? authorInTitle(title, site)
  // Instagram puts likes, name and day before the words.
  const counted =
    /^[\d.,KM]+ (?:likes?|Likes?|Follow\w*).{0,60}? - .{1,80}? (?:on|am|le|el) ([^:]{6,40}): ["“]?(.*?)["”]?\.?\s*$/s.exec(
      words ?? '',
    )
  const text = counted?.[2] || unquoted(inTitle?.[2], site) || words
  return {
    // X puts its own name behind the account's: that is how such a page is called.
    title: / on X$/.test(title) ? title : undefined,
    author: author?.trim() || undefined,
    authorUrl: authorAddress(page),
    text: isTextOfSite(text) ? undefined : text,
    published: publishedOf(page) ?? (counted?.[1] && dayIn(counted[1], undefined)) ?? undefined,
    image: imageOf(page),
    ...(page.language && { language: page.language.slice(0, 2).toLowerCase() }),
  }
}

/** The post itself where the page has it in full, else what it tells of it. */
function wordsOf(page: Page): string | undefined {
  const own = page.elements.find(({ element }) => /^bsky_post_text$/.test(attribute(element, 'id') ?? ''))
  const shown = own && textInside(own.element)
  return (
    shown ||
    summaryText(page.meta.get('og:description')?.[0] ?? metaOf(page, 'twitter:description', 'description'))
  )
}

/** `Example Network - Today we …` on Facebook, `Example Network posted on the topic | LinkedIn`. */
function authorInTitle(title: string, { name }: SocialSite): string | undefined {
  const bare = title
    .replace(/\s*[|•·]\s*(?:LinkedIn|Facebook|Telegram|Instagram|TikTok|YouTube).*$/i, '')
    .trim()
  if (name === 'Facebook') return bare.split(/\s+[-–—|]\s+/)[0]
  if (name === 'LinkedIn') return /^(.{2,80}?)(?:['’]s Post| posted on| on LinkedIn)/.exec(bare)?.[1]
  return name === 'Telegram' || name === 'YouTube' || name === 'TikTok' ? bare : undefined
}

/** `“Words …” / X`; LinkedIn adds the number of comments. */
function unquoted(text: string | undefined, site: SocialSite): string | undefined {
  const bare = text
    ?.replace(/\s*\/\s*(?:X|Twitter)$/, '')
    .replace(/\s*\|\s*[\d.,]+ comments?(?: on LinkedIn)?$/i, '')
    .replace(/^["“](.*)["”]$/s, '$1')
    .trim()
  // LinkedIn's titles are cut; its description has more.
  return site.name === 'LinkedIn' || bare?.endsWith('…') || bare?.endsWith('...') ? undefined : bare
}

function isTextOfSite(text: string | undefined): boolean {
  return (
    !text ||
    /^(?:see posts, photos and more on facebook|log in to facebook|create an account or log in|welcome back to instagram|from breaking news and entertainment|join the conversation|\d[\d,. ]* (?:followers|members|subscribers)\b)/i.test(
      text,
    )
  )
}

function authorAddress(page: Page): string | undefined {
  const { url } = page
  if (!url) return undefined
  const told = resolveAddress(metaOf(page, 'article:author', 'og:article:author', 'profile:url'), page.base)
  if (told) return told
  const [, base, handle] =
    /^(https?:\/\/[^/]+)\/((?:profile\/|@)?[^/?]+)\/(?:status|post|posts|\d{12,})/.exec(url) ?? []
  return handle && !/^(?:i|feed|groups|share)$/.test(handle) ? `${base}/${handle}` : undefined
}

function publishedOf(page: Page): string | undefined {
  const told = metaOf(
    page,
    'article:published_time',
    'og:published_time',
    'og:article:published_time',
    'datepublished',
  )
  if (told) return publishedText(told)
  const shown = page.elements.find(
    ({ element }) =>
      attribute(element, 'id') === 'bsky_post_indexedat' ||
      (element.tagName === 'time' && attribute(element, 'datetime')),
  )
  return shown && publishedText(attribute(shown.element, 'datetime') ?? textInside(shown.element))
}

/** A picture of the post; the face of whoever wrote it is none. */
function imageOf(page: Page): string | undefined {
  const told = resolveAddress(metaOf(page, 'og:image:secure_url', 'og:image', 'twitter:image'), page.base)
  return told && !/profile_images|\/avatars?\/|profile-displayphoto|company-logo|default_?avatar/i.test(told)
    ? told
    : undefined
}

/** LinkedIn and some others tell a post as data too. */
function dataOf(candidates: Candidate[]): SocialPost {
  const item = candidates
    .flatMap(({ thing }) => thing)
    .find(({ types }) =>
      types.some(type => /^(?:SocialMediaPosting|DiscussionForumPosting|VideoObject)$/.test(type)),
    )
  if (!item) return {}
  const [author] = valuesOf(item, 'author', 'creator')
  const name = typeof author === 'string' ? author : author && textOf(author, 'name')
  const text = summaryText(textOf(item, 'articleBody', 'text', 'description', 'headline'))
  const published = publishedText(textOf(item, 'datePublished', 'uploadDate', 'dateCreated') ?? '')
  const isPerson = typeof author === 'object' && author.types.includes('Person')
  const isGroup = typeof author === 'object' && author.types.some(type => /Organization/.test(type))
  return {
    ...(text && { text }),
    ...(name && { author: titleText(name) }),
    ...(published && { published }),
    ...((isPerson || isGroup) && { isOrganisation: isGroup }),
  }
}
