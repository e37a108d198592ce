import type { MiddlewareHandler } from 'hono'
import type { FeedForm } from '../../outlet/feeds/feed.ts'
import { findOldAddress } from '../../storage/redirects.ts'
import type { Store } from '../../storage/store.ts'
import { oldQuery, paths } from '../paths.ts'

/**
 * Where WordPress had feeds: of the site, of its comments, of a category, tag or author, and below a post those of what was
 * said there. Programs ask for them for years; they are led to the same, in the same format.
 */
export function oldFeeds(store: Store): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const asked = readOldFeed(c.req.path, c.req.url)
    const place = asked && (await placeOf(store, asked))
    return place ? c.redirect(encodeURI(paths.feed(place, asked.form)), 301) : next()
  }
}

type OldFeed = { of: string; query: string | null; isOfComments: boolean; form: FeedForm }

function readOldFeed(path: string, url: string): OldFeed | null {
  const asked = url.includes('?') ? new URL(url).searchParams : null
  const file = /^\/wp-(comments)?(atom|rss2?|rdf|feed)\.php$/.exec(path)
  if (file)
    return {
      of: '',
      query: null,
      isOfComments: file[1] !== undefined,
      form: file[2] === 'atom' ? 'atom' : 'rss',
    }
  const below = /^(.*?)\/+feed(?:\/+(atom|rss2?|rdf))?\/*$/.exec(decoded(path))
  const told = below ? (below[2] ?? asked?.get('feed') ?? 'rss2') : asked?.get('feed')
  const format = /^(comments[-_])?(atom|rss2?|rdf|feed)$/.exec(told ?? '')
  if (!format) return null
  const of = (below ? below[1]! : decoded(path)).replace(/\/+$/, '')
  return {
    of: of === '/comments' ? '' : of,
    query: oldQuery(asked),
    isOfComments: format[1] !== undefined || of === '/comments',
    form: format[2] === 'atom' ? 'atom' : 'rss',
  }
}

/** The path of the feeds that it is today; null where it may be something of this site. */
async function placeOf({ db }: Store, { of, query, isOfComments }: OldFeed): Promise<string | null> {
  const numbered = query && (await findOldAddress(db, `${of || '/'}${query}`))
  if (numbered) return isList(numbered) ? numbered : paths.commentsFeed(numbered)
  if (of === '' || /^\/\d{4}(?:\/\d\d){0,2}$/.test(of))
    return isOfComments ? paths.commentsFeed(null) : paths.siteFeed()
  const known = await findOldAddress(db, of)
  if (known) return isList(known) ? known : known.startsWith('/') ? paths.commentsFeed(known) : null
  // A category lay below the one it belongs to; here each has a place of its own.
  const list = /^\/(category|tag|author)\/(?:.+\/)?([^/]+)$/.exec(of)
  if (list) return `/${list[1]}/${list[2]}`
  return /^\/(?:\d{4}\/\d\d|pages)\/[^/]+$/.test(of) ? paths.commentsFeed(of) : null
}

function isList(path: string): boolean {
  return /^\/(?:category|tag|author)\//.test(path)
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
