/** What a WordPress export (WXR) tells of the site. */
export type ExportSite = {
  title?: string
  url?: string
  description?: string
  language?: string
  version?: string
  authors: ExportAuthor[]
  /** Categories and tags, by the numbers that old addresses have. */
  terms: { id: string; domain: 'category' | 'tag'; name: string }[]
}
type ExportAuthor = { id?: string; login: string; name: string; email?: string }

/** One item: a post, a page, an attachment, or whatever plugins keep as posts. Texts are as WordPress stores them. */
export type ExportItem = {
  /** Line of the file at which it begins. */
  line: number
  id?: string
  type: string
  status: string
  title: string
  url?: string
  guid?: string
  slug?: string
  parent?: string
  /** By the clock of the site, `2020-12-18 09:00:00`, and the same in UTC. */
  date?: string
  dateGmt?: string
  pubDate?: string
  creator?: string
  content: string
  excerpt: string
  /** By a password, or because a plugin shows it to members alone. */
  isProtected: boolean
  /** Short codes around parts that only members could read, and that are cut out of the text. */
  withheld?: string[]
  /** It was too long to be held whole. */
  isCut?: true
  attachment?: string
  /** Place of a page beside others. */
  order?: string
  terms: { domain: string; slug: string; name: string }[]
  meta: Map<string, string>
  comments: ExportComment[]
}

export type ExportComment = {
  id?: string
  parent?: string
  author?: string
  authorUrl?: string
  dateGmt?: string
  content: string
  /** `1`, `0`, `spam`, `trash`. */
  approved: string
  /** Empty or `comment`; else `pingback`, `trackback`. */
  type: string
}
