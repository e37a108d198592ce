import type { Finding } from '../domain/finding.ts'
import { type ImportReport, mostListed, type Told } from '../domain/import.ts'
import type { Taking } from '../domain/source.ts'
import type { Db } from '../storage/tables.ts'

export type ImportOptions = {
  /** Slugs: where it goes. What is missing is created as a draft. */
  series: string
  edition: string
  /** Path or address of the file. Its last part names the source; the same source read again updates. */
  file: string
  /** Epoch milliseconds. */
  at: number
  /** The day of a new edition, `2020-12-18`, or its days, `2021-03-06/2021-03-07`. */
  date?: string
  /** Home zone of a new edition (IANA). */
  zone?: string
  publish?: boolean
  /** Who is said to have done it in the revisions; the host, where it is left out. */
  by?: string
  /** What it may do by itself; left out: everything, and new entries are published. */
  taking?: Taking
  /** How far it came before whoever ran it was gone: what was dealt with then is gone through again and not counted. */
  resume?: { done: number; report: ImportReport } | null
  /** Told in the transaction of each batch, and of the end, what has been done. */
  keep?: (db: Db, soFar: ImportSoFar) => Promise<void>
  /** Whoever calls makes one of what was told twice (`mergeToldTwice`), for many files at once. */
  mergeLater?: true
  /** Told how many findings have been dealt with. */
  onProgress?: (done: number) => void
}

export type ImportSoFar = {
  editionId: string
  sourceId: string
  /** How many findings have been dealt with. */
  done: number
  summary: ImportSummary
  /** Null until the end. */
  ended: {
    /** Ids of entries that the source told before and tells no more. */
    missing: string[]
    /** What is new and may not become an entry by itself. */
    proposed: Finding[]
  } | null
}

export type ImportSummary = {
  series: string
  edition: string
  created: ('series' | 'edition')[]
  /** The edition's revision afterwards; null where nothing could be read and so nothing was stored. */
  revision: number | null
  new: number
  changed: number
  unchanged: number
  /** What is not stored, and why. */
  refused: Told[]
  /** What else the reading of the file has to say; nothing is refused by it. */
  notes: Told[]
  /** Fields in which a person's change stands although the file says otherwise; `entry` is a slug, null for the edition. */
  kept: { entry: string | null; title: string; field: string; yours: string; file: string }[]
  /** Entries this source told before and tells no more. They stay. */
  missing: { entry: string; title: string }[]
  /** What waits for a curator, where not everything may be done at once. */
  proposed?: { new: number; changes: number }
}

/** A summary to be kept: of long lists the first part. @param before counts of what lists were already cut by */
export function reportOf(summary: ImportSummary, before = noneCut): ImportReport {
  const { refused, notes, kept, missing } = summary
  const { new: fresh, changed, unchanged, proposed = { new: 0, changes: 0 }, revision } = summary
  return {
    new: fresh,
    changed,
    unchanged,
    proposed,
    refused: refused.slice(0, mostListed),
    notes: notes.slice(0, mostListed),
    kept: kept.slice(0, mostListed),
    missing: missing.slice(0, mostListed),
    counts: {
      refused: refused.length + before.refused,
      notes: notes.length + before.notes,
      kept: kept.length + before.kept,
      missing: missing.length + before.missing,
    },
    revision,
  }
}

export type Cut = ImportReport['counts']
const noneCut: Cut = { refused: 0, notes: 0, kept: 0, missing: 0 }

/** How many members the lists of a kept report lack. */
export function cutOf({ counts, ...report }: ImportReport): Cut {
  return {
    refused: counts.refused - report.refused.length,
    notes: counts.notes - report.notes.length,
    kept: counts.kept - report.kept.length,
    missing: counts.missing - report.missing.length,
  }
}

/** Has a summary go on from what was kept of it. */
export function takeUp(summary: ImportSummary, { counts, ...report }: ImportReport): void {
  Object.assign(summary, structuredClone(report))
}

export function emptySummary({ series, edition }: ImportOptions): ImportSummary {
  return {
    series,
    edition,
    created: [],
    revision: null,
    new: 0,
    changed: 0,
    unchanged: 0,
    refused: [],
    notes: [],
    kept: [],
    missing: [],
  }
}
