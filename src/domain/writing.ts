import type { Tag } from './entry.ts'
import type { Author } from './programme.ts'
import { slugOf } from './slug.ts'

/** A post or a page: the curator's own text outside an edition. Days are ISO dates, moments epoch milliseconds. */
export type Writing = {
  id: string
  kind: WritingKind
  slug: string
  title: string
  /** Markdown. */
  text: string
  excerpt: string | null
  state: WritingState
  /** The day it came out on, on the calendar of who wrote it. */
  day: string
  publishedAt: number | null
  /** When a draft is published by itself. */
  publishAt: number | null
  /** BCP 47; null: nobody has told. */
  language: string | null
  authors: WritingAuthor[]
  /** Of a page: what it lies below, its place beside others, and whether the head of the blog names it. */
  parentId: string | null
  position: number
  inMenu: boolean
  tags: Tag[]
  categories: Tag[]
  /** Grows by one with every change. */
  revision: number
  updatedAt: number
}
export type WritingKind = 'post' | 'page'
type WritingState = 'draft' | 'published' | 'withdrawn'
export type WritingAuthor = { id: string; slug: string } & Author

/** What can be told of a post or a page; its authors and words by their names. */
export type WritingFields = Pick<
  Writing,
  | 'slug'
  | 'title'
  | 'text'
  | 'excerpt'
  | 'state'
  | 'day'
  | 'publishedAt'
  | 'publishAt'
  | 'language'
  | 'parentId'
  | 'position'
  | 'inMenu'
> & { authors: string[]; tags: string[]; categories: string[] }

/** By what the members of its lists are known, when two people's changes are brought together. */
export const writingLists = {
  authors: slugOf,
  tags: (word: string) => word,
  categories: (word: string) => word,
}

export function fieldsOfWriting({ authors, tags, categories, ...writing }: Writing): WritingFields {
  const { slug, title, text, excerpt, state, day, publishedAt, parentId, position, inMenu } = writing
  const { publishAt, language } = writing
  const names = (words: { name: string }[]) => words.map(({ name }) => name)
  return {
    slug,
    title,
    text,
    excerpt,
    state,
    day,
    publishedAt,
    publishAt,
    language,
    parentId,
    position,
    inMenu,
    authors: names(authors),
    tags: names(tags),
    categories: names(categories),
  }
}

/**
 * The path of a post or a page: a contract, and what redirects are kept by. A post lies below its month, where old
 * blogs had theirs and no series can be; a page below a word that no series can have.
 */
export function writingPath({ kind, day, slug }: Pick<Writing, 'kind' | 'day' | 'slug'>): string {
  return kind === 'page' ? `/pages/${slug}` : `/${day.slice(0, 4)}/${day.slice(5, 7)}/${slug}`
}
