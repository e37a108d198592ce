/**
 * One post of a WordPress blog that is kept like an edition. Moments are epoch milliseconds.
 *
 * - `api`: where WordPress answers programs, without a slash at its end
 * - `user`: null where a token is shown (WordPress.com)
 * - `post`: its number over there; null until it is made
 * - `kept`: the likeness of our part of it, as it stood there when it was last written; `sending`: of what was about to
 *   be written, so that a process that ended in between knows its own words
 * - `theirs`: what stands there in place of our part, where somebody has changed it
 */
export type BlogPost = {
  editionId: string
  site: string
  api: string
  user: string | null
  zones: string[]
  post: number | null
  url: string | null
  state: 'active' | 'paused' | 'asks'
  kept: string | null
  sending: string | null
  theirs: string | null
  sentAt: number | null
  failures: number
  why: BlogTrouble | null
  by: string
}

/**
 * Why it is not as it should be. `edited`, `taken-out`: somebody changed our part of it over there, or took it out
 * (state `asks`); `log-in`: it does not take the password; `post-gone`; `no-secret`: the password is
 * not known here any more (after a backup was restored); `unreachable`: nobody answers, or with a fault.
 */
export type BlogTrouble = 'edited' | 'taken-out' | 'log-in' | 'post-gone' | 'no-secret' | 'unreachable'

/**
 * What a curator may have done with it.
 *
 * - `pause`: nothing is written until somebody lets it go on
 * - `go-on`: it is written now, and with every change
 * - `write-over`: what stands there in place of our part, as it was shown, is given up; where it has changed since then,
 *   it is asked again
 * - `put-back`: our part comes last in the post it was taken out of; where the post itself is gone, into a new one
 */
export const blogActs = ['pause', 'go-on', 'write-over', 'put-back'] as const
export type BlogAct = (typeof blogActs)[number]

const minute = 60_000

/** How long after a change the post is written, so that several changes are one. */
export const blogDelayMs = minute

/** How long after so many failures one after the other it is tried again. */
export function blogRetryMs(failures: number): number {
  return Math.min(5 * 2 ** Math.max(0, failures - 1), 6 * 60) * minute
}

/** The mark by which our part is known, and the post as ours. */
export function markOf(editionId: string): string {
  return `daylong:${editionId}`
}

/** Our part within a post; null where it has none. */
export function ownPart(content: string, editionId: string): string | null {
  const place = placeOf(content, editionId)
  return place && content.slice(place.start, place.end)
}

/** A post with this for our part; what stands around it stays. Where it had none, it comes last. */
export function withOwnPart(content: string, editionId: string, part: string): string {
  const whole = `${opening(editionId)}\n${part.trim()}\n${closing(editionId)}`
  const place = placeOf(content, editionId)
  if (!place) return content.trim() === '' ? whole : `${content.trimEnd()}\n\n${whole}`
  const before = content.slice(0, place.start - opening(editionId).length)
  return before + whole + content.slice(place.end + closing(editionId).length)
}

/**
 * The words and addresses of a piece of HTML, whatever a blog makes of its tags, spaces, quotes and brackets: what is
 * alike has not been edited. Each sign is looked at once: it is somebody else who says what stands there.
 */
export function likenessOf(html: string): string {
  return wordsWithin(html)
    .replace(/&(?:#0*39|apos|rsquo|#8217);/g, '’')
    .replace(/&(?:#0*34|quot);/g, '"')
    .replace(/&(?:#0*60|lt);/g, '<')
    .replace(/&(?:#0*62|gt);/g, '>')
    .replace(/&#0*91;/g, '[')
    .replace(/&#0*93;/g, ']')
    .replace(/&(?:nbsp|#0*160);/g, ' ')
    .replace(/&(?:#0*38|amp);/g, '&')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Without tags and comments, but with the addresses that links lead to. */
function wordsWithin(html: string): string {
  const words: string[] = []
  let from = 0
  for (let opens = html.indexOf('<'); opens >= 0; opens = html.indexOf('<', from)) {
    const isComment = html.startsWith('<!--', opens)
    const closes = html.indexOf(isComment ? '-->' : '>', opens)
    if (closes < 0) break
    words.push(html.slice(from, opens))
    from = closes + (isComment ? 3 : 1)
    const [, address] = isComment ? [] : (linked.exec(html.slice(opens, from)) ?? [])
    words.push(address ?? '')
  }
  return [...words, html.slice(from)].join(' ')
}

const linked = /^<a\s(?:[^h]|h(?!ref\s{0,9}=))*href\s{0,9}=\s{0,9}["']([^"']*)["']/i

function placeOf(content: string, editionId: string): { start: number; end: number } | null {
  const opens = content.indexOf(opening(editionId))
  const start = opens + opening(editionId).length
  const end = opens < 0 ? -1 : content.indexOf(closing(editionId), start)
  return end < 0 ? null : { start, end }
}

function opening(editionId: string): string {
  return `<!-- ${markOf(editionId)} -->`
}

function closing(editionId: string): string {
  return `<!-- /${markOf(editionId)} -->`
}
