import type { Entry } from '../../domain/entry.ts'
import { asOfDay } from '../../domain/figure/in-text.ts'
import { sayInEntries, textsOfEntries } from '../../domain/figure/say-in-programme.ts'
import { gatherUpdates } from '../../domain/gather-updates.ts'
import { entriesIn } from '../../domain/in-language.ts'
import { nextChange } from '../../domain/next-change.ts'
import { phaseOf, timedOf } from '../../domain/phase.ts'
import { recordingAt } from '../../domain/recording.ts'
import { inPublic, withoutPasscodes } from '../../domain/secret-link.ts'
import type { ToldUpdate } from '../../domain/update.ts'
import { bareItem, type FeedItem } from '../../outlet/feeds/feed.ts'
import { mediaOf } from '../../outlet/feeds/media-of.ts'
import { urnOf, uuidWithin } from '../../outlet/feeds/urn.ts'
import { listRecorded, readShown, type Shown } from '../../storage/feeds.ts'
import { readNamedFigures } from '../../storage/named-figures.ts'
import type { Store } from '../../storage/store.ts'
import { readUpdatesIn } from '../../storage/updates.ts'
import { paths } from '../paths.ts'
import { plainOf } from '../ui/markdown.ts'
import { reckoningOf, type Showing } from '../ui/showing.ts'
import { sayEventTime } from '../ui/told-time.ts'
import { headingOf } from '../ui/update-words.ts'
import { type EntryHints, entryHtml, publicLinks, whenOf } from './entry-html.ts'
import type { EditionHere } from './place.ts'

/** What items are made for: who reads, under which address, and of which editions, by their ids. */
export type Making = {
  showing: Showing
  baseUrl: string
  editions: ReadonlyMap<string, EditionHere>
}

/** Each entry of a list once, as it was added. */
export async function entryItems(store: Store, shown: Shown[], making: Making): Promise<FeedItem[]> {
  const entries = await readIn(store, shown, making)
  return shown.flatMap(each => {
    const found = entries.get(each.id)
    return found ? [itemOf(found, each.at, making)] : []
  })
}

/** What became of entries since they were added: each change an item of its own. */
export async function listChanges(
  store: Store,
  making: Making,
  isAsked: (entryId: string | null) => boolean,
): Promise<Change[]> {
  const ids = [...making.editions.keys()]
  const updates = (await readUpdatesIn(store.db, ids, mostUpdates)).filter(
    ({ at, entryId, update }) => at <= making.showing.now && update.kind !== 'new' && isAsked(entryId),
  )
  return [...Map.groupBy(updates, ({ editionId }) => editionId)]
    .flatMap(([editionId, of]) =>
      gatherUpdates(of).flatMap(({ items }) => items.map(told => ({ ...told, editionId }))),
    )
    .sort((a, b) => b.at - a.at || b.number - a.number)
}
type Change = ToldUpdate & { editionId: string }

const mostUpdates = 2000

export async function changeItems(store: Store, changes: Change[], making: Making): Promise<FeedItem[]> {
  const of = changes.flatMap(({ entryId, entry }) => (entryId && entry ? [entryId] : []))
  const entries = await readIn(
    store,
    of.map(id => ({ id })),
    making,
  )
  const { say } = making.showing
  return changes.flatMap(told => {
    const { update, at, number, entryId, editionId } = told
    const found = entryId && entries.get(entryId)
    const home = making.editions.get(editionId)
    if (!home || entryId === null || (!found && update.kind !== 'withdrawn')) return []
    const edition = making.baseUrl + paths.edition(home.series.slug, home.edition.slug)
    const heading = say(headingOf(told))
    const above = [heading, moreOf(told, making.showing)].filter(Boolean).join(' · ')
    const title = found ? found.entry.title : update.kind === 'withdrawn' ? update.title : ''
    const about = update.kind === 'link' ? ` ${update.role}` : ''
    const plain = {
      id: urnOf(uuidWithin(entryId, `${update.kind}${about} ${number}`)),
      title: say('feed.of', { what: heading, title: withoutPasscodes(title) }),
      summary: above,
      published: at,
      updated: at,
    }
    if (found) return [{ ...itemOf(found, at, making, { above }), ...plain }]
    return [{ ...bareItem, ...plain, url: edition, html: `<p>${escaped(above)}</p>` }]
  })
}

function moreOf({ update }: ToldUpdate, showing: Showing): string {
  if (update.kind === 'time')
    return showing.say('told.time.from-to', {
      from: sayEventTime(update.from, showing),
      to: sayEventTime(update.to, showing),
    })
  return update.kind === 'status' && update.reason ? withoutPasscodes(update.reason) : ''
}

/**
 * What was recorded and can be had now. A recording that is told of before the end is none yet: `until` is the moment at
 * which one of those may be.
 */
export async function recordedItems(
  store: Store,
  making: Making,
  { isAsked, onlyFiles }: { isAsked: (entryId: string) => boolean; onlyFiles: boolean },
): Promise<{ items: () => FeedItem[]; listed: Shown[]; until: number }> {
  const all = (await listRecorded(store.db, [...making.editions.keys()]))
    .filter(({ id, parentId }) => isAsked(parentId ?? id))
    .slice(0, mostRecorded)
  const entries = await readIn(store, all, making)
  let until = Number.POSITIVE_INFINITY
  const listed = all.filter(({ id }) => {
    const found = entries.get(id)
    if (!found) return false
    const { entry, home } = found
    const { now, zone } = making.showing
    const at = phaseOf(timedOf(entry), now, reckoningOf(home.edition, making.showing))
    if (recordingAt(entry, at) === 'available') return !onlyFiles || mediaIn(entry).length > 0
    until = Math.min(until, nextChange({ edition: home.edition, entries: [entry] }, now, zone))
    return false
  })
  return {
    listed,
    until,
    items: () =>
      listed.map(({ id, at }) => {
        const found = entries.get(id)!
        const item = itemOf(found, at, making, { isOver: true })
        const recording = publicLinks(found.entry).find(({ role }) => role === 'recording')
        return {
          ...item,
          // The entry itself is an item of another feed: a reader of both must not take them for one.
          id: urnOf(uuidWithin(id, 'recording')),
          about: recording?.url ?? item.about,
          media: mediaIn(found.entry),
        }
      }),
  }
}

const mostRecorded = 1000

function mediaIn(entry: Entry) {
  return publicLinks(entry)
    .filter(({ role }) => role === 'recording')
    .flatMap(({ url }) => mediaOf(url) ?? [])
}

type Found = { entry: Entry; parent: Entry | null; home: EditionHere }

/** These entries in the words of who reads, and sessions with the event they belong to. */
async function readIn(
  store: Store,
  listed: { id: string; parentId?: string | null; editionId?: string }[],
  { showing, editions }: Making,
): Promise<Map<string, Found>> {
  const ids = listed.map(({ id }) => id)
  const { entries, homes } = await readShown(store.db, ids)
  const found = new Map<string, Found>()
  const figures = await readNamedFigures(store, textsOfEntries([...entries.values()]), { at: showing.now })
  for (const id of ids) {
    const entry = entries.get(id)
    const { editionId, parentId } = homes.get(id) ?? {}
    const home = editionId && editions.get(editionId)
    if (!entry || !home) continue
    const parent = parentId ? (entries.get(parentId) ?? null) : null
    if (parentId && !parent) continue
    const told = asOfDay(figures, home.edition.endsOn)
    const [said = entry] = sayInEntries(entriesIn([entry], showing.language), told, showing.locale)
    found.set(id, { entry: said, parent, home })
  }
  return found
}

function itemOf(
  { entry, parent, home: { series, edition } }: Found,
  at: number,
  { showing, baseUrl }: Making,
  hints: EntryHints = {},
): FeedItem {
  const url =
    baseUrl +
    (parent
      ? paths.session(series.slug, edition.slug, parent.slug, entry.slug)
      : paths.entry(series.slug, edition.slug, entry.slug))
  const words = entry.summary ?? entry.note
  const links = publicLinks(entry)
  const organisers = entry.organisations.filter(({ role }) => role !== 'supporter' && role !== 'speaker')
  const { saidIn } = entry
  return {
    id: urnOf(entry.id),
    url,
    title: inPublic(entry.title, entry),
    language: (saidIn ? saidIn.title : entry.language) ?? edition.language,
    html: entryHtml(entry, url, showing, hints),
    summary: (words && plainOf(inPublic(words, entry), 300)) || whenOf(entry, showing) || null,
    published: at,
    updated: Math.max(at, entry.updatedAt, ...entry.sessions.map(({ updatedAt }) => updatedAt)),
    authors: (entry.kind !== 'event' && entry.people.length ? entry.people : organisers)
      .slice(0, mostAuthors)
      .map(each => ({ name: each.name, url: each.url })),
    categories: [
      { term: entry.kind, label: showing.say(`kind.${entry.kind}`) },
      ...entry.tags.map(({ slug, name }) => ({ term: slug, label: name })),
    ],
    image: entry.image?.startsWith('/') ? baseUrl + entry.image : null,
    about: entry.kind === 'event' ? null : (links.find(({ role }) => role === 'source')?.url ?? null),
    media: [],
    comments: null,
  }
}

const mostAuthors = 5

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
