import type { ToldPoint } from '../../domain/figure/weigh-told.ts'
import type { FigureLine } from '../../domain/figure.ts'
import type { FigureColumns } from '../../domain/figure-watch.ts'

/**
 * A point as it was read; date null: what was read has none, so it is of the moment at which it was read. `source`: what
 * its row calls its source.
 */
export type ReadPoint = Omit<ToldPoint, 'date'> & { date: string | null; source: string | null }

/** Why a row or a cell was not read. `where`: “line 12”, or what it is called. */
export type FigureProblem = { code: FigureProblemCode; cell: string; where: string }
export type FigureProblemCode = 'no-number' | 'no-date' | 'date-order' | 'nobody' | 'row-broken' | 'too-many'

export type FigureRead = {
  points: ReadPoint[]
  /** In what it counts, where that stands beside the numbers. */
  unit: string | null
  problems: FigureProblem[]
  /** Of a table: its columns, and what they were taken for. */
  table?: { names: string[]; columns: FigureColumns }
}

/** Why nothing was read. `words`: what the page calls what was looked for, or could have been meant. */
export type FigureUnread = { unread: FigureUnreadCode; words?: string }
type FigureUnreadCode =
  | 'no-table'
  | 'no-columns'
  | 'column-gone'
  | 'row-gone'
  | 'cell-twice'
  | 'no-json'
  | 'path-wrong'
  | 'path-gone'
  | 'dates-differ'
  | 'no-number'
  | 'too-many'
  | 'too-heavy'

export function isUnread(read: FigureRead | FigureUnread): read is FigureUnread {
  return 'unread' in read
}

/** More points has no figure. */
export const mostPoints = 5000
export const mostProblems = 50

export type Counts = FigureLine['counts']
