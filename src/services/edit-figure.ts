import { type FigureFields, fieldsOfFigure, putSide } from '../domain/figure/changes.ts'
import type { FigurePoint } from '../domain/figure.ts'
import { mergeFields } from '../domain/merge-fields.ts'
import { readFigureRevisions } from '../storage/record-figure.ts'
import { risingId } from '../storage/rising-id.ts'
import type { Store } from '../storage/store.ts'
import { inFigure, putFigure } from './in-figure.ts'

type Act = { by: string; at: number }

export type EditedFigure =
  | { slug: string; revision: number | null }
  /** Somebody else changed these fields otherwise since the form was opened; nothing was stored. */
  | { conflict: { fields: (keyof FigureFields)[]; theirs: FigureFields; by: string; revision: number } }

/** What a form says of a figure: everything but its points. */
export type FigureForm = Omit<FigureFields, 'points'>

/**
 * Says what a figure is. What others wrote since the form was opened (`base`, its revision then) is merged by field.
 *
 * @throws Refusal when it is gone, or cannot be so
 */
export function editFigure(
  store: Store,
  id: string,
  told: Partial<FigureForm>,
  { base, by, at }: Act & { base?: number },
): Promise<EditedFigure> {
  return inFigure(store, id, async (db, figure) => {
    const current = fieldsOfFigure(figure)
    let next: FigureFields = { ...current, ...told }
    if (base !== undefined && base !== figure.revision) {
      const since = await readFigureRevisions(db, id, { after: base })
      const opened = since.reduce((then, { before }) => putSide(then, before ?? {}), current)
      const { value, conflicts } = mergeFields(opened, current, { ...opened, ...told }, {})
      const { points } = current
      if (conflicts.length > 0) {
        const { revision } = figure
        return { conflict: { fields: conflicts, theirs: current, by: since[0]?.by ?? '', revision } }
      }
      next = { ...value, points }
    }
    return { slug: next.slug, revision: await putFigure(db, figure, next, { by, at, act: 'edit' }) }
  })
}

/** Says a point newly. @throws Refusal @returns the revision */
export function addFigurePoint(
  store: Store,
  id: string,
  point: Omit<FigurePoint, 'id'>,
  { by, at }: Act,
): Promise<number | null> {
  return inFigure(store, id, (db, figure) => {
    const points = [...figure.points, { ...point, id: risingId() }]
    return putFigure(db, figure, { ...fieldsOfFigure(figure), points }, { by, at, act: 'add-point' })
  })
}

/** Corrects a point, or (null) takes it away; what it said before is kept. @throws Refusal @returns the revision */
export function correctFigurePoint(
  store: Store,
  id: string,
  pointId: string,
  told: Omit<FigurePoint, 'id'> | null,
  { by, at }: Act,
): Promise<number | null> {
  return inFigure(store, id, (db, figure) => {
    const others = figure.points.filter(point => point.id !== pointId)
    if (others.length === figure.points.length) return Promise.resolve(null)
    const points = told ? [...others, { ...told, id: pointId }] : others
    const act = told ? 'correct-point' : 'remove-point'
    return putFigure(db, figure, { ...fieldsOfFigure(figure), points }, { by, at, act })
  })
}
