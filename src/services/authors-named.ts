import type { Author } from '../domain/programme.ts'
import { slugOf } from '../domain/slug.ts'
import { takeAuthor } from '../storage/authors.ts'
import type { Db } from '../storage/tables.ts'

/**
 * Ids of the authors who are called so, each once. Whoever is not known yet is made, with what is told of them besides.
 */
export async function authorsNamed(db: Db, told: (string | Author)[], at: number): Promise<string[]> {
  const ids = new Set<string>()
  for (const each of told) {
    const author = typeof each === 'string' ? { name: each, bio: null, picture: null, links: [] } : each
    ids.add(await takeAuthor(db, slugOf(author.name), author, at))
  }
  return [...ids]
}
