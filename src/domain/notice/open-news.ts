const minute = 60_000

/** Changes of one entry that are told together: revisions from `first` to `last`, and when those were. */
export type OpenNews = { entryId: string; first: number; last: number; firstAt: number; lastAt: number }

/** Whoever edits is done when nothing has changed for so long; who edits on and on is not waited for longer than that. */
export const quietMs = 10 * minute
export const longestMs = 60 * minute

/** When changes are told, if nothing more follows. */
export function closesAt({ firstAt, lastAt }: OpenNews): number {
  return Math.min(lastAt + quietMs, firstAt + longestMs)
}

/**
 * Takes in what changed, in the order of its revisions, and closes what has been quiet: closed it is told, and what
 * follows begins anew. Each change is told with exactly one of them, whenever this is asked. A clock that was put back
 * by more than an edit may last lets nothing wait.
 */
export function gatherNews(
  open: readonly OpenNews[],
  changes: readonly { entryId: string; number: number; at: number }[],
  now: number,
): { open: OpenNews[]; closed: OpenNews[] } {
  const known = new Map(open.map(each => [each.entryId, each]))
  for (const { entryId, number, at } of changes) {
    const before = known.get(entryId)
    known.set(entryId, {
      entryId,
      first: before?.first ?? number,
      last: number,
      firstAt: before?.firstAt ?? at,
      lastAt: Math.max(before?.lastAt ?? at, at),
    })
  }
  const all = [...known.values()]
  const isClosed = (news: OpenNews) => closesAt(news) <= now || news.firstAt > now + longestMs
  return { open: all.filter(news => !isClosed(news)), closed: all.filter(isClosed) }
}
