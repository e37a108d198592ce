import { bearable } from '../../domain/bearable.ts'
import type { CommentedOn } from '../../domain/comment.ts'
import { asOfDay, sayFigures } from '../../domain/figure/in-text.ts'
import { editionIn } from '../../domain/in-language.ts'
import type { EditionListing } from '../../domain/programme.ts'
import { withoutPasscodes } from '../../domain/secret-link.ts'
import { bareItem, type FeedItem } from '../../outlet/feeds/feed.ts'
import { urnOf } from '../../outlet/feeds/urn.ts'
import { type BlogChoice, countBlog, listBlog } from '../../storage/blog.ts'
import { readEntryTitles } from '../../storage/commented.ts'
import { countComments, readNewestComments } from '../../storage/comments.ts'
import { readEditionTexts } from '../../storage/editions.ts'
import { readOwnChanges } from '../../storage/feeds.ts'
import { readNamedFigures } from '../../storage/named-figures.ts'
import type { Store } from '../../storage/store.ts'
import { readWritings } from '../../storage/writings.ts'
import { sayDays } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import { commentHtmlOf, htmlOf, plainOf } from '../ui/markdown.ts'
import { absolute } from './absolute.ts'
import type { Making } from './entry-items.ts'
import type { EditionHere } from './place.ts'

type Page = { limit: number; offset: number }

/** Posts and editions of the blog, each whole; and how many there are. */
export async function blogItems(
  store: Store,
  choice: BlogChoice,
  page: Page,
  making: Making,
): Promise<{ items: FeedItem[]; count: number }> {
  const { db } = store
  const lines = await listBlog(db, choice, page)
  const idsOf = (of: 'post' | 'edition') => lines.filter(line => line.of === of).map(({ id }) => id)
  const posts = await readWritings(db, idsOf('post'))
  const editions = new Map((await editionItems(store, idsOf('edition'), making)).map(item => [item.id, item]))
  const comments = await countComments(db, idsOf('post'))
  const { now, locale } = making.showing
  const figures = await readNamedFigures(
    store,
    [...posts.values()].map(({ text }) => text),
    { at: now },
  )
  const items = lines.flatMap(({ id }) => {
    const post = posts.get(id)
    const edition = editions.get(urnOf(id))
    if (edition) return [edition]
    if (!post) return []
    const path = paths.writing(post)
    const url = making.baseUrl + path
    const published = post.publishedAt ?? Date.parse(post.day)
    const text = sayFigures(withoutPasscodes(post.text), asOfDay(figures, post.day), locale)
    return [
      {
        ...bareItem,
        id: urnOf(id),
        url,
        title: post.title,
        html: absolute(htmlOf(text), url),
        summary: post.excerpt || plainOf(text.slice(0, 3000), 300) || null,
        published,
        // Taking it in is no change of it.
        updated: post.revision > 1 ? Math.max(published, post.updatedAt) : published,
        authors: post.authors.map(({ name, slug }) => ({ name, url: making.baseUrl + paths.author(slug) })),
        categories: [...post.categories, ...post.tags].map(({ slug, name }) => ({ term: slug, label: name })),
        comments: commentsOf(path, comments.get(id) ?? 0, making),
      },
    ]
  })
  return { items, count: await countBlog(db, choice) }
}

/** Editions as posts of the blog: with the curator’s own text, which is what they say of it. */
export async function editionItems(store: Store, ids: string[], making: Making): Promise<FeedItem[]> {
  if (ids.length === 0) return []
  const { db } = store
  const texts = await readEditionTexts(db, ids)
  const changed = await readOwnChanges(db, ids)
  const comments = await countComments(db, ids)
  const { now, language, locale } = making.showing
  const told = ids.flatMap(id => {
    const here = making.editions.get(id)
    const { text = null, authors = [] } = texts.get(id) ?? {}
    return here ? [{ here, authors, said: editionIn({ ...here.edition, text }, language) }] : []
  })
  const figures = await readNamedFigures(
    store,
    told.map(({ said }) => said.text),
    { at: now },
  )
  return told.map(({ here, authors, said }) => {
    const { id, endsOn } = here.edition
    const text = said.text && sayFigures(said.text, asOfDay(figures, endsOn), locale)
    const edition = { ...said, text, authors }
    return editionItem(here, edition, changed.get(id) ?? 0, comments.get(id) ?? 0, making)
  })
}

function editionItem(
  { series }: EditionHere,
  edition: EditionListing & { text: string | null; authors: string[] },
  changedAt: number,
  comments: number,
  making: Making,
): FeedItem {
  const { showing, baseUrl } = making
  const path = paths.edition(series.slug, edition.slug)
  const url = baseUrl + path
  const published = edition.publishedAt ?? Date.parse(edition.startsOn)
  const text = withoutPasscodes(edition.text ?? '')
  const when = sayDays(edition.startsOn, edition.endsOn, showing.locale)
  return {
    ...bareItem,
    id: urnOf(edition.id),
    url,
    title: edition.title,
    language: edition.language,
    html: `<p>${when}</p>\n${absolute(htmlOf(text), url)}`,
    summary: plainOf(text.slice(0, 3000), 300) || when,
    published,
    updated: Math.max(published, changedAt),
    authors: edition.authors.map(name => ({ name, url: null })),
    comments: commentsOf(path, comments, making),
  }
}

function commentsOf(path: string, count: number, { baseUrl }: Making): FeedItem['comments'] {
  if (count === 0) return null
  const page = `${baseUrl}${path}#comments`
  return { page, feed: baseUrl + paths.feed(paths.commentsFeed(path), 'atom'), count }
}

/** What readers said last, below one thing or anywhere. */
export async function commentItems(
  store: Store,
  on: CommentedOn | null,
  page: Page,
  { showing, baseUrl, editions }: Making,
): Promise<FeedItem[]> {
  const said = await readNewestComments(store.db, on, page)
  const posts = await readWritings(store.db, [...new Set(said.flatMap(({ writingId }) => writingId ?? []))])
  const titles = await readEntryTitles(store.db, [...new Set(said.flatMap(({ entryId }) => entryId ?? []))])
  return said.flatMap(({ id, editionId, entryId, writingId, authorName, authorUrl, text, at, editedAt }) => {
    const title =
      (editionId && editions.get(editionId)?.edition.title) ||
      (entryId && titles.get(entryId)) ||
      (writingId && posts.get(writingId)?.title)
    if (!title) return []
    // Where it stands may change; its own address leads there.
    const url = baseUrl + paths.comment(id)
    const name = bearable(authorName ?? '') || showing.say('comments.nobody')
    return [
      {
        ...bareItem,
        id: urnOf(id),
        url,
        title: showing.say('feed.comment', { name, title }),
        html: absolute(commentHtmlOf(withoutPasscodes(text)), url),
        summary: null,
        published: at,
        updated: editedAt ?? at,
        authors: [{ name, url: authorUrl && /^https?:/.test(authorUrl) ? authorUrl : null }],
      },
    ]
  })
}
