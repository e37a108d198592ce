import { askedFilter, filterNames, filterQuery } from './filter-query.ts'
import { type Reader, readReader } from './middleware/reader.ts'

/** What a feed can tell: each new thing once, changes of what is there, recordings, those of them that are files. */
export const feedContents = ['new', 'changes', 'recordings', 'podcast'] as const
export type FeedContent = (typeof feedContents)[number]

/** What an address asks of a feed. */
export type AskedFeed = {
  of: FeedContent
  page: number
  query: URLSearchParams
  /** Nobody reads it in particular: it depends on its address alone, and so do its words. */
  readerIn: (language: string | null, now: number) => Reader
  /** By what it is kept; null: it is not, because of a moment or of words that mean nothing. */
  key: string | null
}

/** Contents, filter and language in the one way in which they are written (docs/filters.md). */
export function feedQuery({
  of = 'new',
  filter = '',
  kept = '',
  page = 1,
}: {
  of?: FeedContent
  filter?: string
  kept?: string
  page?: number
}): string {
  return [
    ...(of === 'new' ? [] : [`of=${of}`]),
    ...(filter ? [filter] : []),
    ...(kept ? [kept] : []),
    ...(page > 1 ? [`${filterNames.page}=${page}`] : []),
  ].join('&')
}

/** Null for contents that there are not, and for a page that can be none. */
export function readAskedFeed(query: URLSearchParams): AskedFeed | null {
  const told = query.get('of')?.trim() || 'new'
  const of = feedContents.find(each => each === told)
  if (!of) return null
  const asked = askedFilter(query)
  const page = asked?.part.page ?? 1
  const readerIn = (language: string | null, now: number) =>
    readReader({ query, cookie: undefined, acceptLanguage: language ?? undefined }, now)
  const { kept, notices, moved } = readerIn(null, 0)
  const filter = asked ? filterQuery(asked.filter) : ''
  const isKept = !moved && notices.length === 0 && !asked?.unknown.length
  return { of, page, query, readerIn, key: isKept ? feedQuery({ of, filter, kept, page }) : null }
}
