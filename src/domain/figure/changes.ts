import type { Figure, FigurePoint } from '../figure.ts'
import { same } from '../merge-fields.ts'

/** All that a figure says. */
export type FigureFields = Omit<Figure, 'id' | 'revision' | 'createdAt' | 'updatedAt'>

/** What some of its fields say; of points by their ids, null where there is none. */
export type FigureSide = Partial<Omit<FigureFields, 'points'>> & {
  points?: Record<string, FigurePoint | null>
}

/** One act's change: what was said before is kept, and a point that was corrected is shown as it was. */
export type FigureChange = { before: FigureSide; after: FigureSide }

export function fieldsOfFigure(figure: Figure): FigureFields {
  const { id: _, revision: __, createdAt: ___, updatedAt: ____, ...fields } = figure
  return fields
}

/** What one says otherwise than the other; null: nothing. */
export function figureChange(before: FigureFields, after: FigureFields): FigureChange | null {
  const change: { before: Record<string, unknown>; after: Record<string, unknown> } = {
    before: {},
    after: {},
  }
  for (const field of plainFields) {
    if (same(before[field], after[field])) continue
    change.before[field] = before[field]
    change.after[field] = after[field]
  }
  const [was, is] = [before.points, after.points].map(
    points => new Map(points.map(each => [each.id, inOrder(each)])),
  )
  const ids = [...new Set([...was!.keys(), ...is!.keys()])].filter(
    id => !same(was!.get(id) ?? null, is!.get(id) ?? null),
  )
  if (ids.length > 0)
    for (const [side, points] of [
      [change.before, was],
      [change.after, is],
    ] as const)
      side.points = Object.fromEntries(ids.map(id => [id, points!.get(id) ?? null]))
  return Object.keys(change.after).length > 0 ? change : null
}

/** The same, with one side of a change put in its place. */
export function putSide<Told extends FigureFields>(figure: Told, { points, ...plain }: FigureSide): Told {
  const kept = points ? figure.points.filter(({ id }) => !Object.hasOwn(points, id)) : figure.points
  const put = Object.values(points ?? {}).filter(point => point !== null)
  return { ...figure, ...plain, points: [...kept, ...put] }
}

/** What a figure says without one change of it; null where somebody has changed the same otherwise since. */
export function takeBack<Told extends FigureFields>(
  figure: Told,
  { before, after }: FigureChange,
): Told | null {
  const { points = {}, ...plain } = after
  const now = new Map(figure.points.map(point => [point.id, inOrder(point)]))
  const isAsLeft =
    Object.entries(plain).every(([field, value]) => same(figure[field as keyof FigureFields], value)) &&
    Object.entries(points).every(([id, point]) => same(now.get(id) ?? null, point && inOrder(point)))
  return isAsLeft ? putSide(figure, before) : null
}

/** A point that was corrected, or (after null) taken away. Moments are epoch milliseconds. */
export type Correction = { at: number; by: string; before: FigurePoint; after: FigurePoint | null }

/** What was said before of the points of a figure, the latest correction first. */
export function correctionsOf(
  revisions: readonly { at: number; by: string; before: FigureSide | null; after: FigureSide | null }[],
): Correction[] {
  return revisions
    .flatMap(({ at, by, before, after }) =>
      Object.entries(before?.points ?? {}).flatMap(([id, point]) =>
        point ? [{ at, by, before: point, after: after?.points?.[id] ?? null }] : [],
      ),
    )
    .toSorted((a, b) => b.at - a.at)
}

/** Points are the same when their JSON is. */
function inOrder({ id, line, date, value, who, act, note, source }: FigurePoint): FigurePoint {
  return { id, line, date, value, who, act, note, source }
}

const plainFields = [
  'slug',
  'seriesId',
  'name',
  'unit',
  'text',
  'language',
  'translations',
  'direction',
  'goal',
  'baseline',
  'comparisons',
  'lines',
  'sources',
] as const satisfies (keyof FigureFields)[]
