import type { Figure } from '../domain/figure.ts'
import type { FigureReadError, FigureWatch } from '../domain/figure-watch.ts'
import { afterFailure, afterReading } from '../domain/reread.ts'
import { learnedPace, nextReading, type Pacing } from '../domain/source-pace.ts'
import type { NoticeWords } from '../outlet/notice/write-letter.ts'
import type { Fetch } from '../outside/fetch.ts'
import { listEditions } from '../storage/editions.ts'
import { changeFigureWatch, findFigureWatch } from '../storage/figure-watches.ts'
import { findFigureById } from '../storage/figures.ts'
import { queueJob, unqueueJob } from '../storage/jobs.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { startOfDay } from '../time/days.ts'
import { tellPaused } from './tell-paused.ts'

type Answer = Extract<Awaited<ReturnType<Fetch>>, { ok: true }>
export type FigureMeans = {
  now: () => number
  /** From 0 to 1. */
  chance: () => number
  /** Address of this site, for the mail that says that a source is read no more. */
  baseUrl: string
  /** The words of a language of the pages, in which that mail is written. */
  words: (language: string) => Promise<NoticeWords>
}

/** It was read and told what it told before: nothing but the moment changes. */
export function keepFigureUnchanged(
  store: Store,
  watch: FigureWatch,
  answer: Answer,
  means: FigureMeans,
): Promise<void> {
  const { checksum, told } = watch
  return store.db.transaction().execute(async db => {
    const figure = await findFigureById(db, watch.figureId)
    if (figure) await keepFigureRead(db, watch, figure, { answer, checksum, told, changed: false }, means)
  })
}

/** Keeps that a source was read, inside the transaction that keeps what it told, and queues when it is read next. */
export async function keepFigureRead(
  db: Db,
  { id }: FigureWatch,
  figure: Figure,
  read: { answer: Answer; changed: boolean } & Pick<FigureWatch, 'checksum' | 'told'>,
  { now, chance }: FigureMeans,
): Promise<void> {
  const watch = await findFigureWatch(db, id)
  if (watch?.state !== 'watching') return
  const at = now()
  const { answer, checksum, told, changed } = read
  const pace = learnedPace(watch.pace, changed)
  const nextAt = nextReading(pace, await pacingOf(db, figure, at, chance()))
  await changeFigureWatch(db, id, {
    ...afterReading(watch, answer, { changed, at }),
    checksum,
    told,
    pace,
    nextAt,
  })
  await queueJob(db, { kind: 'read-figure', key: id, data: { watch: id }, dueAt: nextAt })
}

/** Keeps why a source could not be read, and tries again later; after a long time it is paused, and somebody is told. */
export function keepFigureFailure(
  store: Store,
  { id }: FigureWatch,
  { error, retryAfter }: { error: FigureReadError; retryAfter?: number },
  { now, chance, baseUrl, words }: FigureMeans,
): Promise<void> {
  return store.db.transaction().execute(async db => {
    const watch = await findFigureWatch(db, id)
    const figure = watch && (await findFigureById(db, watch.figureId))
    if (!figure || watch.state !== 'watching') return
    const at = now()
    const pacing = await pacingOf(db, figure, at, chance())
    const next = afterFailure(watch, error, retryAfter, pacing)
    await changeFigureWatch(db, id, next)
    if (next.nextAt !== null) {
      await queueJob(db, { kind: 'read-figure', key: id, data: { watch: id }, dueAt: next.nextAt })
      return
    }
    await unqueueJob(db, 'read-figure', id)
    const page = `${baseUrl}/desk/figures/${figure.slug}`
    const paused = { ...watch, name: watch.address, title: figure.name, error: null, page }
    await tellPaused(db, paused, { words, usual: 'en', at })
  })
}

/** Near the day of its series it is read more often; a figure of the site has none. */
async function pacingOf(db: Db, { seriesId }: Figure, now: number, chance: number): Promise<Pacing> {
  const editions = seriesId === null ? [] : await listEditions(db, seriesId)
  const starts = editions.map(({ startsOn, homeZone }) => startOfDay(startsOn, homeZone))
  const next = starts.filter(start => start >= now).toSorted((a, b) => a - b)[0] ?? null
  return { now, next, last: starts.filter(start => start < now).toSorted((a, b) => b - a)[0] ?? null, chance }
}
