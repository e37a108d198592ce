import { judgeLook } from '../../domain/links/judge-look.ts'
import { isAmiss, settleLink } from '../../domain/links/link-life.ts'
import { nextLook } from '../../domain/links/link-pace.ts'
import { queueJob } from '../../storage/jobs.ts'
import { readKeptDigests, writeKeptText } from '../../storage/kept-texts.ts'
import {
  changeLinkLook,
  findLinkLooks,
  type LinkLook,
  noteFine,
  readDueLinks,
  readNextDue,
  readOtherAnswers,
} from '../../storage/link-looks.ts'
import { type EntryPlace, readEntryPlaces, readTextPlaces } from '../../storage/link-places.ts'
import type { Store } from '../../storage/store.ts'
import { findCopies } from './find-copies.ts'
import { gatherLinks } from './gather-links.ts'
import type { LinkMeans } from './link-means.ts'
import { queueSaves } from './queue-saves.ts'
import { type Sight, seeLink } from './see-link.ts'
import { settleLinks } from './settle-links.ts'

/** How many links one go looks at, how many of one host, and how many at the same time. */
const batch = { most: 60, perHost: 4, atOnce: 6 }
/** A go begins no further batch after this long: the job is done in time, and the next one goes on. */
const longestMs = 100_000
const hour = 3_600_000
const day = 24 * hour

/**
 * Looks at the links that are due, batch by batch, and tells what is settled by that to those that link to them. One job
 * does so for all links, and queues itself for when the next is due: fifty thousand links are fifty thousand rows of
 * their own table and never more than one job. Killed at any moment, what was not stored is looked at again.
 */
export async function lookAtLinks(store: Store, means: LinkMeans): Promise<void> {
  const began = means.now()
  await gatherLinks(store, { at: began, chance: means.chance })
  for (let more = true; more && means.now() - began < longestMs; ) {
    means.signal?.throwIfAborted()
    more = await lookAtBatch(store, means)
  }
  await findCopies(store, means)
  await settleLinks(store, means.now())
  if (means.archive.saves) await queueSaves(store, means.now())
  const next = await readNextDue(store.db)
  if (next === null) return
  const now = means.now()
  const dueAt = Math.min(Math.max(next, now + 60_000), now + hour / 2)
  await queueJob(store.db, { kind: 'look-at-links', key: 'links', data: null, dueAt })
}

/** @returns whether there may be more to look at now */
async function lookAtBatch(store: Store, means: LinkMeans): Promise<boolean> {
  const looks = await readDueLinks(store.db, means.now(), batch)
  if (looks.length === 0) return false
  const places = Map.groupBy(await readPlaces(store, looks), ({ url }) => url)
  const kept = await readKeptDigests(store.db, statementsOf([...places.values()].flat()))
  const sights = new Map<string, Sight>()
  const left = [...looks]
  const worker = async () => {
    for (let look = left.shift(); look; look = left.shift()) {
      const own = places.get(look.url) ?? []
      const wantsText = statementsOf(own).some(id => !kept.has(id))
      const { fetch, signal } = means
      sights.set(
        look.url,
        await seeLink(look, { fetch, now: means.now(), wantsText, ...(signal && { signal }) }),
      )
    }
  }
  await Promise.all(Array.from({ length: batch.atOnce }, worker))
  if (await isOwnOutage(store, looks, sights, means.now())) {
    for (const { url } of looks) await changeLinkLook(store.db, url, { dueAt: means.now() + hour })
    return false
  }
  for (const look of looks)
    await keepLook(store, look, sights.get(look.url)!, places.get(look.url) ?? [], means)
  return true
}

type Place = Pick<EntryPlace, 'url' | 'startsAt' | 'endsAt'> & { entry: EntryPlace | null }

async function readPlaces({ db }: Store, looks: LinkLook[]): Promise<Place[]> {
  const urls = looks.map(({ url }) => url)
  const entries = await readEntryPlaces(db, urls)
  const texts = await readTextPlaces(db, urls)
  return [
    ...entries.map(entry => ({ url: entry.url, startsAt: entry.startsAt, endsAt: entry.endsAt, entry })),
    ...texts.map(({ url }) => ({ url, startsAt: null, endsAt: null, entry: null })),
  ]
}

/** The statements that a link is the source of: their words are kept. */
function statementsOf(places: Place[]): string[] {
  return places.flatMap(({ entry }) =>
    entry?.kind === 'statement' && entry.role === 'source' && entry.state === 'published'
      ? [entry.entryId]
      : [],
  )
}

/**
 * Whether it is this machine that is cut off, and not all the sites at once: nothing is concluded then. So it is where
 * nobody in the batch answered, and nobody else has for a day.
 */
async function isOwnOutage(
  store: Store,
  looks: LinkLook[],
  sights: Map<string, Sight>,
  now: number,
): Promise<boolean> {
  const isSilent = ({ seen }: Sight) =>
    seen.kind === 'failure' &&
    (seen.code === 'host-unknown' || seen.code === 'unreachable' || seen.code === 'slow')
  if (![...sights.values()].every(isSilent)) return false
  const hosts = [...new Set(looks.map(({ host }) => host))]
  const { answered, others } = await readOtherAnswers(store.db, hosts, now - day)
  return !answered && (others || hosts.length > 2)
}

async function keepLook(
  store: Store,
  { url }: LinkLook,
  sight: Sight,
  places: Place[],
  { now, chance }: LinkMeans,
): Promise<void> {
  const at = now()
  await store.db.transaction().execute(async db => {
    // A curator may have judged it meanwhile.
    const [look] = await findLinkLooks(db, [url])
    if (!look) return
    const { seen, text } = sight
    // It was not its turn: nothing was asked.
    if (seen.kind === 'failure' && seen.code === 'wait')
      return changeLinkLook(db, url, { dueAt: at + Math.max(600, seen.retryAfter ?? 0) * 1000 })
    const titles = [...new Set(places.flatMap(({ entry }) => (entry ? [entry.title] : [])))].slice(0, 3)
    const verdict = judgeLook(seen, { url, print: look.print, titles })
    const life = settleLink(look.life, verdict, at)
    const moments = places.flatMap(({ startsAt, endsAt }) =>
      startsAt === null ? [] : [[startsAt, endsAt ?? startsAt]],
    )
    const coming = moments.filter(([, end]) => end! >= at).map(([start]) => start!)
    const past = moments.filter(([, end]) => end! < at).map(([, end]) => end!)
    const hasPrint =
      seen.kind === 'answer' && seen.print !== null && verdict.kind === 'fine' && seen.status < 300
    const isSettled = life.state !== look.life.state || life.to !== look.life.to
    await changeLinkLook(db, url, {
      life,
      lookedAt: at,
      ...(seen.kind === 'answer' && { answeredAt: at, foundAt: seen.url }),
      amissSince: isAmiss(life) ? (look.amissSince ?? life.run?.since ?? life.since ?? at) : null,
      ...(isSettled && { toSettle: true }),
      headLies: sight.headLies,
      ...(sight.wasRead && { readAt: at, etag: sight.etag, lastModified: sight.lastModified }),
      // How a page looked when it was fine is remembered as long as it is not.
      ...(hasPrint && { print: seen.print }),
      dueAt: nextLook({
        now: at,
        metAt: look.metAt,
        next: coming.length ? Math.max(at, Math.min(...coming)) : null,
        last: past.length ? Math.max(...past) : null,
        life,
        retryAfter: seen.kind === 'failure' ? seen.retryAfter : undefined,
        chance: chance(),
      }),
    })
    if (life.state === 'fine' && look.life.state === 'unknown') await noteFine(db, url)
    if (text && verdict.kind === 'fine')
      for (const entryId of statementsOf(places)) await writeKeptText(db, entryId, { ...text, url, at })
  })
}
