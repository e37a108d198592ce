import type { Figure, FigureLine, FigurePoint } from '../src/domain/figure.ts'

/** A figure that only grows, with nothing told yet. */
export function aFigure(told: Partial<Figure> = {}): Figure {
  return {
    id: 'figure',
    slug: 'figure',
    seriesId: null,
    name: 'Figure',
    unit: null,
    text: null,
    language: null,
    translations: null,
    direction: 'grows',
    goal: null,
    baseline: null,
    comparisons: [],
    lines: [aLine()],
    sources: [],
    points: [],
    revision: 1,
    createdAt: 0,
    updatedAt: 0,
    ...told,
  }
}

export function aLine(told: Partial<FigureLine> = {}): FigureLine {
  return { key: 'a', name: 'A', text: null, counts: 'totals', until: null, beside: false, ...told }
}

/** A point that says a number. */
export function total(date: string, value: number, told: Partial<FigurePoint> = {}): FigurePoint {
  return {
    id: `${told.line ?? 'a'} ${date} ${told.source ?? ''}`,
    line: 'a',
    date,
    value,
    who: null,
    act: null,
    note: null,
    source: null,
    ...told,
  }
}

/** A point that says who joined or left. */
export function joined(who: string, date: string, told: Partial<FigurePoint> = {}): FigurePoint {
  const act = told.act ?? 'joined'
  return {
    id: `${who} ${date} ${act}`,
    line: 'a',
    date,
    value: null,
    who,
    act,
    note: null,
    source: null,
    ...told,
  }
}
