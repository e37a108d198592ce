/**
 * A feed before it is written in a format. Moments are epoch milliseconds and come from revisions, never from a clock:
 * what was written yesterday is written alike today. Addresses are absolute, texts in words of one language, HTML safe
 * and its addresses absolute.
 */
export type Feed = {
  /** A URN or a tag: no address, so that it survives a move. */
  id: string
  title: string
  about: string | null
  /** BCP 47, of the words; null: nobody has told. */
  language: string | null
  /** Its own address, and that of the page of the same. */
  self: string
  page: string
  /** The same in other formats, by their type. */
  forms: { url: string; form: FeedForm }[]
  /** Of a long one: what is older, what is newer, and the newest (RFC 5005). */
  paging: { first: string; previous: string | null; next: string | null } | null
  updated: number
  authors: FeedAuthor[]
  rights: string | null
  icon: string | null
  /** Told where it is to be listened to and watched; `image` of it is square and large. */
  podcast: { guid: string; image: string } | null
  items: FeedItem[]
}

export type FeedItem = {
  id: string
  url: string
  title: string
  language: string | null
  /** The whole, and one line of it. */
  html: string
  summary: string | null
  published: number
  updated: number
  authors: FeedAuthor[]
  categories: { term: string; label: string }[]
  image: string | null
  /** What it is about, where that lies elsewhere: a recording, the page of an organiser. */
  about: string | null
  media: FeedMedia[]
  /** What was said below it: where, in which feed, and how much. */
  comments: { page: string; feed: string; count: number } | null
}

/** What an item has nothing to tell of. */
export const bareItem = {
  language: null,
  authors: [],
  categories: [],
  image: null,
  about: null,
  media: [],
  comments: null,
} satisfies Partial<FeedItem>

export type FeedAuthor = { name: string; url: string | null }

/** A file to be listened to or watched; `length` in bytes, null where it is not known. */
export type FeedMedia = { url: string; type: string; length: number | null }

export const feedForms = ['atom', 'rss', 'json'] as const
export type FeedForm = (typeof feedForms)[number]

export const feedTypes: Record<FeedForm, string> = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
}
