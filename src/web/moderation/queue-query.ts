import { type QueueView, queueViews } from '../../domain/taking-part/decision.ts'

/** Which part of the queue is asked for. */
export type QueueQuery = { view: QueueView; series: string | null; isNewestFirst: boolean; page: number }

export function readQueueQuery(ask: (name: string) => string | undefined): QueueQuery {
  const page = Number(ask('page'))
  return {
    view: queueViews.find(each => each === ask('part')) ?? 'waiting',
    series: ask('series') || null,
    isNewestFirst: ask('order') !== 'oldest',
    page: Number.isInteger(page) && page > 1 && page < 10_000 ? page : 1,
  }
}

export function queueQuery({ view, series, isNewestFirst, page }: QueueQuery): string {
  const told: Record<string, string> = {}
  if (view !== 'waiting') told.part = view
  if (series) told.series = series
  if (!isNewestFirst) told.order = 'oldest'
  if (page > 1) told.page = String(page)
  return new URLSearchParams(told).toString()
}
