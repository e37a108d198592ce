import { longestLine, longestText } from '../domain/edition-faults.ts'
import type { Author } from '../domain/programme.ts'
import { Refusal } from '../domain/refusal.ts'
import { findAuthor, updateAuthor } from '../storage/authors.ts'
import { touchBlog } from '../storage/blog.ts'
import { indexWritings } from '../storage/search-index.ts'
import type { Store } from '../storage/store.ts'
import { takeWritings, writingsBy } from '../storage/writings.ts'

/**
 * Says who an author is: under every post and edition of theirs and on their own page.
 *
 * @throws Refusal when there is no such author, or it cannot be so
 */
export function editAuthor(
  store: Store,
  slug: string,
  told: { name: string; bio: string | null; picture?: string | null; links: Author['links'] },
  at: number,
): Promise<void> {
  return store.db.transaction().execute(async db => {
    const author = await findAuthor(db, slug)
    if (!author) throw new Refusal('author-gone', {}, 'There is no such author any more.')
    if (told.name.trim() === '') throw new Refusal('author-nameless', {}, 'The author’s box needs a name.')
    if (told.name.length > longestLine || (told.bio?.length ?? 0) > longestText)
      throw new Refusal('too-long', { most: longestText }, `At most ${longestText} characters.`)
    // What they wrote is found by their name; whoever writes it meanwhile would put the old one into the index again.
    const renamed = told.name === author.name ? [] : await writingsBy(db, author.id)
    await takeWritings(db, renamed)
    await updateAuthor(db, author.id, told, at)
    await indexWritings(db, renamed)
    await touchBlog(db)
  })
}
