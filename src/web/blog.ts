import type { Comment } from '../domain/comment.ts'
import type { DeadLink } from '../domain/links/dead-link.ts'
import type { WritingAuthor } from '../domain/writing.ts'
import { readAuthorsOf } from '../storage/authors.ts'
import { readBlogRevision } from '../storage/blog.ts'
import { readComments } from '../storage/comments.ts'
import { readDeadLinks } from '../storage/link-places.ts'
import type { Store } from '../storage/store.ts'
import { listMenu } from '../storage/writings.ts'

/** What of the blog stands around an edition, and the blog's revision that it is of. */
export type Around = {
  revision: string
  menu: { slug: string; title: string }[]
  authors: WritingAuthor[]
  comments: Comment[]
  /** Of the edition's own texts. */
  deadLinks: ReadonlyMap<string, DeadLink>
}

/** @param options all: with comments that wait for approval, for those who may give it */
export async function aroundEdition(
  { db }: Store,
  editionId: string,
  options: { all?: boolean } = {},
): Promise<Around> {
  // First: what is written meanwhile belongs to a later one.
  const revision = await readBlogRevision(db)
  return {
    revision,
    menu: await listMenu(db),
    deadLinks: await readDeadLinks(db, 'edition', editionId),
    authors: (await readAuthorsOf(db, 'edition', [editionId])).get(editionId) ?? [],
    comments: await readComments(db, { editionId }, { ...options, limit: mostComments }),
  }
}

/** A page shows so many. */
export const mostComments = 500
