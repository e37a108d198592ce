import { readSearch, type SearchQuery } from '../../domain/search-query.ts'
import { isSlug } from '../../domain/slug.ts'

/** What an address of the search asks for. The names are a contract (docs/filters.md). */
export type AskedSearch = {
  query: SearchQuery
  /** The edition that is searched alone: `migrants-day/2020`. */
  within: { series: string; edition: string } | null
  page: number
  /** What could not be understood. */
  unknown: string[]
}

const longest = 150

export function askedSearch(told: URLSearchParams): AskedSearch {
  const unknown: string[] = []
  const place = told.get('in')?.trim() || null
  const [series = '', edition = '', more] = (place ?? '').split('/')
  const isPlace =
    more === undefined && place !== null && place.length <= longest && isSlug(series) && isSlug(edition)
  if (place !== null && !isPlace) unknown.push(place)
  const page = told.get('page')?.trim() || null
  const isPage = page !== null && /^[1-9]\d{0,2}$/.test(page)
  if (page !== null && !isPage) unknown.push(page)
  return {
    query: readSearch(told.get('q') ?? ''),
    within: isPlace ? { series, edition } : null,
    page: isPage ? Number(page) : 1,
    unknown,
  }
}

/** The one way in which a search is written in an address. */
export function searchQuery({
  words,
  within = null,
  page = 1,
}: {
  words: string
  within?: AskedSearch['within']
  page?: number
}): string {
  const query = new URLSearchParams()
  if (words) query.set('q', words)
  if (within) query.set('in', `${within.series}/${within.edition}`)
  if (page > 1) query.set('page', String(page))
  return query.toString()
}
