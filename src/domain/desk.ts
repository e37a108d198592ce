import { type Task, tasksOf } from './attention.ts'
import type { Entry } from './entry.ts'
import type { FieldDoubt } from './finding.ts'
import { leads } from './link-health.ts'
import { phaseOf, type Reckoning, spanOf, takesPlace, timedOf } from './phase.ts'
import type { Proposal } from './proposal.ts'
import { recordingOf } from './recording.ts'
import { isOpenOffer, type Offer } from './recordings/offer.ts'
import type { SourceError } from './source.ts'

/** What a curator may be asked to do, the most pressing first. */
export const needCodes = [
  'join-missing',
  'organiser-asks',
  'source-changed',
  'source-missing',
  'organiser-changed',
  'recording-gone',
  'recording-found',
  'recording-not-told',
  'doubt',
  'time-not-told',
  'hour-not-told',
  'draft',
  'duplicate',
  'reading-failed',
  'reading-open',
  'reading-waiting',
  'source-paused',
  'source-failing',
  'link-gone',
  'link-missing',
  'alt-missing',
  'scheduled',
] as const
export type NeedCode = (typeof needCodes)[number]

export type Need =
  | { code: 'time-not-told' | 'hour-not-told' | 'link-missing' | 'link-gone' | 'draft' | 'alt-missing' }
  /** `registers`: one can register, and is perhaps told the way by mail. */
  | { code: 'join-missing'; registers: boolean }
  | { code: 'recording-not-told'; isExpected: boolean }
  /** Something that may be its recording, or that its recording seems to be gone. */
  | { code: 'recording-found' | 'recording-gone'; offer: Offer }
  | { code: 'doubt'; doubts: FieldDoubt[] }
  | { code: 'scheduled'; at: number }
  | { code: 'duplicate'; other: Entry }
  | { code: 'reading-failed' | 'reading-open' | 'reading-waiting' }
  | { code: 'source-changed'; source: SourceRef; proposals: Proposal[] }
  /** The source tells of it no more. */
  | { code: 'source-missing'; source: SourceRef }
  | { code: 'source-paused' | 'source-failing' }
  /** An organiser would change it, or has done so. */
  | { code: 'organiser-asks' | 'organiser-changed'; change: ToldByOrganiser }

/** What an organiser says of an entry. `revision`: what made it so; null where it waits. */
export type ToldByOrganiser = {
  id: string
  entryId: string
  who: string
  proposals: Proposal[]
  revision: number | null
}

type SourceRef = { id: string; name: string }

/** What a source says otherwise of an entry, or that it tells of it no more. */
export type AskedOfEntry = { entryId: string; source: SourceRef; proposals: Proposal[]; isMissing: boolean }

/** A source that is read again and again, and cannot be read. */
export type TroubledSource = {
  id: string
  name: string
  state: 'watching' | 'paused'
  since: number
  error: SourceError | null
  address: string
}

/** What was pasted and is not settled. */
export type OpenReading = {
  id: string
  state: 'waiting' | 'read' | 'failed'
  at: number
  label: string
  /** Where it was read, if anywhere. */
  url: string | null
  /** How many of its findings wait for an answer. */
  left: number
  /** A source that is read again and again tells them newly. */
  isOfSource: boolean
  /** The code of what went wrong. */
  problem: string | null
}

/** One line of the desk: an entry with all it needs, a reading, or a source. */
export type DeskItem = {
  needs: Need[]
  /** An event that begins within hours, or has begun within a day and is on. */
  isNear: boolean
} & (
  | { entry: Entry; event: Entry | null; reading: null; source: null }
  | { entry: null; reading: OpenReading; source: null }
  | { entry: null; reading: null; source: TroubledSource }
)

type Known = {
  /** With drafts and withdrawn ones, in the order of the story. */
  entries: readonly Entry[]
  readings?: readonly OpenReading[]
  /** Ids of entries, sessions too, that look like one. */
  duplicates?: readonly { id: string; other: string }[]
  /** What sources say otherwise. */
  asked?: readonly AskedOfEntry[]
  sources?: readonly TroubledSource[]
  /** What was found out about recordings, the likeliest first. */
  offers?: readonly Offer[]
  /** What organisers changed, or would. */
  organisers?: readonly ToldByOrganiser[]
}

/** How long before its start whatever an event needs comes before everything else. */
export const nearMs = 12 * 3_600_000

/**
 * What needs a curator at a moment, each entry and each reading once, the most pressing first: what is on or begins
 * within hours, by its start; then by what is needed, what is still to come before what is over. An edition of which
 * all is told has an empty list. O(n log n).
 */
export function deskItems(known: Known, now: number, reckoning: Reckoning): DeskItem[] {
  const byId = new Map<string, Entry>()
  for (const entry of known.entries) {
    byId.set(entry.id, entry)
    for (const session of entry.sessions) byId.set(session.id, session)
  }
  const others = new Map<string, Entry>()
  for (const { id, other } of known.duplicates ?? []) {
    const [one, two] = [byId.get(id), byId.get(other)]
    if (one && two && isSeen(one) && isSeen(two) && !others.has(id)) others.set(id, two)
  }

  const offers = Map.groupBy(known.offers ?? [], ({ entryId }) => entryId)
  const asked = Map.groupBy(known.asked ?? [], ({ entryId }) => entryId)
  const organisers = Map.groupBy(known.organisers ?? [], ({ entryId }) => entryId)

  const items: DeskItem[] = []
  const consider = (entry: Entry, event: Entry | null) => {
    if (!isSeen(entry)) return
    const isNear = isNearAt(entry, now, reckoning)
    const own = {
      other: others.get(entry.id),
      asked: asked.get(entry.id) ?? [],
      offers: offers.get(entry.id) ?? [],
      organisers: organisers.get(entry.id) ?? [],
    }
    const needs = needsOf(entry, event, own, { now, isNear, reckoning })
    if (needs.length > 0) items.push({ entry, event, reading: null, source: null, needs, isNear })
  }
  for (const entry of known.entries) {
    consider(entry, null)
    if (isSeen(entry)) for (const session of entry.sessions) consider(session, entry)
  }
  for (const reading of known.readings ?? [])
    items.push({
      entry: null,
      reading,
      source: null,
      needs: [{ code: readingCodes[reading.state] }],
      isNear: false,
    })
  for (const source of known.sources ?? []) {
    const code = source.state === 'paused' ? 'source-paused' : 'source-failing'
    items.push({ entry: null, reading: null, source, needs: [{ code }], isNear: false })
  }

  const ranks = new Map(items.map(item => [item, rankOf(item, now, reckoning)]))
  return items.sort((a, b) => compare(ranks.get(a)!, ranks.get(b)!))
}

const readingCodes = { waiting: 'reading-waiting', read: 'reading-open', failed: 'reading-failed' } as const

function isSeen({ state }: Entry): boolean {
  return state !== 'withdrawn'
}

/** Events alone: a campaign is on for weeks, and nothing of it begins. */
function isNearAt(entry: Entry, now: number, reckoning: Reckoning): boolean {
  const start = startOf(entry, reckoning)
  if (entry.kind !== 'event' || start === null) return false
  const { phase, today } = phaseOf(timedOf(entry), now, reckoning)
  if (phase === 'on') return now - start <= 2 * nearMs
  return phase === 'soon' || today || (phase === 'upcoming' && start - now <= nearMs)
}

function startOf(entry: Entry, reckoning: Reckoning): number | null {
  return spanOf(timedOf(entry), reckoning)?.start ?? null
}

function needsOf(
  entry: Entry,
  event: Entry | null,
  {
    other,
    asked,
    offers,
    organisers,
  }: {
    other: Entry | undefined
    asked: readonly AskedOfEntry[]
    offers: readonly Offer[]
    organisers: readonly ToldByOrganiser[]
  },
  { now, isNear, reckoning }: { now: number; isNear: boolean; reckoning: Reckoning },
): Need[] {
  const needs: Need[] = []
  const tasks = tasksOf(entry, now, reckoning)
  const has = (code: Task['code']) => tasks.some(task => task.code === code)
  if (event === null && isNear) needs.push(...joinMissing(entry))
  for (const { source, proposals, isMissing } of asked) {
    if (proposals.length > 0) needs.push({ code: 'source-changed', source, proposals })
    // What is over was let go by its source, as calendars do.
    if (isMissing && !isOver(entry, now, reckoning)) needs.push({ code: 'source-missing', source })
  }
  for (const change of organisers)
    needs.push({ code: change.revision === null ? 'organiser-asks' : 'organiser-changed', change })
  const offered = offers.filter(offer => isOpenOffer(offer, entry))
  const gone = offered.find(({ kind }) => kind === 'removed')
  const found = offered.find(({ kind }) => kind === 'attach')
  if (gone) needs.push({ code: 'recording-gone', offer: gone })
  else if (found) needs.push({ code: 'recording-found', offer: found })
  // A session is recorded with its event, and led to by the links of its event.
  else if (has('recording-not-told') && event === null)
    needs.push({ code: 'recording-not-told', isExpected: recordingOf(entry) === 'expected' })
  if (entry.doubts.length > 0) needs.push({ code: 'doubt', doubts: entry.doubts })
  for (const code of ['time-not-told', 'hour-not-told'] as const) if (has(code)) needs.push({ code })
  if (entry.state === 'draft' && (event === null || event.state === 'published')) {
    const { publishAt } = entry
    if (publishAt === null || publishAt <= now) needs.push({ code: 'draft' })
    else needs.push({ code: 'scheduled', at: publishAt })
  }
  if (other) needs.push({ code: 'duplicate', other })
  if (has('link-gone')) needs.push({ code: 'link-gone' })
  if (has('link-missing') && event === null && !needs.some(({ code }) => code === 'join-missing'))
    needs.push({ code: 'link-missing' })
  // Pictures of other sites are not shown.
  if (entry.image?.startsWith('/') && !entry.imageAlt) needs.push({ code: 'alt-missing' })
  return needs.sort((a, b) => orderOf(a) - orderOf(b))
}

function isOver(entry: Entry, now: number, reckoning: Reckoning): boolean {
  return entry.kind === 'event' && phaseOf(timedOf(entry), now, reckoning).phase === 'over'
}

/** Whoever wants to be there finds no door. What takes place in a room alone needs none, nor what has no hour. */
function joinMissing(entry: Entry): Need[] {
  if (entry.kind !== 'event' || entry.attendance === 'offline' || !takesPlace(entry)) return []
  if (entry.time.precision !== 'moment') return []
  const open = entry.links.filter(leads)
  if (open.some(({ role }) => role === 'join' || role === 'livestream')) return []
  return [{ code: 'join-missing', registers: open.some(({ role }) => role === 'registration') }]
}

/** Near ones before all others; then the need; then when, the coming before the past. */
type Rank = [near: 0 | 1, start: number, need: number, past: 0 | 1, distance: number]

function rankOf(item: DeskItem, now: number, reckoning: Reckoning): Rank {
  const need = Math.min(...item.needs.map(orderOf))
  if (item.entry === null) return [1, 0, need, 0, -(item.reading?.at ?? item.source!.since)]
  const start = startOf(item.entry, reckoning)
  if (start === null) return [1, 0, need, 0, Infinity]
  if (item.isNear) return [0, start, need, 0, 0]
  return [1, 0, need, start < now ? 1 : 0, Math.abs(start - now)]
}

function orderOf({ code }: Need): number {
  return needCodes.indexOf(code)
}

function compare(a: Rank, b: Rank): number {
  for (const [place, value] of a.entries()) {
    const other = b[place]!
    if (value !== other) return value < other ? -1 : 1
  }
  return 0
}

/** How many lines ask for each, in the order of their urgency. */
export function countNeeds(items: readonly DeskItem[]): { code: NeedCode; count: number }[] {
  const counts = new Map<NeedCode, number>()
  for (const { needs } of items) for (const { code } of needs) counts.set(code, (counts.get(code) ?? 0) + 1)
  return needCodes.filter(code => counts.has(code)).map(code => ({ code, count: counts.get(code)! }))
}
