import { addressKey } from '../../domain/address-key.ts'
import type { Span } from '../../domain/phase.ts'
import { type Match, matchOf, type Reason, type Recorded, strengths } from '../../domain/recordings/match.ts'
import type { Wish } from '../../domain/recordings/offer.ts'
import { type Channel, isSeen, type Listed, type Sighting } from '../../domain/recordings/seen.ts'
import type { FeedItem } from '../../intake/feed/item.ts'
import { type Ask, createAsk } from '../../outside/recordings/ask.ts'
import { channelAt, feedOf, listOf, seeAt } from '../../outside/recordings/providers.ts'
import type { EditionRow } from '../../storage/editions.ts'
import type { EntryRow } from '../../storage/entries.ts'
import { readKnownChannels, readRecordingAddresses } from '../../storage/recording-looks.ts'
import { listOffers } from '../../storage/recording-offers.ts'
import type { Db } from '../../storage/tables.ts'
import type { LookMeans } from './means.ts'

/** An event has few organisers, and each few channels. */
const mostChannels = 4
const mostCandidates = 3

/**
 * Looks through the channels of an event's organisers for its recording: those where its stream was, those that their
 * sites are, those where recordings of theirs were seen in other years.
 */
export async function searchChannels(
  db: Db,
  event: { row: EntryRow; edition: EditionRow; span: Span; sightings: readonly Sighting[] },
  means: LookMeans,
): Promise<{ channels: Channel[]; wishes: Wish[]; at: number }> {
  const { row, span } = event
  const { entry } = row
  // Sessions are recorded with their event; whoever cuts them tells it in the links.
  const channels = row.parentId === null ? await channelsOf(db, event) : []
  const ask = createAsk(means.fetch, means)
  const recorded: Recorded = {
    title: entry.title,
    organisers: entry.organisations.map(({ name }) => name),
    start: span.start,
    end: span.end,
    isEndTold: !span.assumed,
  }
  const taken = await takenOf(db, row)
  const found = new Map<string, { listed: Listed; match: Match; channel: Channel }>()
  for (const channel of channels) {
    const list = await readList(channel, ask)
    means.signal?.throwIfAborted()
    for (const listed of list) {
      const match = matchOf(recorded, listed)
      const key = addressKey(listed.url)
      if (match && !taken.has(key) && !found.has(key)) found.set(key, { listed, match, channel })
    }
  }
  const best = [...found.values()].sort((a, b) => rankOf(b.match) - rankOf(a.match)).slice(0, mostCandidates)
  const wishes: Wish[] = []
  for (const { listed, channel } of best) {
    const wish = await lookCloser(recorded, listed, channel, ask)
    means.signal?.throwIfAborted()
    if (wish) wishes.push(wish)
  }
  // Of several that are alike none is sure.
  const isOneSure = wishes.filter(({ strength }) => strength === 'sure').length === 1
  const settled = wishes.map(wish =>
    wish.strength === 'sure' && !isOneSure ? { ...wish, strength: 'likely' as const } : wish,
  )
  return { channels, wishes: settled, at: means.now() }
}

function rankOf({ strength }: Match): number {
  return strengths.indexOf(strength)
}

async function channelsOf(
  db: Db,
  { row: { entry }, edition, sightings }: Parameters<typeof searchChannels>[1],
): Promise<Channel[]> {
  const holders = entry.organisations.filter(({ role }) => role === null || role === 'host')
  const earlier = await readKnownChannels(
    db,
    edition.seriesId,
    holders.map(({ id }) => id),
  )
  const all = [
    ...sightings.flatMap(({ seen }) => seen?.channel ?? []),
    ...sightings.flatMap(({ url }) => channelAt(url) ?? []),
    ...holders.flatMap(({ url }) => (url && channelAt(url)) || []),
    ...earlier,
  ]
  const once = new Map(all.map(channel => [`${channel.kind} ${channel.at} ${channel.id}`, channel] as const))
  return [...once.values()].slice(0, mostChannels)
}

/** What is the recording of another entry, or was said not to be that of this one; its own links are known. */
async function takenOf(db: Db, { entry, editionId }: EntryRow): Promise<Set<string>> {
  const others = await readRecordingAddresses(db, editionId)
  const refused = (await listOffers(db, { entryId: entry.id })).filter(
    ({ answer }) => answer?.as === 'refused',
  )
  return new Set([...others, ...refused, ...entry.links].map(({ url }) => addressKey(url)))
}

/** A channel that cannot be read tells nothing; it is looked through again the next time. */
async function readList(channel: Channel, ask: Ask): Promise<Listed[]> {
  const feed = feedOf(channel)
  if (feed === null) {
    const list = await listOf(channel, ask)
    return 'unseen' in list ? [] : list
  }
  const told = await ask(feed)
  if (!told.ok) return []
  const { itemsOf } = await import('../../intake/feed/items-of.ts')
  return itemsOf(told.text, told.url).slice(0, 100).flatMap(listedOf)
}

function listedOf({ title, url, media, published, seconds }: FeedItem): Listed[] {
  const film = media.find(({ type }) => /^(?:video|audio)(?:\/|$)/.test(type ?? ''))?.url
  const address = url ?? film
  if (!title || !address || !/^https?:/.test(address)) return []
  const moment = Date.parse(published ?? '')
  const publishedAt = Number.isNaN(moment) ? null : moment
  return [{ url: address, title, publishedAt, startedAt: null, seconds: seconds ?? null, isToCome: false }]
}

/** A list tells little of each: how long it is, and whether it can be watched, is asked of the likeliest alone. */
async function lookCloser(event: Recorded, listed: Listed, channel: Channel, ask: Ask): Promise<Wish | null> {
  const answer = await seeAt(listed.url, ask)
  const seen = isSeen(answer) ? answer : null
  if (seen && (seen.stream === 'live' || seen.stream === 'upcoming')) return null
  if (seen?.recording && seen.recording !== 'available') return null
  const whole: Listed = {
    ...listed,
    seconds: seen?.seconds ?? listed.seconds,
    startedAt: seen?.startedAt ?? listed.startedAt,
  }
  const match = matchOf(event, whole)
  if (!match) return null
  const by: Reason[] = channel.name ? [{ code: 'on-channel', name: channel.name.slice(0, 100) }] : []
  const { url, title, seconds, publishedAt } = whole
  // Nobody has looked at it: that it can be watched is not sure.
  const strength = seen?.recording === 'available' || match.strength !== 'sure' ? match.strength : 'likely'
  return {
    kind: 'attach',
    url,
    title: title.slice(0, 200),
    seconds,
    publishedAt,
    strength,
    reasons: [...match.reasons, ...by],
  }
}
