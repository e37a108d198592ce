import { randomUUIDv7 } from 'node:crypto'
import type { Evidence } from '../../domain/taking-part/verdict.ts'
import { touchBlog } from '../../storage/blog.ts'
import { findQueued, writeDecision } from '../../storage/moderation.ts'
import { insertReport, listMistakenNetworks, readOpenReports } from '../../storage/reports.ts'
import type { Store } from '../../storage/store.ts'
import { readStanding } from '../../storage/trust.ts'
import { writeEvidence } from '../../storage/write-evidence.ts'
import { newcomerBelow } from './newcomer.ts'

/**
 * So many readers, each of another network that was not mistaken more often than right, and what somebody new said waits
 * again, until a curator looks. What a curator has read and let in stays: readers call one there, and hide nothing.
 */
const enough = 3

/**
 * A reader tells that something should not stand there.
 *
 * @param told fromKey: of the network they are in; one network is heard once
 * @returns false where readers see no such comment
 */
export async function reportComment(
  store: Store,
  told: { id: string; fromKey: string; reason: string; text: string; at: number },
): Promise<boolean> {
  const { id, fromKey, reason, text, at } = told
  return store.db.transaction().execute(async db => {
    const [comment] = await findQueued(db, { seriesIds: null }, [id])
    if (comment?.state !== 'approved') return false
    await insertReport(db, { id: randomUUIDv7(), comment_id: id, from_key: fromKey, reason, text, at })
    const reports = (await readOpenReports(db, [id])).get(id) ?? []
    if (comment.accountId !== null || comment.decidedBy !== null) return true
    const mistaken = await listMistakenNetworks(
      db,
      reports.map(({ from_key }) => from_key),
    )
    const heard = reports.filter(({ from_key }) => !mistaken.has(from_key)).length
    if (heard < enough) return true
    const { visitorId, mailKey, editKey } = comment
    const participant =
      visitorId === null ? { kind: 'guest' as const } : { kind: 'visitor' as const, id: visitorId }
    const { approved } = await readStanding(db, { participant, mailKey, editKey })
    if (approved >= newcomerBelow) return true
    const reported: Evidence = { code: 'reported', weight: 3, value: heard }
    await writeDecision(db, id, { state: 'pending', by: null, at: null })
    await writeEvidence(db, id, [...comment.evidence.filter(({ code }) => code !== 'reported'), reported])
    await touchBlog(db)
    return true
  })
}
