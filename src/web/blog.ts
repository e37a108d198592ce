import type { DeadLink } from '../domain/links/dead-link.ts'
import type { WritingAuthor } from '../domain/writing.ts'
import { readAuthorsOf } from '../storage/authors.ts'
import { readBlogRevision } from '../storage/blog.ts'
import { readCommenting } from '../storage/commented.ts'
import { readDeadLinks } from '../storage/link-places.ts'
import type { Store } from '../storage/store.ts'
import { listMenu } from '../storage/writings.ts'
import { readSaidBelow, type SaidBelow } from './said-below.ts'

/** What of the blog stands around an edition, and the blog's revision that it is of. */
export type Around = {
  revision: string
  menu: { slug: string; title: string }[]
  authors: WritingAuthor[]
  said: SaidBelow
  /** Of the edition's own texts. */
  deadLinks: ReadonlyMap<string, DeadLink>
}

/**
 * @param path of the edition
 * @param options all: with comments that wait for approval, for those who may give it
 */
export async function aroundEdition(
  store: Store,
  editionId: string,
  path: string,
  options: { all?: boolean } = {},
): Promise<Around> {
  const { db } = store
  // First: what is written meanwhile belongs to a later one.
  const revision = await readBlogRevision(db)
  const on = { editionId }
  return {
    revision,
    menu: await listMenu(db),
    deadLinks: await readDeadLinks(db, 'edition', editionId),
    authors: (await readAuthorsOf(db, 'edition', [editionId])).get(editionId) ?? [],
    said: (await readSaidBelow(store, { on, path, commenting: await readCommenting(db, on) }, options))!,
  }
}
