import type { CommentedOn } from '../../domain/comment.ts'
import { findCommentedAt } from '../../storage/commented-at.ts'
import { findRedirect } from '../../storage/redirects.ts'
import type { Store } from '../../storage/store.ts'

/** What of this site is meant by an address, also by one that was given out once; null where it is nothing to say something below. */
export async function findTarget(store: Store, target: string, baseUrl: string): Promise<CommentedOn | null> {
  const url = URL.parse(target)
  if (!url || url.origin !== URL.parse(baseUrl)?.origin) return null
  const path = decoded(url.pathname).replace(/\/+$/, '') || '/'
  const numbered = /^\?(?:p|page_id)=\d{1,12}$/.test(url.search) ? path + url.search : null
  let at = (numbered && (await findRedirect(store, numbered))) || path
  // An address that moved may lead to one that did.
  for (let steps = 0; steps < 3 && at.startsWith('/'); steps++) {
    const found = await findCommentedAt(store.db, at)
    if (found) return found
    const to = await findRedirect(store, at)
    if (to === null) return null
    at = to
  }
  return null
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
