import { type FigureFields, fieldsOfFigure, figureChange } from '../domain/figure/changes.ts'
import { faultsOfFigure } from '../domain/figure/faults.ts'
import type { Figure } from '../domain/figure.ts'
import { freeSlug, slugOf } from '../domain/slug.ts'
import { findFigureById, insertFigure, listFigureNames } from '../storage/figures.ts'
import { recordFigure } from '../storage/record-figure.ts'
import { risingId } from '../storage/rising-id.ts'
import type { Store } from '../storage/store.ts'
import { checkFigureSlug } from './in-figure.ts'

/**
 * A new figure. Where nothing is told of its lines, it has one of totals.
 *
 * @param told `slug` and `lines` may be left out
 * @throws Refusal when it cannot be so
 */
export function openFigure(
  store: Store,
  told: Pick<FigureFields, 'name' | 'seriesId'> & Partial<FigureFields>,
  { by, at, line }: { by: string; at: number; line: string },
): Promise<Figure> {
  return store.db.transaction().execute(async db => {
    const taken = new Set((await listFigureNames(db)).map(({ slug }) => slug))
    const slug = told.slug || freeSlug(slugOf(told.name), each => taken.has(each))
    const fields: FigureFields = { ...empty, lines: [{ ...firstLine, name: line }], ...told, slug }
    const [fault] = faultsOfFigure(fields)
    if (fault) throw fault.refusal
    await checkFigureSlug(db, slug)
    const id = risingId()
    const { sources, points, ...head } = fields
    await insertFigure(db, { id, ...head }, at)
    const figure = (await findFigureById(db, id))!
    const change = figureChange(fieldsOfFigure(figure), { ...fieldsOfFigure(figure), sources, points })
    await recordFigure(db, figure, change ?? { before: {}, after: {} }, { by, at, act: 'create' })
    return (await findFigureById(db, id))!
  })
}

const firstLine = { key: 'told', text: null, counts: 'totals', until: null, beside: false } as const

const empty: Omit<FigureFields, 'slug' | 'name' | 'seriesId' | 'lines'> = {
  unit: null,
  text: null,
  language: null,
  translations: null,
  direction: 'any',
  goal: null,
  baseline: null,
  comparisons: [],
  sources: [],
  points: [],
}
