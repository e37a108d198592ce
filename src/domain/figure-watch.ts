import type { Offered } from './figure/weigh-told.ts'

/**
 * Where in what an address answers the number stands:
 * - `csv` in columns, by their names; `where` says which rows count
 * - `json` at a path (RFC 9535), its dates, where there are some, at another
 * - `table` in a table of a page: the cell where a row and a column meet, by what their headings say
 */
export type FigurePlace =
  | { as: 'csv'; columns: FigureColumns; where: { column: string; is: string } | null }
  | { as: 'json'; value: string; date: string | null }
  | { as: 'table'; row: string; column: string }

/** Names of columns of a table, each for what it holds. */
export type FigureColumns = Partial<Record<FigureColumn, string>>
export const figureColumns = ['date', 'value', 'who', 'joined', 'left', 'note', 'source'] as const
export type FigureColumn = (typeof figureColumns)[number]

/** Why it was not read, or what is odd about what was read: a code with the sentence for the curator. */
export type FigureReadError = { code: string; says: string }

/** A source of a figure that is read again and again. Moments are epoch milliseconds. */
export type FigureWatch = {
  id: string
  figureId: string
  /** Id of the figure's source, in whose name its points stand. */
  sourceId: string
  /** Key of the line it tells of. */
  line: string
  address: string
  place: FigurePlace
  state: 'watching' | 'paused'
  pausedBecause: 'curator' | 'failures' | 'refused' | null
  /** What it told last: which points, by `keyOf`, and in which unit. */
  told: { keys: string[]; unit: string | null } | null
  foundAt: string | null
  etag: string | null
  lastModified: string | null
  checksum: string | null
  pace: number
  nextAt: number | null
  lastReadAt: number | null
  changedAt: number | null
  failures: number
  failingSince: number | null
  error: FigureReadError | null
  addedBy: string
  addedByAccount: string | null
  addedAt: number
}

/** What a source says that is not taken without a curator. `gone`: it says so no more. */
export type FigureOffer = {
  id: string
  figureId: string
  watchId: string | null
  sourceId: string
  line: string
  /** The same for the same said again. */
  key: string
  offered: Offered
  state: 'waiting' | 'taken' | 'refused' | 'gone'
  at: number
  settledAt: number | null
  settledBy: string | null
}
