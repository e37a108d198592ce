import { contentOfFinding } from '../domain/content.ts'
import type { Finding } from '../domain/finding.ts'
import { instantsOf } from '../domain/instants-of.ts'
import type { WatchedSource } from '../domain/source.ts'
import { isCovered, type ToldNow } from '../domain/source-gone.ts'
import type { EditionRow } from '../storage/editions.ts'
import { readToldBefore } from '../storage/source-told.ts'
import type { Db } from '../storage/tables.ts'
import { type Item, itemOf, knowing, matchItems, wasSeen } from './import-match.ts'

/**
 * Which entries a source should tell still and does not: their ids, and of how many. Nothing is written; what an
 * import of the same findings would know again is known again here.
 *
 * @param now epoch milliseconds
 */
export async function foresee(
  db: Db,
  source: WatchedSource,
  { id, homeZone }: EditionRow,
  findings: Finding[],
  now: number,
): Promise<{ covered: number; missing: number; ids: string[] }> {
  const known = knowing(id, source.id)
  const items = findings.flatMap(found => itemIn(found, homeZone))
  await matchItems(db, known, items, () => {})
  const told = toldNow(source, findings.length, items)
  const covered = (await readToldBefore(db, source.id)).filter(
    one => wasSeen(known, one.id) || isCovered(one, told, now),
  )
  const ids = covered.filter(one => !wasSeen(known, one.id)).map(one => one.id)
  return { covered: covered.length, missing: ids.length, ids }
}

function itemIn(found: Finding, homeZone: string): Item[] {
  try {
    const content = contentOfFinding(found, homeZone)
    return [itemOf(found, { content, instants: instantsOf(content.time) }, null)]
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

function toldNow({ told: before, kind }: WatchedSource, now: number, items: Item[]): ToldNow {
  let lastStart: number | null = null
  let oldest: string | null = null
  for (const { content, instants } of items) {
    const day = content.published?.slice(0, 10)
    if (instants.startsAt !== null) lastStart = Math.max(lastStart ?? instants.startsAt, instants.startsAt)
    if (day && (oldest === null || day < oldest)) oldest = day
  }
  return { before, now, lastStart, oldest, isFeed: kind === 'feed' }
}
