import { askedFilter, filterQuery } from './filter-query.ts'
import { type Reader, readReader } from './middleware/reader.ts'

/** What the address of a calendar asks for. It depends on nothing else: programs send neither cookies nor languages. */
export type AskedCalendar = {
  query: URLSearchParams
  /** Cancelled events stay in a calendar, marked, unless somebody does not want to see them. */
  hidesCancelled: boolean
  /** Sessions of an event as events beside it, where only the event is asked for. */
  withSessions: boolean
  readerIn: (language: string | null, now: number) => Reader
  /** The one way in which it is written. */
  written: string
  /** Whether what was built for one may be given to the next: not as of a moment, nor with words that mean nothing. */
  isKept: boolean
  unknown: string[]
}

/** Filter, language and what else a calendar may be asked for (docs/filters.md). */
export function calendarQuery({
  filter = '',
  kept = '',
  hidesCancelled = false,
  withSessions = false,
}: {
  filter?: string
  kept?: string
  hidesCancelled?: boolean
  withSessions?: boolean
}): string {
  return [filter, hidesCancelled ? 'cancelled=hide' : '', withSessions ? 'sessions=each' : '', kept]
    .filter(part => part !== '')
    .join('&')
}

export function readAskedCalendar(query: URLSearchParams): AskedCalendar {
  const asked = askedFilter(query)
  const readerIn = (language: string | null, now: number) =>
    readReader({ query, cookie: undefined, acceptLanguage: language ?? undefined }, now)
  const { kept, notices, moved } = readerIn(null, 0)
  const hidesCancelled = query.get('cancelled') === 'hide'
  const withSessions = query.get('sessions') === 'each'
  return {
    query,
    hidesCancelled,
    withSessions,
    readerIn,
    written: calendarQuery({
      filter: asked ? filterQuery(asked.filter) : '',
      kept,
      hidesCancelled,
      withSessions,
    }),
    isKept: !moved && notices.length === 0 && !asked?.unknown.length,
    unknown: asked?.unknown ?? [],
  }
}

/** By what a calendar is kept; null: it is not, or this is none. What is filtered takes no place from what many ask for. */
export function calendarKey(path: string, query: URLSearchParams | null, asideMark: string): string | null {
  if (query === null) return `ics ${path}`
  const { isKept, written } = readAskedCalendar(query)
  if (!isKept) return null
  return `${/^(?:lang=\w+)?$/.test(written) ? '' : asideMark}ics ${path}${written ? ` ${written}` : ''}`
}
