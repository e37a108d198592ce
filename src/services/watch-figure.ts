import { hash } from 'node:crypto'
import { type Curator, hasRole } from '../domain/curator.ts'
import { fieldsOfFigure } from '../domain/figure/changes.ts'
import { shownAddress } from '../domain/figure/shown-address.ts'
import { keyOf } from '../domain/figure/weigh-told.ts'
import type { Figure } from '../domain/figure.ts'
import type { FigurePlace, FigureWatch } from '../domain/figure-watch.ts'
import { Refusal } from '../domain/refusal.ts'
import { firstPace } from '../domain/source-pace.ts'
import type { FigureRead } from '../intake/figure/figure-read.ts'
import {
  changeFigureWatch,
  deleteFigureWatch,
  findFigureWatch,
  insertFigureWatch,
  listFigureWatches,
} from '../storage/figure-watches.ts'
import { queueJob, unqueueJob } from '../storage/jobs.ts'
import { risingId } from '../storage/rising-id.ts'
import type { Store } from '../storage/store.ts'
import { inFigure, putFigure } from './in-figure.ts'
import { withTable } from './take-figure-table.ts'

type By = { curator: Curator; at: number }

const mostWatches = 20

/** Whoever adds a source has seen what it tells; the next reading comes a day later. */
const firstWait = firstPace

/** What a watch is to read. */
export type WatchWish = {
  line: string
  /** Id of a source of the figure; null: a new one, of this name. */
  source: string | null
  name: string
  rank: 'primary' | 'secondary'
  address: string
  place: FigurePlace
}

/**
 * Has an address be read again and again for a line of a figure. What it tells now has been looked at by whoever adds
 * it, and is taken; what it tells later and is a jump waits for a curator.
 *
 * @param read what it tells now; @param today for a number without a date
 * @returns its id
 * @throws Refusal for who may not publish here, for more than there may be, and for what cannot be so
 */
export function watchFigure(
  store: Store,
  figureId: string,
  wish: WatchWish,
  { read, foundAt, today }: { read: FigureRead; foundAt: string; today: string },
  by: By,
): Promise<string> {
  return inFigure(store, figureId, async (db, figure) => {
    mustPublish(by.curator, figure)
    if ((await listFigureWatches(db, figureId)).length >= mostWatches)
      throw new Refusal('sources-many', { most: mostWatches }, `A figure may read ${mostWatches} addresses.`)
    const { line, name, rank, address, place } = wish
    const known = figure.sources.find(({ id }) => id === wish.source)
    const source = known ?? { id: risingId(), name, address: shownAddress(address), rank }
    const sources = known ? figure.sources : [...figure.sources, source]
    const points = read.points.map(point => ({ ...point, source: null }))
    const { next } = withTable({ ...figure, sources }, { line, source: source.id, points, today })
    const act = { by: by.curator.name, at: by.at, act: 'watch' }
    await putFigure(db, figure, { ...fieldsOfFigure(figure), ...next }, act)
    const id = risingId()
    const nextAt = by.at + firstWait
    await insertFigureWatch(db, {
      ...fresh,
      id,
      figureId,
      sourceId: source.id,
      line,
      address,
      place,
      told: { keys: points.map(point => keyOf({ ...point, date: point.date ?? today })), unit: read.unit },
      foundAt,
      checksum: checksumOfRead(read),
      pace: firstPace,
      nextAt,
      lastReadAt: by.at,
      addedBy: by.curator.name,
      addedByAccount: by.curator.id,
      addedAt: by.at,
    })
    await queueJob(db, { kind: 'read-figure', key: id, data: { watch: id }, dueAt: nextAt })
    return id
  })
}

/** It is not read until somebody says so. @throws Refusal */
export function pauseFigureWatch(store: Store, watch: FigureWatch, by: By): Promise<void> {
  return inFigure(store, watch.figureId, async (db, figure) => {
    mustPublish(by.curator, figure)
    if ((await findFigureWatch(db, watch.id))?.state !== 'watching') return
    await changeFigureWatch(db, watch.id, { state: 'paused', pausedBecause: 'curator', nextAt: null })
    await unqueueJob(db, 'read-figure', watch.id)
  })
}

/** It is read again from now on; what failed before does not count. @throws Refusal */
export function resumeFigureWatch(store: Store, watch: FigureWatch, by: By): Promise<void> {
  return inFigure(store, watch.figureId, async (db, figure) => {
    mustPublish(by.curator, figure)
    if (!(await findFigureWatch(db, watch.id))) return
    const anew = { failures: 0, failingSince: null, error: null, checksum: null, nextAt: by.at }
    await changeFigureWatch(db, watch.id, { state: 'watching', pausedBecause: null, ...anew })
    await queueJob(db, { kind: 'read-figure', key: watch.id, data: { watch: watch.id }, dueAt: by.at })
  })
}

/** It is read no more; what it told stays. @throws Refusal */
export function dropFigureWatch(store: Store, watch: FigureWatch, by: By): Promise<void> {
  return inFigure(store, watch.figureId, async (db, figure) => {
    mustPublish(by.curator, figure)
    await unqueueJob(db, 'read-figure', watch.id)
    await deleteFigureWatch(db, watch.id)
  })
}

/** Of what is told, not of the bytes. */
export function checksumOfRead({ points, unit }: FigureRead): string {
  return hash('sha256', JSON.stringify([unit, points]), 'base64url')
}

/** Whether somebody may change what a figure says, which readers see at once: an editor of its series, or of the site. */
export function mayFigure(curator: Pick<Curator, 'grants'>, { seriesId }: Pick<Figure, 'seriesId'>): boolean {
  return hasRole(curator, 'editor', seriesId)
}

function mustPublish(curator: Curator, figure: Figure): void {
  if (!mayFigure(curator, figure))
    throw new Refusal('sources-only-editors', {}, 'Only an editor may decide what is read again and again.')
}

const fresh = {
  state: 'watching',
  pausedBecause: null,
  etag: null,
  lastModified: null,
  changedAt: null,
  failures: 0,
  failingSince: null,
  error: null,
} as const
