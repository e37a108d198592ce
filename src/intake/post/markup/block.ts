/** A stretch of text of one look. Line breaks that count are `\n`; other white space is one blank. */
export type Run = {
  text: string
  href?: string
  strong?: boolean
  em?: boolean
  struck?: boolean
  code?: boolean
}

/**
 * One block of a post, whatever it was written in. The list is flat and in the order of the text:
 * `level` is the rank of a heading (1–6) or the nesting of a list item (1 = outermost); other blocks
 * inside an item carry the item's level, and 0 outside.
 */
export type Block = {
  form: BlockForm
  level: number
  runs: Run[]
  /** The cells of a table row; a header row has `header`. */
  cells?: Run[][]
  header?: boolean
  /** The address of an embedded video, post or page. */
  url?: string
}

export type BlockForm =
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'row'
  | 'quote'
  | 'embed'
  | 'image'
  | 'code'
  | 'rule'

/** What the file says of itself apart from its text: front matter, `<meta>`, the lines of a byline. */
export type PostHead = {
  title?: string
  url?: string
  published?: string
  language?: string
  summary?: string
  authors: { name: string; url?: string; bio?: string }[]
  hashtags: string[]
  categories: string[]
  tags: string[]
  timeZone?: string
  /** Some front matter holds the post's one event: first and last moment, as written, with a remark such as "UTC". */
  start?: string
  end?: string
  place?: string
  /** Whose site it first appeared on. */
  origin?: string
}

export type Post = { head: PostHead; blocks: Block[] }

export function emptyHead(): PostHead {
  return { authors: [], hashtags: [], categories: [], tags: [] }
}
