import { isDeepStrictEqual } from 'node:util'
import type { Entry } from '../../domain/entry.ts'
import { type PhaseAt, phaseOf, type Span, spanOf, takesPlace, timedOf } from '../../domain/phase.ts'
import { recordingOf } from '../../domain/recording.ts'
import { addressesToLookAt, factsOf, type Look } from '../../domain/recordings/look.ts'
import { earlyMs, nextLook } from '../../domain/recordings/next-look.ts'
import { seemsGone, type Wish, wishesOf } from '../../domain/recordings/offer.ts'
import {
  type Channel,
  isSeen,
  type Seen,
  type Sighting,
  type Unseen,
  withLook,
} from '../../domain/recordings/seen.ts'
import { isSecretLink } from '../../domain/secret-link.ts'
import { createAsk } from '../../outside/recordings/ask.ts'
import { providerOf, seeAt } from '../../outside/recordings/providers.ts'
import { type EditionRow, findEditionById } from '../../storage/editions.ts'
import { type EntryRow, readEntries, readEntryState } from '../../storage/entries.ts'
import { queueJob, unqueueJob } from '../../storage/jobs.ts'
import { findLook, removeLook, writeLook } from '../../storage/recording-looks.ts'
import { dropRemovalOffers, writeOffer } from '../../storage/recording-offers.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { inEdition } from '../in-edition.ts'
import type { LookMeans } from './means.ts'
import { searchChannels } from './search-channels.ts'
import { takeWhatIsSure } from './take-offer.ts'

/**
 * Looks at the addresses at which the recording of an event is or may be, and through its organisers' channels. What
 * follows is offered to the curator or, where that is wished and it is sure, done; what was seen, and when to look
 * next, is kept in the same transaction. A look that finds nothing new changes nothing that readers see.
 */
export async function lookAtRecording(store: Store, id: string, means: LookMeans): Promise<void> {
  const { now } = means
  const [row] = await readEntries(store.db, { ids: [id] })
  const edition = row && (await findEditionById(store.db, row.editionId))
  if (!row || !edition) return
  const span = spanAt(row.entry, edition)
  if (span === null || !(await isShown(store.db, row, edition))) return forget(store, id)
  const known = await findLook(store.db, id)
  const isBegun = now() >= span.start - earlyMs
  const answers = isBegun ? await seeAll(row.entry, means) : new Map<string, Seen | Unseen>()
  const sightings = sightingsOf(row.entry, known, answers, now())
  const at = phaseAt(row.entry, edition, now())
  const searched = isWanted(row.entry, at, sightings)
    ? await searchChannels(store.db, { row, edition, span, sightings }, means)
    : null
  means.signal?.throwIfAborted()

  await inEdition(store, row.editionId, async db => {
    // Somebody may have changed it meanwhile; what was seen at an address stays true of the address.
    const [fresh] = await readEntries(db, { ids: [id] })
    const freshSpan = fresh ? spanAt(fresh.entry, edition) : null
    if (!fresh || freshSpan === null || !(await isShown(db, fresh, edition))) return
    const moment = now()
    const seen = sightingsOf(fresh.entry, { sightings }, new Map(), moment)
    const phase = phaseAt(fresh.entry, edition, moment)
    const state = recordingOf(fresh.entry)
    const wishes: Wish[] = wishesOf({ state, at: phase, sightings: seen, now: moment })
    if (isWanted(fresh.entry, phase, seen)) wishes.push(...(searched?.wishes ?? []))
    await dropRemovalOffers(
      db,
      id,
      wishes.filter(({ kind }) => kind === 'removed').map(({ url }) => url),
    )
    const offers = []
    for (const wish of wishes) offers.push(await writeOffer(db, id, wish, moment))
    await takeWhatIsSure(db, edition, fresh, offers, moment)
    await keep(db, { row: fresh, span: freshSpan, seen, known, answers, searched, isBegun }, means)
  })
}

function spanAt(entry: Entry, { homeZone: zone, assumedMinutes }: EditionRow): Span | null {
  return entry.kind === 'event' && takesPlace(entry) ? spanOf(timedOf(entry), { zone, assumedMinutes }) : null
}

function phaseAt(entry: Entry, { homeZone: zone, assumedMinutes }: EditionRow, now: number): PhaseAt {
  return phaseOf(timedOf(entry), now, { zone, assumedMinutes })
}

/** Nobody outside is asked about what readers do not see. */
async function isShown(db: Db, { entry, parentId }: EntryRow, edition: EditionRow): Promise<boolean> {
  if (edition.state === 'draft' || entry.state !== 'published') return false
  return parentId === null || (await readEntryState(db, parentId))?.state === 'published'
}

async function forget(store: Store, id: string): Promise<void> {
  await store.db.transaction().execute(async db => {
    await removeLook(db, id)
    await unqueueJob(db, 'look-at-recording', id)
  })
}

async function seeAll(entry: Entry, means: LookMeans): Promise<Map<string, Seen | Unseen>> {
  const ask = createAsk(means.fetch, means)
  const answers = new Map<string, Seen | Unseen>()
  for (const link of addressesToLookAt(entry)) {
    const provider = providerOf(link.url)
    if (!provider || answers.has(link.url)) continue
    // A door that is shown near the start alone is told to nobody but the house it belongs to.
    const isSecret = link.visibility === 'near-start' || isSecretLink({ ...link, role: 'join' })
    const answer =
      isSecret && !provider.asksOwnHostOnly ? { unseen: 'not-read' as const } : await seeAt(link.url, ask)
    means.signal?.throwIfAborted()
    answers.set(link.url, answer)
  }
  return answers
}

/** What is known of each address that the entry has now. */
function sightingsOf(
  entry: Entry,
  known: Pick<Look, 'sightings'> | null,
  answers: Map<string, Seen | Unseen>,
  now: number,
): Sighting[] {
  const once = new Map<string, Sighting>()
  for (const { url, role } of addressesToLookAt(entry)) {
    const before = known?.sightings.find(each => each.url === url)
    const answer = answers.get(url)
    if (once.has(url)) continue
    if (answer) once.set(url, withLook(before, { url, role }, answer, now))
    else if (before) once.set(url, { ...before, role })
  }
  return [...once.values()]
}

/** Whether its recording is looked for: it is over, nobody has said that there is none, and none can be watched. */
function isWanted(entry: Entry, { phase }: PhaseAt, sightings: readonly Sighting[]): boolean {
  const state = recordingOf(entry)
  if (phase !== 'over' || state === 'none') return false
  if (state !== 'available') return true
  const recordings = sightings.filter(({ role }) => role === 'recording')
  return recordings.length > 0 && recordings.every(seemsGone)
}

async function keep(
  db: Db,
  told: {
    row: EntryRow
    span: Span
    seen: Sighting[]
    known: Look | null
    answers: Map<string, Seen | Unseen>
    searched: { channels: Channel[]; at: number } | null
    isBegun: boolean
  },
  { now, chance }: LookMeans,
): Promise<void> {
  const { row, span, seen, known, answers, searched, isBegun } = told
  const { id } = row.entry
  const [entry] = (await readEntries(db, { ids: [id] })).map(each => each.entry)
  const moment = now()
  const facts = (sightings: readonly Sighting[]) => factsOf(sightings, entry!.links)
  const isNews = !isDeepStrictEqual(facts(known?.sightings ?? []), facts(seen))
  const unseen = [...answers.values()].filter(answer => !isSeen(answer)) as Unseen[]
  const troubles = unseen.filter(({ unseen: reason }) => reason !== 'not-told' && reason !== 'not-read')
  const hasFailed = answers.size > 0 && troubles.length === answers.size
  const failures = hasFailed ? (known?.failures ?? 0) + 1 : 0
  const ownChannels = seen.flatMap(({ seen: told }) => told?.channel ?? [])
  const isWatched = answers.size > 0 || (searched?.channels.length ?? 0) > 0 || !isBegun
  const nextAt = isWatched
    ? nextLook({
        now: moment,
        start: span.start,
        end: span.end,
        isStreamed: seen.some(({ role }) => role === 'livestream') || !isBegun,
        standing: standingOf(entry!, seen),
        isLive: seen.some(each => each.seen?.stream === 'live'),
        failures,
        retryAfter: Math.max(0, ...troubles.map(({ retryAfter }) => retryAfter ?? 0)) || null,
        chance: chance(),
      })
    : // A channel of its organisers may become known in the weeks after it.
      moment < span.end + 30 * 86_400_000
      ? Math.max(moment, span.end) + 86_400_000
      : null
  await writeLook(db, {
    entryId: id,
    lookedAt: moment,
    nextAt,
    failures,
    sightings: seen,
    channels: ownChannels.filter((each, at, all) => all.findIndex(other => other.id === each.id) === at),
    searchedAt: searched?.at ?? known?.searchedAt ?? null,
    factsAt: isNews ? moment : (known?.factsAt ?? null),
  })
  if (nextAt === null) await unqueueJob(db, 'look-at-recording', id)
  else await queueJob(db, { kind: 'look-at-recording', key: id, data: { entry: id }, dueAt: nextAt })
}

function standingOf(entry: Entry, sightings: readonly Sighting[]): 'open' | 'known' | 'unsure' | 'making' {
  const recordings = sightings.filter(({ role }) => role === 'recording')
  const state = recordingOf(entry)
  if (state === 'available' && recordings.some(seemsGone)) return 'unsure'
  if (state === 'available' || state === 'removed' || state === 'none') return 'known'
  return sightings.some(({ seen }) => seen?.recording === 'processing') ? 'making' : 'open'
}
