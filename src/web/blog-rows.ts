import { type BlogChoice, countBlog, listBlog } from '../storage/blog.ts'
import { countComments } from '../storage/comments.ts'
import { countEntries, readEditionTexts } from '../storage/editions.ts'
import type { Store } from '../storage/store.ts'
import { readWritings } from '../storage/writings.ts'
import type { BlogRow } from './ui/blog-list.tsx'
import { plainOf } from './ui/markdown.ts'

const perPage = 20

/** One page of posts and editions with how each begins; `pages` is 0 where there is nothing. */
export async function blogRows(
  { db }: Store,
  choice: BlogChoice,
  page: number,
): Promise<{ rows: BlogRow[]; pages: number; count: number }> {
  const count = await countBlog(db, choice)
  const lines = await listBlog(db, choice, { limit: perPage, offset: (page - 1) * perPage })
  const idsOf = (of: 'post' | 'edition') => lines.filter(line => line.of === of).map(({ id }) => id)
  const posts = await readWritings(db, idsOf('post'))
  const texts = await readEditionTexts(db, idsOf('edition'))
  const entries = await countEntries(db, idsOf('edition'))
  const comments = await countComments(
    db,
    lines.map(({ id }) => id),
  )
  const rows = lines.map(line => {
    const post = posts.get(line.id)
    const edition = texts.get(line.id)
    return {
      ...line,
      words: post?.excerpt || plainOf((post?.text ?? edition?.text ?? '').slice(0, 3000), 240),
      authors: post?.authors.map(({ name }) => name) ?? edition?.authors ?? [],
      comments: comments.get(line.id) ?? 0,
      entries: line.of === 'edition' ? (entries.get(line.id) ?? 0) : null,
    }
  })
  return { rows, pages: Math.ceil(count / perPage), count }
}

/** The number of a page in an address; null where it is none. */
export function pageIn(told: string | undefined): number | null {
  if (told === undefined) return 1
  return /^[1-9]\d{0,5}$/.test(told) && Number(told) > 1 ? Number(told) : null
}
