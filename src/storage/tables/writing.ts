import type { Generated } from 'kysely'
import type { Json } from './json.ts'

/** What is written beside programmes, by whom, and its pictures. */
export type WritingTables = {
  authors: AuthorsTable
  writing_authors: { writing_id: string; position: number; author_id: string }
  edition_authors: { edition_id: string; position: number; author_id: string }
  writings: WritingsTable
  writing_tags: { writing_id: string; position: number; tag_id: string }
  writing_categories: { writing_id: string; position: number; category_id: string }
  writing_revisions: WritingRevisionsTable
  pictures: { id: string; sha256: string; width: number; height: number; created_at: number; by: string }
  /** A picture in one width, as WebP. */
  picture_sizes: { picture_id: string; width: number; bytes: Uint8Array }
  /** Pictures of pages, by path and language; `version` is of what they show. */
  drawn_pictures: { address: string; version: string; bytes: Uint8Array; drawn_at: number }
  blog_posts: BlogPostsTable
  /** Encrypted; in no backup. */
  blog_secrets: { edition_id: string; sealed: string }
}

type AuthorsTable = {
  id: string
  slug: string
  name: string
  bio: string | null
  picture: string | null
  /** Where else they are found: a CV, a profile. */
  links: Generated<Json>
  created_at: number
  updated_at: number
}

/** The curator's own posts and pages. */
type WritingsTable = {
  id: string
  kind: 'post' | 'page'
  slug: string
  title: string
  text: string
  excerpt: string | null
  state: 'draft' | 'published' | 'withdrawn'
  /** On the calendar of who wrote it: the address of a post is made of it. */
  day: string
  published_at: number | null
  /** Of a page: the one it lies below, its place beside others, and whether the head of every page names it. */
  parent_id: string | null
  position: Generated<number>
  in_menu: Generated<number>
  revision: Generated<number>
  created_at: number
  updated_at: number
  commenting: Generated<'open' | 'closed' | 'hidden'>
  /** 1: a curator opened it by hand, and it closes by no time. */
  kept_open: Generated<number>
  /** BCP 47; null: nobody has told. */
  language: string | null
  /** A draft that is to be published by itself then. */
  publish_at: number | null
  /** What is written anew in another language has the same. */
  translation_group: string | null
}

type WritingRevisionsTable = {
  writing_id: string
  number: number
  at: number
  by: string
  act: string
  before: Json
  after: Json
}

/** A post of a WordPress blog that is kept like an edition. */
type BlogPostsTable = {
  edition_id: string
  site: string
  api: string
  user: string | null
  zones: string
  post: number | null
  url: string | null
  state: string
  kept: string | null
  sending: string | null
  theirs: string | null
  sent_at: number | null
  failures: Generated<number>
  why: string | null
  by: string
  created_at: number
  updated_at: number
}
