import type { CommentedOn } from '../../domain/comment.ts'
import type { Entry } from '../../domain/entry.ts'
import { sayFigures } from '../../domain/figure/in-text.ts'
import { editionIn, seriesIn } from '../../domain/in-language.ts'
import type { EditionListing, Programme, Series, SeriesWithEditions } from '../../domain/programme.ts'
import { isKnownToReaders } from '../../domain/published.ts'
import { withoutPasscodes } from '../../domain/secret-link.ts'
import type { Writing } from '../../domain/writing.ts'
import type { FeedAuthor } from '../../outlet/feeds/feed.ts'
import { urnOf } from '../../outlet/feeds/urn.ts'
import { findAuthor } from '../../storage/authors.ts'
import { type BlogChoice, findWord, listBlog, readBlogRevision } from '../../storage/blog.ts'
import { readCommenting } from '../../storage/commented.ts'
import { readFiguresState } from '../../storage/figures.ts'
import { readNamedFigures } from '../../storage/named-figures.ts'
import { readRevision } from '../../storage/programmes.ts'
import { listSeries, readSeries } from '../../storage/series.ts'
import { findWriting } from '../../storage/writings.ts'
import { paths } from '../paths.ts'
import type { Parts } from '../show.ts'
import { siteOf } from '../site-name.ts'
import { plainOf } from '../ui/markdown.ts'
import { versionOf } from '../ui/send.tsx'
import type { Showing } from '../ui/showing.ts'

export type EditionHere = { series: Series; edition: EditionListing }

/** Where something is new: what has feeds. */
export type Place = {
  /** The path of its feeds, without their format, and that of its page. */
  path: string
  page: string
  /** A URN or a tag; `uuid` is what names of its parts are made of. */
  id: string
  uuid: string | null
  title: (showing: Showing) => string
  about: (showing: Showing) => string | null
  /** In which its words are written; null: nobody has told. */
  language: string | null
  zone: string
  author: FeedAuthor | null
  rights: string | null
  /** Editions that belong to it and that readers may see, the newest first. */
  editions: EditionHere[]
  /** What is new here: these posts and editions, or what is in its editions. */
  lines: BlogChoice | null
  /** Of one edition: all that is in it, to be filtered. */
  programme: Programme | null
  /** Set where what was said below it is told: below this, or (null) below anything. */
  comments?: CommentedOn | null
  /** When anything here was changed last; null: nothing tells. */
  modified: number | null
  version: () => Promise<string>
}

/** The place that feeds of this path are of; null where nothing is, or nothing that readers may see. */
export async function placeAt(parts: Parts, path: string): Promise<Place | null> {
  const place = await findPlace(parts, path)
  if (!place) return null
  // What is new there may name figures.
  const figures = async () => versionOf(await readFiguresState(parts.store.db))
  return { ...place, version: async () => `${await place.version()} ${await figures()}` }
}

async function findPlace(parts: Parts, path: string): Promise<Place | null> {
  const names = path.slice(1).split('/')
  const [first = '', second = '', third] = names
  const own = names.length
  if (names.at(-1) === 'comments') return commentsAt(parts, names.slice(0, -1))
  if (own === 1) return first === 'feed' ? siteAt(parts) : seriesAt(parts, first)
  if (own !== 2 || third !== undefined) return null
  if (first === 'category' || first === 'tag') return wordAt(parts, first, second)
  if (first === 'author') return authorAt(parts, second)
  return editionAt(parts, first, second)
}

async function siteAt({ store, config }: Parts): Promise<Place> {
  return {
    ...(await blogAt(store, { of: 'all' })),
    path: paths.siteFeed(),
    page: paths.home(),
    // It alone has nothing in the store that could name it.
    id: `tag:${URL.parse(config.baseUrl)?.hostname ?? 'localhost'},2026:daylong`,
    uuid: null,
    title: () => siteOf(config.baseUrl),
    about: ({ say }) => say('page.what'),
    author: { name: siteOf(config.baseUrl), url: config.baseUrl + paths.home() },
  }
}

async function wordAt({ store, config }: Parts, of: 'category' | 'tag', slug: string): Promise<Place | null> {
  const word = await findWord(store.db, of === 'tag' ? 'tags' : 'categories', slug)
  if (!word) return null
  return {
    ...(await blogAt(store, { of, id: word.id })),
    path: paths[of](slug),
    page: paths[of](slug),
    id: urnOf(word.id),
    uuid: word.id,
    title: () => word.name,
    about: ({ say }) => say(`blog.${of}`),
    author: { name: siteOf(config.baseUrl), url: config.baseUrl + paths.home() },
  }
}

async function authorAt({ store, config }: Parts, slug: string): Promise<Place | null> {
  const author = await findAuthor(store.db, slug)
  if (!author) return null
  return {
    ...(await blogAt(store, { of: 'author', id: author.id })),
    path: paths.author(slug),
    page: paths.author(slug),
    id: urnOf(author.id),
    uuid: author.id,
    title: () => author.name,
    about: () => author.bio && plainOf(author.bio, 300),
    author: { name: author.name, url: config.baseUrl + paths.author(slug) },
  }
}

type OfBlog = Pick<
  Place,
  'language' | 'zone' | 'rights' | 'editions' | 'lines' | 'programme' | 'modified' | 'version'
>

async function blogAt(store: Parts['store'], lines: BlogChoice): Promise<OfBlog> {
  const version = async () =>
    `${await readBlogRevision(store.db)} ${versionOf((await listSeries(store)).filter(isKnownToReaders))}`
  const all = shownOf(await listSeries(store))
  const listed = new Set(
    lines.of === 'all'
      ? all.map(({ edition }) => edition.id)
      : (await listBlog(store.db, lines, { limit: mostEditions, offset: 0 })).map(({ id }) => id),
  )
  const editions = all.filter(({ edition }) => listed.has(edition.id)).slice(0, mostEditions)
  return {
    language: null,
    zone: editions[0]?.edition.homeZone ?? 'UTC',
    rights: null,
    editions,
    lines,
    programme: null,
    modified: null,
    version,
  }
}

/** Of more nobody asks for what is new in them. */
const mostEditions = 200

async function seriesAt(parts: Parts, slug: string): Promise<Place | null> {
  const { store, config } = parts
  const series = await readSeries(store, slug)
  if (!series || !isKnownToReaders(series)) return null
  const editions = shownOf([series])
  const figures = await readNamedFigures(store, [series.text], { at: parts.now() })
  return {
    path: paths.series(slug),
    page: paths.series(slug),
    id: urnOf(series.id),
    uuid: series.id,
    title: ({ language }) => seriesIn(series, language).title,
    about: ({ language, locale }) => {
      const { text } = seriesIn(series, language)
      return text && plainOf(sayFigures(withoutPasscodes(text), figures, locale), 300)
    },
    language: series.language ?? editions[0]?.edition.language ?? null,
    zone: editions[0]?.edition.homeZone ?? 'UTC',
    author: { name: series.title, url: config.baseUrl + paths.series(slug) },
    rights: null,
    editions: editions.slice(0, mostEditions),
    lines: null,
    programme: null,
    modified: editions.length ? Math.max(...editions.map(({ edition }) => edition.updatedAt)) : null,
    version: async () => versionOf(await readSeries(store, slug)),
  }
}

async function editionAt(parts: Parts, series: string, slug: string): Promise<Place | null> {
  const { store, config } = parts
  const programme = await parts.programmes(series, slug)
  if (!programme || programme.edition.state === 'draft') return null
  const { edition } = programme
  const figures = await readNamedFigures(store, [edition.text], { at: parts.now(), of: edition.endsOn })
  const path = paths.edition(programme.series.slug, edition.slug)
  return {
    path,
    page: path,
    id: urnOf(edition.id),
    uuid: edition.id,
    title: ({ language }) => editionIn(edition, language).title,
    about: ({ language, locale }) => {
      const { text } = editionIn(edition, language)
      return text && plainOf(sayFigures(withoutPasscodes(text), figures, locale), 300)
    },
    language: edition.language,
    zone: edition.homeZone,
    author: edition.author
      ? { name: edition.author.name, url: edition.author.links[0]?.url ?? null }
      : { name: programme.series.title, url: config.baseUrl + paths.series(series) },
    rights: edition.credit && plainOf(edition.credit, 500),
    editions: [{ series: programme.series, edition: { ...edition, entries: 0, recordings: 0 } }],
    lines: null,
    programme,
    modified: edition.updatedAt,
    version: async () => `${await readRevision(store, series, slug)}`,
  }
}

async function commentsAt(parts: Parts, names: string[]): Promise<Place | null> {
  const { store } = parts
  const commented = names.length === 0 ? await siteAt(parts) : await commentedAt(parts, names)
  if (!commented) return null
  const { comments = null } = commented
  return {
    ...commented,
    path: paths.commentsFeed(names.length === 0 ? null : commented.page),
    comments,
    modified: null,
    version: async () => `${await readBlogRevision(store.db)} ${await commented.version()}`,
  }
}

async function commentedAt(parts: Parts, names: string[]): Promise<Place | null> {
  const [first = '', second = '', slug = ''] = names
  const isPage = names.length === 2 && first === 'pages'
  if (isPage || (names.length === 3 && /^\d{4}$/.test(first))) {
    const writing = await findWriting(parts.store.db, isPage ? 'page' : 'post', isPage ? second : slug)
    const path = writing && paths.writing(writing)
    if (writing?.state !== 'published' || path !== `/${names.join('/')}`) return null
    if ((await readCommenting(parts.store.db, { writingId: writing.id })) === 'hidden') return null
    return { ...(await siteAt(parts)), ...writingAt(parts, writing) }
  }
  const edition = names.length === 2 || names.length === 3 ? await editionAt(parts, first, second) : null
  if (!edition || (await readCommenting(parts.store.db, { editionId: edition.uuid! })) === 'hidden')
    return null
  if (names.length === 2) return { ...edition, comments: { editionId: edition.uuid! } }
  const entry = edition.programme!.entries.find(each => each.slug === slug)
  return entry ? { ...edition, ...entryAt(paths.entry(first, second, slug), entry) } : null
}

function entryAt(page: string, { id, title }: Entry): Partial<Place> {
  return {
    page,
    id: urnOf(id),
    uuid: id,
    title: () => title,
    about: () => null,
    comments: { entryId: id },
  }
}

function writingAt({ config }: Parts, writing: Writing): Partial<Place> {
  const { id, authors } = writing
  const [author] = authors
  return {
    page: paths.writing(writing),
    id: urnOf(id),
    uuid: id,
    title: () => writing.title,
    about: () => null,
    author: author ? { name: author.name, url: config.baseUrl + paths.author(author.slug) } : null,
    comments: { writingId: id },
  }
}

function shownOf(all: SeriesWithEditions[]): EditionHere[] {
  return all
    .flatMap(({ editions, ...series }) => editions.map(edition => ({ series, edition })))
    .filter(({ edition }) => edition.state !== 'draft')
    .sort((a, b) => (a.edition.startsOn < b.edition.startsOn ? 1 : -1))
}
