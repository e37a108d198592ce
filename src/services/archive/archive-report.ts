import type { ArchiveReport } from '../../domain/archive.ts'
import type { BroughtIn } from './bring-in-writing.ts'

export function emptyReport(): ArchiveReport {
  return {
    posts: 0,
    pages: 0,
    editions: 0,
    entries: 0,
    comments: 0,
    left: 0,
    unchanged: 0,
    failed: 0,
    redirects: 0,
    attachments: 0,
    kept: [],
  }
}

/** Counts what became of one item. */
export function countIn(
  report: ArchiveReport,
  to: 'edition' | 'post' | 'page',
  brought: Pick<BroughtIn, 'outcome' | 'kept'> & { entries: number; entryId: string | null },
): void {
  report.entries += brought.entries
  const isNewIn = brought.entryId !== null && brought.outcome === 'changed'
  if (brought.outcome === 'unchanged') report.unchanged++
  // An event is an entry of an edition, which it may be the first of.
  else if (!isNewIn) report[`${to}s`]++
  if (report.kept.length < 200) report.kept.push(...brought.kept.slice(0, 20))
}
