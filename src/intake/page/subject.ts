import { fold } from '../../time/fold.ts'
import type { Candidate } from './gather.ts'
import { toldIn, valuesOf } from './item.ts'
import type { PageWords } from './page-words.ts'
import { isPublication } from './things.ts'
import { titleText } from './words-of.ts'

/**
 * Which thing the page is about: the one that has the page's address or its name; else the only one in the content.
 * Null where the page lists several things or is about something that no data names.
 */
export function subjectOf(
  candidates: Candidate[],
  words: PageWords,
  url: string | undefined,
): Candidate | null {
  const found = mainOf(candidates, words, url)
  // A stream that goes on is something to take part in; once it is over, it is a video.
  const live = found?.kind === 'video' ? candidates.find(one => one.isLive) : undefined
  return live ?? found
}

function mainOf(candidates: Candidate[], words: PageWords, url: string | undefined): Candidate | null {
  const inContent = candidates.filter(one => !one.thing.every(item => item.aside))
  const own = inContent.filter(one => isNamed(one, words) || hasAddress(one, url))
  const weight = (one: Candidate) => rank(one, words) + (isNamed(one, words, true) ? 6 : 0)
  const best = own.toSorted((a, b) => weight(b) - weight(a))[0]
  if (best) return best
  if (isArticlePage(words)) {
    const articles = inContent.filter(one => one.kind !== 'event' && !one.via && one.kind !== 'video')
    return articles.length === 1 ? articles[0]! : null
  }
  const tops = inContent.filter(one => !one.via && !isPublication(one.thing[0]!))
  const first = tops.find(one => one.kind === 'article' || one.kind === 'statement')
  if (
    first &&
    tops.filter(one => one.kind === first.kind).length === 1 &&
    !tops.some(one => one.kind === 'event')
  )
    return first
  const events = inContent.filter(
    one => one.kind === 'event' && one.via !== 'about' && one.via !== 'publication',
  )
  if (events.length === 1) return first && words.type?.includes('article') ? first : events[0]!
  if (events.length > 1) return null
  return tops.length === 1 ? tops[0]! : (inContent.find(one => one.kind === 'video') ?? null)
}

export function isArticlePage({ type, published }: PageWords): boolean {
  return (
    type === 'article' ||
    type === 'blog' ||
    type?.endsWith(':article') === true ||
    (published !== undefined && type !== 'website' && type !== 'event')
  )
}

function rank({ kind, thing, via }: Candidate, words: PageWords): number {
  const type = words.type ?? ''
  const isTyped =
    (type.startsWith('video') && kind === 'video') ||
    (type === 'article' && (kind === 'article' || kind === 'statement')) ||
    (/event/.test(type) && kind === 'event')
  const base = { event: 6, video: 3, toolkit: 3, campaign: 3, statement: 4, article: 2 }[kind]
  return base + (isTyped ? 3 : 0) - (via ? 2 : 0) - (isPublication(thing[0]!) ? 6 : 0)
}

function isNamed({ thing }: Candidate, { names, title }: PageWords, exactly = false): boolean {
  const own = fold(titleText(toldIn(thing, 'name', 'headline')?.text) ?? '')
  if (own.length < 3) return false
  return [...names, title ? fold(title) : ''].some(name => name === own || (!exactly && isPartOf(own, name)))
}

/** A window's title has the site's name behind the thing's. */
function isPartOf(own: string, name: string): boolean {
  const isWithin = own.length >= 10 && (name.startsWith(own) || name.endsWith(own))
  return isWithin || (name.length >= 12 && own.startsWith(name))
}

function hasAddress({ thing }: Candidate, url: string | undefined): boolean {
  if (!url) return false
  const page = bare(url)
  return thing.some(item => {
    const told = valuesOf(item, 'url', 'mainEntityOfPage').map(value =>
      typeof value === 'string' ? value : (value.id ?? ''),
    )
    return [...told, item.id ?? ''].some(one => one !== '' && bare(one) === page)
  })
}

function bare(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[#?].*$/, '')
    .replace(/\/$/, '')
    .toLowerCase()
}
