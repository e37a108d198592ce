import type { ToldUpdate } from '../../domain/update.ts'
import type { Db } from '../../storage/tables.ts'
import { countUpdates, readUpdatesBetween } from '../../storage/updates.ts'
import type { AskedRevisions } from '../revision-query.ts'
import { isNamed } from './log.ts'

/** A page of what was told, and how much there is of it in all. */
export type Log = {
  updates: ToldUpdate[]
  /** Of what was asked for, on all pages. */
  count: number
  /** The page after this one comes before this revision; null: this is the last. */
  older: number | null
}

/** @param revision nothing later is told, nor what came after `until` (epoch milliseconds) */
export async function readLog(
  db: Db,
  editionId: string,
  { since, before }: AskedRevisions,
  { revision, until }: { revision: number; until: number },
): Promise<Log> {
  const after = since ?? -1
  const below = Math.min(before ?? revision + 1, revision + 1)
  const read = await readUpdatesBetween(db, editionId, { after, below, until }, mostOnPage + 1)
  const updates = wholeRevisions(read)
  const last = updates.at(-1)
  return {
    updates: updates.filter(isNamed),
    count: since === null ? 0 : await countUpdates(db, editionId, { after, below: revision + 1, until }),
    older: read.length > updates.length && last ? last.number : null,
  }
}

const mostOnPage = 200

/** What was done at once stands on one page, unless it does not fit on any. */
function wholeRevisions(read: ToldUpdate[]): ToldUpdate[] {
  if (read.length <= mostOnPage) return read
  const last = read.at(-1)!.number
  const whole = read.filter(({ number }) => number !== last)
  return whole.length ? whole : read.slice(0, mostOnPage)
}
