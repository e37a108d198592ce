import type { Content } from '../domain/content.ts'
import { type Curator, mayPublish } from '../domain/curator.ts'
import { Refusal } from '../domain/refusal.ts'
import { fieldsToKeep, mostDaysAround, type SourceWish, type WatchedSource } from '../domain/source.ts'
import type { EditionRow } from '../storage/editions.ts'
import { queueJob, unqueueJob } from '../storage/jobs.ts'
import { indexable } from '../storage/names.ts'
import {
  changeSource,
  countWatched,
  findWatched,
  startWatching,
  stopWatching,
  takeSource,
} from '../storage/sources.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { inEdition } from './in-edition.ts'

type By = { curator: Curator; at: number }

/** More than one curator can look after. */
const mostSources = 200

/** Whoever adds a source has it read at once; the job is for the case that they cannot. */
const safetyMs = 60_000

/**
 * Has an address be read again and again for an edition. It is read at once; what was known of it before (a page that
 * was pasted, a calendar that was imported) stays known. Where it is watched already, only the wish changes.
 *
 * @param told foundAt: where the address led to when it was looked at
 * @returns its id
 * @throws Refusal for who may not publish here, and for more sources than there may be
 */
export function watchSource(
  store: Store,
  editionId: string,
  told: { address: string; foundAt: string; kind: string | null; title: string | null } & SourceWish,
  by: By,
): Promise<string> {
  return inEdition(store, editionId, async (db, edition) => {
    mustPublish(by.curator, edition)
    const { id } = await takeSource(db, editionId, indexable(told.foundAt), by.at)
    const known = await findWatched(db, id)
    if (known) {
      const { address: _, ...wish } = told
      await change(db, known, wish, by.at)
      return id
    }
    if ((await countWatched(db, editionId)) >= mostSources)
      throw new Refusal('sources-many', { most: mostSources }, `An edition may have ${mostSources} sources.`)
    const added = { addedBy: by.curator.name, addedByAccount: by.curator.id }
    const nextAt = by.at + safetyMs
    await startWatching(db, id, { ...told, ...wishOf(told), ...added }, { at: by.at, nextAt })
    await queueJob(db, { kind: 'read-source', key: id, data: { source: id }, dueAt: nextAt })
    return id
  })
}

/**
 * Changes what becomes of what a source tells, or where it is read: all of it is looked at again. At another address it
 * is the same source: what was settled of it stays so.
 *
 * @param wish address: where it is read from now on
 * @throws Refusal for what is no address
 */
export function changeWish(
  store: Store,
  source: WatchedSource,
  wish: SourceWish & { title?: string | null; address?: string },
  by: By,
): Promise<void> {
  const { address = source.address } = wish
  if (!/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
    throw new Refusal('address-invalid', {}, 'This is no web address.')
  return inEdition(store, source.editionId, async (db, edition) => {
    mustPublish(by.curator, edition)
    const known = await findWatched(db, source.id)
    if (known) await change(db, known, wish, by.at)
  })
}

/** It is not read until somebody says so. @throws Refusal */
export function pauseSource(store: Store, source: WatchedSource, by: By): Promise<void> {
  return inEdition(store, source.editionId, async (db, edition) => {
    mustPublish(by.curator, edition)
    if ((await findWatched(db, source.id))?.state !== 'watching') return
    await changeSource(db, source.id, { state: 'paused', pausedBecause: 'curator', nextAt: null })
    await unqueueJob(db, 'read-source', source.id)
  })
}

/** It is read again from now on, and at once; what failed before does not count. @throws Refusal */
export function resumeSource(store: Store, source: WatchedSource, by: By): Promise<void> {
  return inEdition(store, source.editionId, async (db, edition) => {
    mustPublish(by.curator, edition)
    if (!(await findWatched(db, source.id))) return
    const fresh = { failures: 0, failingSince: null, error: null }
    const nextAt = by.at + safetyMs
    await changeSource(db, source.id, { state: 'watching', pausedBecause: null, nextAt, ...fresh })
    await queueJob(db, { kind: 'read-source', key: source.id, data: { source: source.id }, dueAt: nextAt })
  })
}

/** It is no source that is watched any more; its entries stay. @throws Refusal */
export function dropSource(store: Store, source: WatchedSource, by: By): Promise<void> {
  return inEdition(store, source.editionId, async (db, edition) => {
    mustPublish(by.curator, edition)
    await stopWatching(db, source.id)
    await unqueueJob(db, 'read-source', source.id)
  })
}

async function change(
  db: Db,
  source: WatchedSource,
  { title, address, ...wish }: SourceWish & { title?: string | null; address?: string },
  at: number,
): Promise<void> {
  const isMoved = address !== undefined && address !== source.address
  // What kept it from being read was said of the address before.
  const isGoingOn = isMoved && source.pausedBecause !== null && source.pausedBecause !== 'curator'
  const isWatching = source.state === 'watching' || isGoingOn
  await changeSource(db, source.id, {
    ...wishOf(wish),
    ...(title && { title }),
    checksum: null,
    ...(isMoved && { address, ...unread }),
    ...(isGoingOn && { state: 'watching', pausedBecause: null }),
    ...(isWatching && { nextAt: at }),
  })
  if (isWatching)
    await queueJob(db, { kind: 'read-source', key: source.id, data: { source: source.id }, dueAt: at })
}

/** As a source whose address was never asked. */
const unread = { foundAt: null, etag: null, lastModified: null, failures: 0, failingSince: null, error: null }

function wishOf({ policy, newAs, ours, daysAround, repeated }: SourceWish): SourceWish {
  const known: readonly (keyof Content)[] = fieldsToKeep
  return {
    policy,
    newAs,
    ours: known.filter(field => ours.includes(field)),
    daysAround: Math.min(mostDaysAround, Math.max(0, Math.trunc(daysAround) || 0)),
    repeated,
  }
}

function mustPublish(curator: Curator, { seriesId }: EditionRow): void {
  if (!mayPublish(curator, seriesId))
    throw new Refusal('sources-only-editors', {}, 'Only an editor may decide what is read again and again.')
}
