import type { MiddlewareHandler } from 'hono'
import { isDraftAt } from '../../storage/draft-at.ts'
import { findRedirect } from '../../storage/redirects.ts'
import type { Store } from '../../storage/store.ts'
import { oldQuery } from '../paths.ts'

/**
 * Addresses that were given out once lead on for ever: kept redirects come first, then a slash too many. To a draft they
 * lead once it is published.
 */
export function oldAddresses(store: Store): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const path = decoded(c.req.path)
    const trimmed = path.replace(/\/+$/, '') || '/'
    const asked = c.req.url.includes('?') ? oldQuery(new URL(c.req.url).searchParams) : null
    const numbered = asked && (await find(trimmed + asked))
    if (numbered) return c.redirect(encodeURI(numbered), 301)
    const to = (await find(trimmed)) ?? (trimmed === path ? null : ((await find(path)) ?? trimmed))
    if (to === null) return next()
    const { search } = new URL(c.req.url)
    return c.redirect(
      (/^https?:/.test(to) ? to : encodeURI(to).replace(/^\/+/, '/')) + (to.includes('?') ? '' : search),
      301,
    )
  }

  async function find(path: string): Promise<string | null> {
    const to = await findRedirect(store, path)
    return to === null || (await isDraftAt(store.db, to)) ? null : to
  }
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
