import type { Finding } from '../../../domain/finding.ts'
import type { FeedItem } from '../../feed/item.ts'
import { findingOf } from '../../feed/item-finding.ts'
import type { IntakeOptions } from '../../intake.ts'
import { isText, isThing, type Json, textIn, thingsIn } from '../json.ts'
import { textAt, textsAt } from './paths.ts'

/** Posts as WordPress answers them (REST, `wp/v2/posts` and types of its plugins): items of a feed in other words. */
export const wordpressPosts = {
  signs: [/"rendered"\s*:/, /"(?:date_gmt|modified_gmt|date)"\s*:/],
  *findingsIn(answer: unknown, options: IntakeOptions): Generator<Finding> {
    const posts = Array.isArray(answer) ? thingsIn(answer, 5000) : thingsIn([answer])
    for (const post of posts) {
      if (!isThing(post.title) || !('rendered' in post.title)) continue
      const finding = findingOf(itemOf(post), { ...options, feed: { keepers: [], items: [] } })
      if (finding) yield finding
    }
  },
}

function itemOf(post: Json): FeedItem {
  const gmt = textIn(post.date_gmt, 40)
  const event = eventOf(post)
  const known = {
    id: textAt(post, 'guid.rendered|id'),
    title: textAt(post, 'title.rendered'),
    url: textIn(post.link, 4000),
    published: gmt && /^[1-9]/.test(gmt) ? `${gmt}Z` : textIn(post.date, 40),
    summary: textAt(post, 'excerpt.rendered'),
    content: textAt(post, 'content.rendered'),
    image: textAt(post, '_embedded.wp:featuredmedia[].source_url|jetpack_featured_media_url'),
  }
  return {
    ...(Object.fromEntries(Object.entries(known).filter(([, value]) => value)) as Partial<FeedItem>),
    authors: textsAt(post, '_embedded.author[].name').map(name => ({ name })),
    tags: termsOf(post),
    media: [],
    ...(event && { event }),
  }
}

function termsOf(post: Json): string[] {
  const lists = isThing(post._embedded) ? post._embedded['wp:term'] : []
  return (Array.isArray(lists) ? lists.flat() : [])
    .filter(isThing)
    .flatMap(term => (isText(term.taxonomy, /tag/) ? (textIn(term.name, 200) ?? []) : []))
}

/** Fields that plugins for events add, within `acf`, `meta` or beside the others. */
function eventOf(post: Json): FeedItem['event'] {
  const fields = [post.acf, post.meta, post.event, post].filter(isThing).flatMap(Object.entries)
  const one = (pattern: RegExp) =>
    fields.flatMap(([name, value]) => (pattern.test(name) ? (textAt({ value }, 'value') ?? []) : []))[0]
  const start = one(
    /^_?(?:event)?[-_]?(?:start[-_]?(?:date(?:[-_]?time)?|local)|date[-_]?start|event[-_]?date|startdatetime)$/i,
  )
  if (!start) return undefined
  const told = {
    start: plainDay(start),
    startTime: one(/^_?(?:event)?[-_]?(?:start[-_]?time|time[-_]?start|event[-_]?time)$/i),
    end: plainDay(
      one(/^_?(?:event)?[-_]?(?:end[-_]?(?:date(?:[-_]?time)?|local)|date[-_]?end|enddatetime)$/i),
    ),
    endTime: one(/^_?(?:event)?[-_]?(?:end[-_]?time|time[-_]?end)$/i),
    timezone: one(/^_?(?:event)?[-_]?time[-_]?zone$/i),
    place: one(/^_?(?:event)?[-_]?(?:location|venue|place)(?:[-_]name)?$/i),
    organiser: one(/^_?(?:event)?[-_]?organi[sz]er(?:[-_]name)?$/i),
    status: one(/^_?event[-_]?status$/i),
  }
  return { ...Object.fromEntries(Object.entries(told).filter(([, value]) => value)), streams: [] }
}

/** Advanced Custom Fields keeps days as `20270308`. */
function plainDay(words: string | undefined): string | undefined {
  return words?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
}
