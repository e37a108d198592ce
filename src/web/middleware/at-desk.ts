import type { Curator } from '../../domain/curator.ts'
import type { Assets } from '../assets.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { type Showing, showingOf } from '../ui/showing.ts'
import { theCurator } from './curator.ts'
import { type Done, takeDone } from './done.ts'

/** What every page of the desk is given. */
export type AtDesk = {
  showing: Showing
  assets: Assets
  curator: Curator
  /** Path and query of this page, to come back to. */
  here: string
  done: Done | null
}

/**
 * Behind a guard that sees to it that somebody is signed in.
 *
 * @param homeZone of the edition the page is about
 * @param here where the page is asked for, if this is the answer to a form
 */
export async function atDesk(c: Visit, parts: Parts, homeZone = 'UTC', here?: string): Promise<AtDesk> {
  const { pathname, search } = new URL(c.req.url)
  return {
    showing: showingOf(readerOf(c, parts), homeZone),
    assets: parts.assets,
    curator: await theCurator(c),
    here: here ?? pathname + search,
    done: takeDone(c, parts.config),
  }
}
