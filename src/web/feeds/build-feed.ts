import { nextChange } from '../../domain/next-change.ts'
import type { Feed, FeedForm, FeedItem } from '../../outlet/feeds/feed.ts'
import { feedForms } from '../../outlet/feeds/feed.ts'
import { urnOf, uuidWithin } from '../../outlet/feeds/urn.ts'
import { listShown, type Shown } from '../../storage/feeds.ts'
import { type AskedFeed, feedQuery } from '../feed-query.ts'
import { filterQuery } from '../filter-query.ts'
import { type FoundIn, findIn } from '../find-in.ts'
import { paths } from '../paths.ts'
import type { Parts } from '../show.ts'
import { namesOfFilter } from '../ui/name-of-choice.ts'
import { type Showing, showingOf } from '../ui/showing.ts'
import { type Language, languageOf, languages, loadWords } from '../words.ts'
import { blogItems, commentItems, editionItems } from './blog-items.ts'
import { changeItems, entryItems, listChanges, type Making, recordedItems } from './entry-items.ts'
import type { Place } from './place.ts'

/** A feed, and until when it stays as it is by itself (epoch milliseconds); null where it has no such page. */
export async function buildFeed(
  parts: Parts,
  place: Place,
  asked: AskedFeed,
  form: FeedForm,
): Promise<{ feed: Feed; until: number } | null> {
  const { config } = parts
  const reader = asked.readerIn(languageOf(place.language ?? ''), parts.now())
  await loadWords(reader.language)
  const showing = showingOf(reader, place.zone)
  const making = {
    showing,
    baseUrl: config.baseUrl,
    editions: new Map(place.editions.map(here => [here.edition.id, here])),
  }
  const found = place.programme ? await findIn(parts.store, place.programme, asked.query, showing) : null
  const part = await partOf(parts, place, asked, making, found)
  const pages = Math.min(mostPages, Math.ceil(part.count / part.perPage))
  if (asked.page > 1 && asked.page > pages) return null
  const { kept } = reader
  const filter = found?.isFiltering ? filterQuery(found.filter) : ''
  const addressOf = (page: number, as = form) =>
    config.baseUrl + paths.feed(place.path, as, feedQuery({ of: asked.of, filter, kept, page }))
  const language = languageIn(asked, place, reader.language)
  const feed: Feed = {
    id: idOf(place, asked, filter, kept),
    title: titleOf(place, asked, found, showing),
    about: place.about(showing),
    language,
    self: addressOf(asked.page),
    page: config.baseUrl + place.page + (filter ? `?${filter}` : ''),
    forms: feedForms
      .filter(each => each !== form)
      .map(each => ({ url: addressOf(asked.page, each), form: each })),
    paging:
      pages > 1
        ? {
            first: addressOf(1),
            previous: asked.page > 1 ? addressOf(asked.page - 1) : null,
            next: asked.page < pages ? addressOf(asked.page + 1) : null,
          }
        : null,
    updated: Math.max(
      ...part.items.map(({ updated }) => updated),
      part.items.length === 0 ? (place.modified ?? 0) : 0,
    ),
    authors: [place.author ?? { name: place.title(showing), url: null }],
    rights: place.rights,
    icon: config.baseUrl + paths.asset('icon-192.png'),
    podcast:
      asked.of === 'podcast'
        ? {
            guid: uuidWithin(podcastNamespace, place.uuid ?? place.id),
            image: config.baseUrl + paths.asset('icon-512.png'),
          }
        : null,
    items: part.items.map(item => (item.language === language ? { ...item, language: null } : item)),
  }
  return { feed, until: part.until }
}

/** Of the Podcast Index, in which each podcast’s own name lies. */
const podcastNamespace = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6'

/** So many pages there are at most: what is older is on the site. */
const mostPages = 20
const entriesPerPage = 100
const postsPerPage = 20

type Part = { items: FeedItem[]; count: number; perPage: number; until: number }

async function partOf(
  parts: Parts,
  place: Place,
  asked: AskedFeed,
  making: Making,
  found: FoundIn | null,
): Promise<Part> {
  const { store } = parts
  const perPage = place.comments !== undefined || asked.of === 'new' ? postsPerPage : entriesPerPage
  const page = (per: number) => ({ limit: per, offset: (asked.page - 1) * per })
  const slice = <T>(all: T[], per = entriesPerPage) =>
    all.slice((asked.page - 1) * per, Math.min(asked.page, mostPages) * per)
  const left = found?.isFiltering ? idsIn(found) : null
  // What is asked of the moment changes with it.
  const until =
    found && place.programme && found.filter.only.length
      ? nextChange(place.programme, making.showing.now, making.showing.zone)
      : Number.POSITIVE_INFINITY
  if (place.comments !== undefined) {
    const one = await commentItems(store, place.comments, { ...page(perPage), limit: perPage + 1 }, making)
    const count = (asked.page - 1) * perPage + one.length
    return { items: one.slice(0, perPage), count, perPage, until }
  }
  if (asked.of === 'changes') {
    const changes = await listChanges(store, making, id => left === null || (id !== null && left.has(id)))
    const items = await changeItems(store, slice(changes), making)
    return { items, count: changes.length, perPage: entriesPerPage, until }
  }
  if (asked.of !== 'new') {
    const recorded = await recordedItems(store, making, {
      isAsked: id => left === null || left.has(id),
      onlyFiles: asked.of === 'podcast',
    })
    return {
      items: slice(recorded.items()),
      count: recorded.listed.length,
      perPage: entriesPerPage,
      until: Math.min(until, recorded.until),
    }
  }
  if (place.lines) {
    const blog = await blogItems(store, place.lines, page(postsPerPage), making)
    return { ...blog, perPage: postsPerPage, until }
  }
  const shown = await listShown(store.db, [...making.editions.keys()])
  const listed = withEditions(
    left === null ? shown : shown.filter(({ id }) => left.has(id)),
    place.programme ? [] : place.editions,
  )
  const mine = slice(listed)
  const entries = await entryItems(store, mine, making)
  const editions = await editionItems(
    store,
    mine.map(({ id }) => id).filter(id => making.editions.has(id)),
    making,
  )
  const byId = new Map([...entries, ...editions].map(item => [item.id, item]))
  const items = mine.flatMap(({ id }) => byId.get(urnOf(id)) ?? [])
  return { items, count: listed.length, perPage: entriesPerPage, until }
}

/** Of a series each new edition is new as well, before what is in it. */
function withEditions(shown: Shown[], editions: Place['editions']): Shown[] {
  if (editions.length === 0) return shown
  const own = editions.map(({ edition }) => ({
    id: edition.id,
    editionId: edition.id,
    parentId: null,
    at: edition.publishedAt ?? 0,
  }))
  return [...own, ...shown].sort((a, b) => b.at - a.at)
}

function idsIn({ entries }: FoundIn): Set<string> {
  return new Set(entries.flatMap(({ id, sessions }) => [id, ...sessions.map(session => session.id)]))
}

/** Two feeds of a place are two things; the same in another format is one. */
function idOf(place: Place, { of }: AskedFeed, filter: string, kept: string): string {
  const what = feedQuery({ of, filter, kept }) + (place.comments === undefined ? '' : ' comments')
  if (what === '') return place.id
  return place.uuid ? urnOf(uuidWithin(place.uuid, what)) : `${place.id}/${encodeURIComponent(what.trim())}`
}

function titleOf(place: Place, { of }: AskedFeed, found: FoundIn | null, showing: Showing): string {
  const { say } = showing
  const title = place.title(showing)
  const what = place.comments !== undefined ? 'comments' : of
  const named = what === 'new' ? title : say('feed.of', { what: say(`feeds.${what}`), title })
  return found?.isFiltering ? `${named} · ${namesOfFilter(found, showing).join(' · ')}` : named
}

/** That of its own words where they are not translated; else that of whoever asked for one. */
function languageIn(asked: AskedFeed, place: Place, language: Language): string {
  const own = place.language
  return own && languageOf(own) === language && !asked.query.has('lang') ? own : languages[language].tag
}
