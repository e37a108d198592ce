import { fieldsChanged, only } from '../domain/entry-fields.ts'
import { slugOf, tagKey } from '../domain/slug.ts'
import { fieldsOfWriting, type Writing, type WritingFields, writingPath } from '../domain/writing.ts'
import { touchBlog } from '../storage/blog.ts'
import { recordWriting } from '../storage/record-writing.ts'
import { putRedirect } from '../storage/redirects.ts'
import type { Db } from '../storage/tables.ts'
import { updateWriting } from '../storage/writings.ts'
import { publishAtOf, settlePublication } from './settle-publication.ts'
import { putWritingAuthors, putWritingWords } from './writing-words.ts'

/**
 * Puts fields in the place of a post's or page's own, inside a transaction, and records it. An address it had leads on
 * for ever.
 *
 * @returns whether anything changed
 */
export async function changeWriting(
  db: Db,
  writing: Writing,
  told: Partial<WritingFields>,
  { by, at, act }: { by: string; at: number; act: string },
): Promise<boolean> {
  const before = fieldsOfWriting(writing)
  const next: WritingFields = { ...before, ...told }
  // Two words that are compared alike are one, and it may be stored as somebody else wrote it first.
  if (sameWords(before.tags, next.tags, tagKey)) next.tags = before.tags
  if (sameWords(before.categories, next.categories, slugOf)) next.categories = before.categories
  if (before.authors.map(slugOf).join() === next.authors.map(slugOf).join()) next.authors = before.authors
  next.publishAt = publishAtOf(before, next, at)
  if (next.state === 'published') next.publishedAt ??= at
  const changed = fieldsChanged(before, next)
  if (changed.length === 0) return false
  const { authors, tags, categories, ...plain } = next
  await updateWriting(db, writing.id, plain)
  if (changed.includes('authors')) await putWritingAuthors(db, writing.id, authors, at)
  if (changed.includes('tags') || changed.includes('categories'))
    await putWritingWords(db, writing.id, { tags, categories })
  if (changed.includes('publishAt')) await settlePublication(db, { writing: writing.id }, next.publishAt)
  const [from, to] = [writingPath(writing), writingPath({ ...writing, ...next })]
  if (from !== to) await putRedirect(db, from, to)
  await recordWriting(db, writing.id, {
    by,
    at,
    act,
    before: only(before, changed),
    after: only(next, changed),
  })
  await touchBlog(db)
  return true
}

function sameWords(a: string[], b: string[], key: (word: string) => string): boolean {
  const compared = (words: string[]) => [...new Set(words.map(key))].join(' ')
  return compared(a) === compared(b)
}
