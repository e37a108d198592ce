import { randomUUIDv7 } from 'node:crypto'
import type { Evidence } from '../../domain/taking-part/verdict.ts'
import { touchBlog } from '../../storage/blog.ts'
import { findQueued, writeDecision } from '../../storage/moderation.ts'
import { insertReport, readOpenReports } from '../../storage/reports.ts'
import type { Store } from '../../storage/store.ts'
import { readStanding } from '../../storage/trust.ts'
import { writeEvidence } from '../../storage/write-evidence.ts'
import { newcomerBelow } from './newcomer.ts'

/** So many readers, each of another network, and what somebody new said waits again. */
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
    if (reports.length < enough || comment.accountId !== null) return true
    const { visitorId, mailKey, editKey } = comment
    const participant =
      visitorId === null ? { kind: 'guest' as const } : { kind: 'visitor' as const, id: visitorId }
    const { approved } = await readStanding(db, { participant, mailKey, editKey })
    // What a curator approved since it was reported last is settled.
    if (approved >= newcomerBelow) return true
    const reported: Evidence = { code: 'reported', weight: 3, value: reports.length }
    await writeDecision(db, id, { state: 'pending', by: null, at: null })
    await writeEvidence(db, id, [...comment.evidence.filter(({ code }) => code !== 'reported'), reported])
    await touchBlog(db)
    return true
  })
}
