import type { Problem, ProblemValues } from './problem.ts'

/** What an import did, or has done so far. `ImportSummary` in a form that may be kept: of long lists the first part. */
export type ImportReport = {
  new: number
  changed: number
  unchanged: number
  /** What waits for a curator: new ones, and entries of which the source says something else. */
  proposed: { new: number; changes: number }
  refused: Told[]
  notes: Told[]
  kept: { entry: string | null; title: string; field: string; yours: string; file: string }[]
  missing: { entry: string; title: string }[]
  /** How many there were of each, where not all are listed. */
  counts: { refused: number; notes: number; kept: number; missing: number }
  /** The edition's revision that it led to; null: nothing was stored. */
  revision: number | null
}
/** Something that is not stored, or was noticed by the way; `title` of which entry, `reason` in English. */
export type Told = {
  code: Problem['code']
  reason: string
  where?: string
  title?: string
  values?: ProblemValues
}

/** - `held` looked at and not begun; `nothing-new` it was done, and changed nothing */
export type ImportState = 'held' | 'waiting' | 'running' | 'done' | 'nothing-new' | 'failed'

/** How a curator wants a file to be imported. */
export type ImportWish = {
  newAs: 'draft' | 'published'
  /** Whether changes of what it told before are taken over, or wait. */
  changes: 'propose' | 'accept'
  /** As what it is read; null: as what it looks like. */
  as: string | null
  /** Of a table: what columns hold, by their names, where the curator knows better. */
  columns?: Record<string, string>
  /** Whether what comes again is one entry, with its dates inside. */
  repeated?: 'each' | 'one'
}

/** An import as it is kept. Moments are epoch milliseconds. */
export type KeptImport = {
  id: string
  editionId: string
  sourceId: string | null
  name: string
  kind: string | null
  at: number
  by: string
  state: ImportState
  wish: ImportWish | null
  size: number | null
  /** How many findings are dealt with. */
  done: number
  report: ImportReport | null
  /** Why nothing came of it. */
  problem: Pick<Problem, 'code' | 'says' | 'values' | 'where'> | null
  endedAt: number | null
}

/** Of each list so much is kept: nobody reads more. */
export const mostListed = 500
