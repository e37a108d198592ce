import { afterFailure, afterReading } from '../domain/reread.ts'
import type { SourceError, WatchedSource } from '../domain/source.ts'
import { learnedPace, nextReading, type Pacing } from '../domain/source-pace.ts'
import type { NoticeWords } from '../outlet/notice/write-letter.ts'
import type { Fetch } from '../outside/fetch.ts'
import type { EditionRow } from '../storage/editions.ts'
import { queueJob, unqueueJob } from '../storage/jobs.ts'
import { findSeriesById } from '../storage/series.ts'
import { changeSource, findWatched, readSourceMoments } from '../storage/sources.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { addDays, startOfDay } from '../time/days.ts'
import { tellPaused } from './tell-paused.ts'

type Got = Awaited<ReturnType<Fetch>>
export type Answer = Extract<Got, { ok: true }>
type Failed = { ok: false; retryAfter?: number } & Pick<SourceError, 'code' | 'says'>
export type Means = {
  now: () => number
  /** From 0 to 1. */
  chance: () => number
  /** Address of this site, for the mail that says that a source is read no more. */
  baseUrl: string
  /** The words of a language of the pages, in which that mail is written. */
  words: (language: string) => Promise<NoticeWords>
}

/** It was read and told what it told before: nothing but the moment changes. */
export async function keepUnchanged(
  store: Store,
  source: WatchedSource,
  answer: Answer,
  edition: EditionRow,
  means: Means,
): Promise<void> {
  const { checksum, told } = source
  await store.db
    .transaction()
    .execute(db =>
      keepRead(db, source, { answer, checksum, told, changed: false, same: true }, edition, means),
    )
}

/**
 * Keeps that a source was read, inside the transaction that keeps what it told, and queues when it is read next.
 *
 * @param read changed: it told something else than before; same: what it told was not looked at again
 */
export async function keepRead(
  db: Db,
  { id, kind }: WatchedSource,
  read: { answer: Answer; checksum: string | null; told: number; changed: boolean; same?: boolean },
  edition: EditionRow,
  { now, chance }: Means,
): Promise<void> {
  const source = await findWatched(db, id)
  if (source?.state !== 'watching') return
  const at = now()
  const { answer, checksum, told, changed } = read
  const pace = source.lastReadAt === null ? source.pace : learnedPace(source.pace, changed)
  const nextAt = nextReading(pace, await pacingOf(db, id, edition, at, chance()))
  await changeSource(db, id, {
    kind,
    ...afterReading(source, answer, { changed, at }),
    // Its policy may have been changed meanwhile: then all of it is to be looked at again.
    checksum: read.same ? source.checksum : checksum,
    told,
    pace,
    nextAt,
  })
  await queueJob(db, { kind: 'read-source', key: id, data: { source: id }, dueAt: nextAt })
}

/** Keeps why a source could not be read, and tries again later; after a long time it is paused, and somebody is told. */
export async function keepFailure(
  store: Store,
  { id }: WatchedSource,
  failed: Failed,
  edition: EditionRow,
  { now, chance, baseUrl, words }: Means,
): Promise<void> {
  await store.db.transaction().execute(async db => {
    const source = await findWatched(db, id)
    if (source?.state !== 'watching') return
    const at = now()
    const pacing = await pacingOf(db, id, edition, at, chance())
    const error = { code: failed.code, says: failed.says }
    const next = afterFailure(source, error, failed.retryAfter, pacing)
    await changeSource(db, id, next)
    if (next.nextAt !== null) {
      await queueJob(db, { kind: 'read-source', key: id, data: { source: id }, dueAt: next.nextAt })
      return
    }
    await unqueueJob(db, 'read-source', id)
    const series = await findSeriesById(db, edition.seriesId)
    const page = `${baseUrl}/desk/${series?.slug}/${edition.slug}/sources/${id}`
    const { title } = edition
    const paused = { ...source, name: source.title ?? source.address, title, error, page }
    await tellPaused(db, paused, { words, usual: edition.language ?? 'en', at })
  })
}

/** What is still to come decides; where nothing of it has a time, the edition's own days do. */
async function pacingOf(
  db: Db,
  id: string,
  { startsOn, endsOn, homeZone }: EditionRow,
  now: number,
  chance: number,
): Promise<Pacing> {
  const { next, last } = await readSourceMoments(db, id, now)
  if (last !== null) return { now, next, last, chance }
  const [start, end] = [startOfDay(startsOn, homeZone), startOfDay(addDays(endsOn, 1), homeZone)]
  return { now, next: end >= now ? start : null, last: end, chance }
}
