import type { Finding, FoundLink, Provenance } from '../../domain/finding.ts'
import { linksIn } from '../link-role.ts'
import { looksLikeName } from '../post/parties/parties.ts'

/** A post as one of its sources tells it. */
export type SocialPost = {
  /** The name that its page has, where that is no more than its author's. */
  title?: string | undefined
  text?: string | undefined
  /** The name that its author goes by, and where they are found. */
  author?: string | undefined
  authorUrl?: string | undefined
  isOrganisation?: boolean | undefined
  url?: string | undefined
  published?: string | undefined
  image?: string | undefined
  language?: string | undefined
  isFilm?: boolean | undefined
  /** Links that the text leads to, besides those written out in it. */
  links?: string[] | undefined
}

/**
 * A post is a statement: its words are quoted, with who wrote it, when and where, so that nobody need be asked for it
 * again. Its title are its first words. Null where neither words nor author are told.
 */
export function findingOfPost(post: SocialPost, source: Provenance): Finding | null {
  const text = post.text
    ?.slice(0, mostLetters)
    .replace(/[\u200b\u2060]/g, '')
    .trim()
  const author = post.author?.replace(/\s+/g, ' ').trim()
  const title = post.title ?? (text ? titleOf(text) : undefined)
  if (!title && !author) return null
  const finding: Finding = { kind: post.isFilm ? 'video' : 'statement', title: title ?? author! }
  if (post.url) finding.url = post.url
  if (post.published) finding.published = post.published
  if (text) finding.summary = quoted(text)
  if (author) {
    const who = { name: author, ...(post.authorUrl && { url: post.authorUrl }) }
    if (post.isOrganisation === false || (post.isOrganisation === undefined && looksLikeName(author)))
      finding.people = [{ ...who, role: 'author' }]
    else finding.organisations = [who]
  }
  if (post.language) finding.languages = [post.language]
  if (post.image) finding.image = post.image
  const links = linksOf(post, text ?? '')
  if (links.length) finding.links = links
  const tags = tagsIn(text ?? '')
  if (tags.length) finding.tags = tags
  finding.from = Object.fromEntries(
    Object.keys(finding)
      .filter(field => field !== 'kind')
      .map(field => [field, source]),
  )
  return finding
}

/** What is longer than any post is none. */
const mostLetters = 5000

/** The first sentence or line that has words, without what answers, addresses and rows of tags stand around it. */
function titleOf(text: string): string | undefined {
  const line = text
    .split('\n')
    .map(plain)
    .find(words => /\p{L}{2}/u.test(words))
  if (!line) return undefined
  const sentence = /^.{20,110}?[.!?…](?=\s|$)(?!\s\p{Ll})/u.exec(line)?.[0] ?? line
  if (sentence.length <= 110) return sentence.replace(/[.…:]$/, '')
  const cut = sentence.slice(0, 100)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 60)).replace(/[\s,;:–—-]+$/, '')} …`
}

function plain(line: string): string {
  return line
    .slice(0, 1000)
    .replace(/https?:\/\/\S+|\bpic\.(?:twitter|x)\.com\/\S+/g, ' ')
    .replace(/^(?:\s*@[\w.@-]+)+/, ' ')
    .replace(/(?:\s*#[\p{L}\p{N}_]+){2,}\s*$/u, ' ')
    .replace(/^[^\p{L}\p{N}“"«„‘#¿¡(]+/u, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function quoted(text: string): string {
  return /^[“"«„]/.test(text) && /[”"»“]$/.test(text) ? text : `“${text}”`
}

/** Where the post leads: rooms, forms, recordings; others only where there are few. */
function linksOf({ url, links: told = [] }: SocialPost, text: string): FoundLink[] {
  const written = linksIn(`${text}\n${told.join('\n')}`)
  const own = written.filter(
    link =>
      link.url !== url && !/^https?:\/\/(?:pic\.)?(?:twitter|x)\.com\/|^https?:\/\/t\.co\//.test(link.url),
  )
  return own.filter((link, at) => link.role !== 'source' || at < 3).slice(0, 10)
}

function tagsIn(text: string): string[] {
  const tags = [...text.matchAll(/(?<![\p{L}\p{N}&/])#([\p{L}\p{N}_]{2,50})/gu)].map(match => match[1]!)
  return [...new Set(tags.filter(tag => /\p{L}/u.test(tag)))].slice(0, 20)
}
