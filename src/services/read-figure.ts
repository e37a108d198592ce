import { hash } from 'node:crypto'
import { fieldsOfFigure } from '../domain/figure/changes.ts'
import { keyOf, type Offered, type ToldPoint, weighTold } from '../domain/figure/weigh-told.ts'
import type { Figure } from '../domain/figure.ts'
import type { FigureWatch } from '../domain/figure-watch.ts'
import { Refusal } from '../domain/refusal.ts'
import type { FigureRead } from '../intake/figure/figure-read.ts'
import type { Fetch } from '../outside/fetch.ts'
import { insertFigureOffer, listFigureOffers, settleFigureOffer } from '../storage/figure-offers.ts'
import { findFigureWatch } from '../storage/figure-watches.ts'
import { findFigureById } from '../storage/figures.ts'
import { risingId } from '../storage/rising-id.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { dayOf } from '../time/days.ts'
import { compareDates } from '../time/edtf.ts'
import { inFigure, putFigure } from './in-figure.ts'
import {
  type FigureMeans,
  keepFigureFailure,
  keepFigureRead,
  keepFigureUnchanged,
} from './keep-figure-watch.ts'
import { lookAtFigure } from './look-at-figure.ts'
import { checksumOfRead } from './watch-figure.ts'

export type FigureReading = FigureMeans & {
  fetch: Fetch
  signal?: AbortSignal
  /** Somebody waits for it at the desk. */
  byPerson?: boolean
}

/**
 * Reads a source of a figure: what its history makes likely is taken, a jump waits for a curator, and what cannot be
 * read is kept with its reason. When it is read next is queued in the transaction that keeps the result; done twice it
 * comes to the same as done once.
 */
export async function readFigure(store: Store, id: string, means: FigureReading): Promise<void> {
  const watch = await findFigureWatch(store.db, id)
  const figure = watch && (await findFigureById(store.db, watch.figureId))
  const line = figure?.lines.find(({ key }) => key === watch?.line)
  if (!figure || !line || watch.state !== 'watching') return
  const { fetch, signal, byPerson = false } = means
  const looked = await lookAtFigure(watch.address, watch.place, line.counts, {
    fetch,
    purpose: byPerson ? 'person' : 'watch',
    ...(watch.checksum !== null && watch.foundAt && { known: { url: watch.foundAt, ...watch } }),
    ...(signal && { signal }),
  })
  signal?.throwIfAborted()
  if (!looked.ok) return keepFigureFailure(store, watch, looked, means)
  const { read, answer } = looked
  if (answer.notModified) return keepFigureUnchanged(store, watch, answer, means)
  const checksum = checksumOfRead(read)
  if (checksum === watch.checksum) return keepFigureUnchanged(store, watch, answer, means)
  const before = watch.told?.keys.length ?? 0
  if (read.points.length * 2 < before) {
    const error = { code: 'tells-less', says: `${read.points.length} / ${before}` }
    return keepFigureFailure(store, watch, { error }, means)
  }
  try {
    await inFigure(store, figure.id, async (db, current) => {
      const changed = await take(db, current, watch, read, means)
      const told = { keys: changed.told.map(keyOf), unit: changed.unit }
      await keepFigureRead(
        db,
        watch,
        current,
        { answer, checksum, told, changed: changed.isNews && watch.checksum !== null },
        means,
      )
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await keepFigureFailure(store, watch, { error: { code: error.key, says: error.message } }, means)
  }
}

async function take(
  db: Db,
  figure: Figure,
  watch: FigureWatch,
  read: FigureRead,
  { now }: FigureMeans,
): Promise<{ isNews: boolean; told: ToldPoint[]; unit: string | null }> {
  const at = now()
  const today = dayOf(at, 'UTC')
  const line = figure.lines.find(({ key }) => key === watch.line)!
  const source = watch.sourceId
  const unit = { before: watch.told?.unit ?? null, now: read.unit }
  const isOfUnit = watch.told !== null && unit.before !== unit.now
  const told = datedBy(figure, watch, read, { today, isOfUnit })
  const { sound, doubtful } = weighTold(
    figure,
    { line, source, told },
    {
      today,
      ...(isOfUnit && { unit: { before: unit.before ?? '', now: unit.now } }),
      ...(watch.told && { before: watch.told.keys }),
    },
  )
  if (isOfUnit && sound.length + doubtful.length === 0)
    throw new Refusal('figure-unit-changed', {}, `${unit.before ?? '–'} → ${unit.now ?? '–'}`)
  if (sound.length > 0) {
    const points = new Map(figure.points.map(point => [point.id, point]))
    for (const { told: point } of sound) {
      const id = risingId()
      points.set(id, { ...point!, id, line: line.key, source })
    }
    const next = { ...fieldsOfFigure(figure), points: [...points.values()] }
    await putFigure(db, figure, next, { by: 'source', at, act: 'read' })
  }
  const isNewlyDoubted = await keepOffers(db, watch, doubtful, at)
  // In what it counts from now on is for a curator to say.
  return { isNews: sound.length > 0 || isNewlyDoubted, told, unit: isOfUnit ? unit.before : unit.now }
}

/** A number without a date is of today when it is another than the last, and else the last one again. */
function datedBy(
  figure: Figure,
  watch: FigureWatch,
  { points }: FigureRead,
  { today, isOfUnit }: { today: string; isOfUnit: boolean },
): ToldPoint[] {
  const plain = points.map(({ source: _, date, ...point }) => ({ ...point, date }))
  if (plain.every((point): point is ToldPoint => point.date !== null)) return plain
  const own = figure.points.filter(({ line, source }) => line === watch.line && source === watch.sourceId)
  const last = own.toSorted((a, b) => compareDates(a.date, b.date)).at(-1)
  const before = own.map(({ id: _, line: __, source: ___, ...point }) => point)
  const now = plain.flatMap(point =>
    last?.value === point.value && !isOfUnit ? [] : [{ ...point, date: point.date ?? today }],
  )
  const isAnew = (date: string) => now.some(point => point.date === date)
  return [...before.filter(({ date }) => !isAnew(date)), ...now]
}

/** What is doubted waits, once; what was refused stays so; what is said no more waits no more. @returns whether any is new */
async function keepOffers(db: Db, watch: FigureWatch, doubtful: Offered[], at: number): Promise<boolean> {
  const known = await listFigureOffers(db, { watchId: watch.id, states: ['waiting', 'refused'] })
  const states = new Map(known.map(({ key, state }) => [key, state]))
  const keys = new Set(doubtful.map(offered => offerKey(watch, offered)))
  for (const { id, key, state } of known)
    if (state === 'waiting' && !keys.has(key)) await settleFigureOffer(db, id, 'gone', { by: null, at })
  let isAnyNew = false
  for (const offered of doubtful) {
    const key = offerKey(watch, offered)
    if (states.has(key)) continue
    isAnyNew = true
    states.set(key, 'waiting')
    await insertFigureOffer(db, {
      id: risingId(),
      figureId: watch.figureId,
      watchId: watch.id,
      sourceId: watch.sourceId,
      line: watch.line,
      key,
      offered,
      state: 'waiting',
      at,
      settledAt: null,
      settledBy: null,
    })
  }
  return isAnyNew
}

/** The day on which an undated number was read is not what it says. */
function offerKey({ id, place }: FigureWatch, { was, told, why }: Offered): string {
  const isUndated = place.as === 'table' || (place.as === 'json' && place.date === null)
  const of = told ? (isUndated ? '' : keyOf(told)) : `gone ${keyOf(was!)}`
  const unit = why.find(({ code }) => code === 'unit')?.values.now ?? ''
  return hash('sha256', JSON.stringify([id, of, told?.value ?? null, unit]), 'base64url')
}
