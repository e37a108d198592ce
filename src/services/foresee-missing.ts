import { contentOfFinding } from '../domain/content.ts'
import type { Finding } from '../domain/finding.ts'
import { instantsOf } from '../domain/instants-of.ts'
import type { WatchedSource } from '../domain/source.ts'
import { isCovered, isSessionCovered, type ToldNow } from '../domain/source-gone.ts'
import type { EditionRow } from '../storage/editions.ts'
import { readToldBefore } from '../storage/source-told.ts'
import type { Db } from '../storage/tables.ts'
import { type Item, itemOf, uidsOf } from './import-item.ts'
import { knowing, matchItems, wasSeen } from './import-match.ts'

/**
 * Which entries a source should tell still and does not: their ids, and of how many, sessions not counted. Nothing is
 * written; what an import of the same findings would know again is known again here.
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
  const known = { ...knowing(id, source.id), told: uidsOf(findings) }
  const items = findings.flatMap(found => itemIn(found, homeZone, null))
  const events = await matchItems(db, known, items, () => {})
  const sessions = events.flatMap(({ entryId, found }) =>
    (found.sessions ?? []).flatMap(session => itemIn(session, homeZone, entryId)),
  )
  await matchItems(db, known, sessions, () => {})
  const told = toldNow(source, findings.length, items)
  const withSessions = new Set(sessions.map(({ parentId }) => parentId))
  const isTold = ({ id }: { id: string }) => wasSeen(known, id)
  const before = Object.groupBy(await readToldBefore(db, source.id), ({ parentId }) =>
    parentId === null ? 'whole' : 'parts',
  )
  const covered = (before.whole ?? []).filter(one => isTold(one) || isCovered(one, told, now))
  const missing = covered.filter(one => !isTold(one))
  const gone = (before.parts ?? []).filter(
    one => !isTold(one) && withSessions.has(one.parentId) && isSessionCovered(one, now),
  )
  const ids = [...missing, ...gone].map(({ id }) => id)
  return { covered: covered.length, missing: missing.length, ids }
}

function itemIn(found: Finding, homeZone: string, parentId: string | null): Item[] {
  try {
    const content = contentOfFinding(found, homeZone)
    return [itemOf(found, { content, instants: instantsOf(content.time) }, parentId)]
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
