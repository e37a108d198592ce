import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { ExportComment, ExportItem, ExportSite } from './item.ts'
import { MendedXml } from './mended-xml.ts'
import { inTongues } from './several-tongues.ts'
import { isForMembers, withoutWithheld } from './withheld.ts'

/** No post is longer; what is goes on in no memory. */
const longestText = 4 * 1024 * 1024
const deepest = 40
/** In characters: of one item with its comments, and between two marks of a file. What goes beyond is nobody's post. */
const longestItem = 48 * 1024 * 1024
const longestSilence = 16 * 1024 * 1024

/**
 * A WordPress export piece by piece: one item is held at a time, whatever the size of the file. What is no XML is read
 * past as far as possible; `broken` tells the first line at which that was needed. Entities of its own are not expanded.
 */
export class ExportReader {
  readonly site: ExportSite = { authors: [], terms: [] }
  isExport = false
  broken: number | null = null
  refused: 'entities' | 'too-deep' | 'too-large' | null = null
  #items: ExportItem[] = []
  #path: string[] = []
  #text = ''
  #item: ExportItem | null = null
  #comment: ExportComment | null = null
  #author: Partial<Record<string, string>> = {}
  #siteTerm: { id?: string; name?: string } = {}
  #term = { domain: '', slug: '' }
  #metaKey = ''
  /** Characters kept of the item that is read, and read since the last mark. */
  #kept = 0
  #silence = 0
  #mended = new MendedXml()
  #parser = new SaxesParser({ xmlns: true, fragment: false })

  constructor() {
    this.#parser.on('doctype', words => {
      if (/<!ENTITY/i.test(words)) this.refused = 'entities'
    })
    this.#parser.on('opentag', tag => this.#open(tag))
    this.#parser.on('text', words => this.#append(words))
    this.#parser.on('cdata', words => this.#append(words))
    this.#parser.on('closetag', tag => this.#close(nameOf(tag)))
    this.#parser.on('error', () => {
      this.broken ??= this.#parser.line
    })
  }

  write(piece: string): void {
    if (this.refused) return
    this.#silence += piece.length
    this.#parser.write(this.#mended.mend(piece))
    if (this.#silence > longestSilence) this.refused ??= 'too-large'
  }

  end(): void {
    try {
      if (this.refused) return
      this.#parser.write(this.#mended.mend(null))
      this.#parser.close()
    } catch {
      this.broken ??= this.#parser.line
    }
  }

  /** The items that are complete by now. */
  take(): ExportItem[] {
    return this.#items.splice(0)
  }

  #open(tag: SaxesTagNS): void {
    const name = nameOf(tag)
    this.#silence = 0
    this.#path.push(name)
    if (this.#path.length > deepest) this.refused = 'too-deep'
    this.#text = ''
    if (tag.name === 'rss' && Object.values(tag.ns ?? {}).some(isExportNamespace)) this.isExport = true
    if (name === 'item') [this.#item, this.#kept] = [emptyItem(this.#parser.line), 0]
    else if (name === 'wp:comment') this.#comment = { content: '', approved: '0', type: '' }
    else if (name === 'wp:author') this.#author = {}
    else if (name === 'wp:category' || name === 'wp:tag') this.#siteTerm = {}
    else if (name === 'category')
      this.#term = { domain: attribute(tag, 'domain') ?? 'category', slug: attribute(tag, 'nicename') ?? '' }
  }

  #append(words: string): void {
    this.#silence = 0
    const room = Math.min(longestText - this.#text.length, longestItem - this.#kept)
    if (this.#item && words.length > room) this.#item.isCut = true
    if (room <= 0) return
    this.#text += words.slice(0, room)
    if (this.#item) this.#kept += Math.min(words.length, room)
  }

  #close(name: string): void {
    const words = this.#text
    this.#text = ''
    this.#path.pop()
    if (this.#comment) this.#tellComment(this.#comment, name, words)
    else if (this.#item) this.#tellItem(this.#item, name, words)
    else this.#tellSite(name, words.trim())
  }

  #tellSite(name: string, words: string): void {
    const { site } = this
    if (name === 'wp:wxr_version') [this.isExport, site.version] = [true, words]
    else if (name === 'wp:author') {
      const {
        'wp:author_id': id,
        'wp:author_login': login,
        'wp:author_display_name': name,
        'wp:author_email': email,
      } = this.#author
      if (login || name)
        site.authors.push({
          login: login ?? name!,
          name: name || login!,
          ...(id && { id }),
          ...(email && { email }),
        })
    } else if (name.startsWith('wp:author_')) this.#author[name] = words
    else if (name === 'wp:term_id') this.#siteTerm.id = words
    else if (name === 'wp:cat_name' || name === 'wp:tag_name') this.#siteTerm.name = words
    else if (name === 'wp:category' || name === 'wp:tag') {
      const { id, name: told } = this.#siteTerm
      const domain = name === 'wp:tag' ? 'tag' : 'category'
      if (id && told && site.terms.length < mostTerms) site.terms.push({ id, domain, name: told })
    } else if (this.#path.at(-1) === 'channel' && words !== '') {
      if (name === 'title') site.title ??= words
      else if (name === 'description') site.description ??= words
      else if (name === 'language') site.language ??= words
      else if (name === 'wp:base_blog_url') site.url = words
      else if (name === 'link') site.url ??= words
    }
  }

  #tellItem(item: ExportItem, name: string, words: string): void {
    if (name === 'item') {
      if (isForMembers(item.meta, item.withheld)) item.isProtected = true
      this.#items.push(...inTongues(item))
      this.#item = null
      return
    }
    const short = words.trim()
    const field = itemFields.get(name)
    if (field) {
      if (short !== '') item[field] = short as never
    } else if (name === 'content:encoded') {
      item.content = this.#publicPart(item, words)
    } else if (name === 'excerpt:encoded') item.excerpt = this.#publicPart(item, words)
    else if (name === 'wp:post_password') item.isProtected = short !== ''
    else if (name === 'category') {
      if (short !== '') item.terms.push({ ...this.#term, name: short })
    } else if (name === 'wp:meta_key') this.#metaKey = short
    else if (name === 'wp:meta_value' && this.#metaKey !== '' && item.meta.size < 500)
      this.#tellMeta(item, words.slice(0, 100_000))
  }

  #publicPart(item: ExportItem, words: string): string {
    const { text, names } = withoutWithheld(words)
    if (names.length > 0) item.withheld = [...new Set([...(item.withheld ?? []), ...names])]
    return text
  }

  /** Of a key that comes again the last counts, but of those that name one thing each. */
  #tellMeta({ meta }: ExportItem, value: string): void {
    // By this, Advanced Custom Fields finds how it asks for what stands under the key without the line.
    if (/^field_\w+$/.test(value)) return
    const before = manyOf.has(this.#metaKey) ? meta.get(this.#metaKey) : undefined
    meta.set(this.#metaKey, before ? `${before}\n${value}` : value)
  }

  #tellComment(comment: ExportComment, name: string, words: string): void {
    if (name === 'wp:comment') {
      const isWhole = comment.content.trim() !== '' && this.#kept < longestItem
      const isAmongWriters = innerComments.has(comment.type)
      if (this.#item && isWhole && !isAmongWriters && this.#item.comments.length < mostComments)
        this.#item.comments.push(comment)
      else if (this.#item && this.#kept >= longestItem) this.#item.isCut = true
      this.#comment = null
      return
    }
    const field = commentFields.get(name)
    if (field) comment[field] = field === 'content' ? words : words.trim()
  }
}

const manyOf: ReadonlySet<string> = new Set(['_EventOrganizerID', 'enclosure'])
/** What those who write and sell said to each other: of the editor itself, of Edit Flow, of shops, of queues. */
const innerComments: ReadonlySet<string> = new Set([
  'note',
  'editorial-comment',
  'order_note',
  'action_log',
  'webhook_delivery',
])
const mostComments = 200_000
const mostTerms = 50_000

function emptyItem(line: number): ExportItem {
  return {
    line,
    type: 'post',
    status: 'publish',
    title: '',
    content: '',
    excerpt: '',
    isProtected: false,
    terms: [],
    meta: new Map(),
    comments: [],
  }
}

type WordField =
  | 'id'
  | 'type'
  | 'status'
  | 'title'
  | 'url'
  | 'guid'
  | 'slug'
  | 'parent'
  | 'date'
  | 'dateGmt'
  | 'pubDate'
  | 'creator'
  | 'attachment'
  | 'order'

const itemFields = new Map<string, WordField>([
  ['title', 'title'],
  ['link', 'url'],
  ['guid', 'guid'],
  ['pubDate', 'pubDate'],
  ['dc:creator', 'creator'],
  ['wp:post_id', 'id'],
  ['wp:post_date', 'date'],
  ['wp:post_date_gmt', 'dateGmt'],
  ['wp:post_name', 'slug'],
  ['wp:post_parent', 'parent'],
  ['wp:post_type', 'type'],
  ['wp:status', 'status'],
  ['wp:attachment_url', 'attachment'],
  ['wp:menu_order', 'order'],
])

const commentFields = new Map<string, keyof ExportComment>([
  ['wp:comment_id', 'id'],
  ['wp:comment_parent', 'parent'],
  ['wp:comment_author', 'author'],
  ['wp:comment_author_url', 'authorUrl'],
  ['wp:comment_date_gmt', 'dateGmt'],
  ['wp:comment_content', 'content'],
  ['wp:comment_approved', 'approved'],
  ['wp:comment_type', 'type'],
])

function isExportNamespace(uri: string): boolean {
  return /wordpress\.org\/export\/[\d.]+\/?$/.test(uri)
}

/** The name that WordPress itself writes, whatever prefix a file has for it. */
function nameOf(tag: SaxesTagNS): string {
  const { uri, local, name } = tag
  if (uri === '' || !uri) return name
  if (/wordpress\.org\/export\/[\d.]+\/excerpt/.test(uri)) return `excerpt:${local}`
  if (isExportNamespace(uri)) return `wp:${local}`
  if (/rss\/1\.0\/modules\/content/.test(uri)) return `content:${local}`
  return /purl\.org\/dc\//.test(uri) ? `dc:${local}` : name
}

function attribute(tag: SaxesTagNS, name: string): string | undefined {
  return tag.attributes[name]?.value
}
