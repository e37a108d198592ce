import { type FigureFields, fieldsOfFigure } from '../domain/figure/changes.ts'
import { newsOf } from '../domain/figure/weigh-told.ts'
import type { Figure, FigureSource } from '../domain/figure.ts'
import { foldName } from '../domain/fold-name.ts'
import type { ReadPoint } from '../intake/figure/figure-read.ts'
import { risingId } from '../storage/rising-id.ts'
import type { Store } from '../storage/store.ts'
import { inFigure, putFigure } from './in-figure.ts'

export type TableTaken = { revision: number | null; added: number; corrected: number; same: number }

/**
 * Takes what a table tells of one line: what was said before by the same source of the same date and the same State is
 * corrected, and kept as what was said before; what another source says otherwise stands beside it. Nothing is taken
 * away because a table does not tell it.
 *
 * @param told.source of rows that name none; @param today for points without a date
 * @throws Refusal when it is gone, or cannot be so
 */
export function takeFigureTable(
  store: Store,
  id: string,
  told: { line: string; source: string | null; points: readonly ReadPoint[]; today: string },
  { by, at }: { by: string; at: number },
): Promise<TableTaken> {
  return inFigure(store, id, async (db, figure) => {
    const { next, ...counts } = withTable(figure, told)
    const revision = await putFigure(db, figure, next, { by, at, act: 'take-table' })
    return { revision, ...counts }
  })
}

/** What a figure says once it has taken a table. Pure but for ids of what is new. */
export function withTable(
  figure: Figure,
  told: { line: string; source: string | null; points: readonly ReadPoint[]; today: string },
): { next: FigureFields; added: number; corrected: number; same: number } {
  const sources = [...figure.sources]
  const read = told.points.map(({ source: named, date, ...point }) => ({
    source: named === null ? told.source : sourceNamed(sources, named),
    point: { ...point, date: date ?? told.today },
  }))
  const points = new Map(figure.points.map(point => [point.id, point]))
  const counts = { added: 0, corrected: 0, same: read.length }
  for (const [source, group] of Map.groupBy(read, each => each.source)) {
    const own = figure.points.filter(point => point.line === told.line && point.source === source)
    const news = newsOf(
      own,
      group.map(({ point }) => point),
    )
    for (const { was, told: point } of news) {
      if (!point) continue
      counts[was ? 'corrected' : 'added']++
      counts.same--
      const id = was?.id ?? risingId()
      points.set(id, { ...point, id, line: told.line, source })
    }
  }
  return { next: { ...fieldsOfFigure(figure), sources, points: [...points.values()] }, ...counts }
}

/** The source of this name or address; one that is new tells what others have counted, until somebody says better. */
function sourceNamed(sources: FigureSource[], words: string): string {
  const name = foldName(words)
  const known = sources.find(each => foldName(each.name) === name || each.address === words)
  if (known) return known.id
  const address = /^https?:\/\/\S+$/.test(words) ? words : null
  const source = { id: risingId(), name: words, address, rank: 'secondary' as const }
  sources.push(source)
  return source.id
}
