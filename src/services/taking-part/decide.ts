import { hash, randomUUIDv7 } from 'node:crypto'
import type { Curator } from '../../domain/curator.ts'
import { type Decision, stateAfter, teaches } from '../../domain/taking-part/decision.ts'
import { recordAudit } from '../../storage/audit.ts'
import { touchBlog } from '../../storage/blog.ts'
import {
  type ActBefore,
  findLastAct,
  findQueued,
  insertAct,
  type Queued,
  type Scope,
  takeBackAct,
  takeComments,
  writeDecision,
} from '../../storage/moderation.ts'
import { settleReports } from '../../storage/reports.ts'
import { listAsked } from '../../storage/service-words.ts'
import { findLesson } from '../../storage/spam-tokens.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { queueTelling } from './ask-service.ts'
import { learn } from './learn.ts'

type Who = Pick<Curator, 'id' | 'name'>

/** For so long an act can be taken back as a whole, in milliseconds; after that each comment can be decided anew. */
export const undoMs = 3_600_000

/**
 * Decides on comments, all of them or none: the filter learns it, reports of them are settled, and it can be taken back.
 *
 * @param told scope: what this curator may decide on; seen: by id, the digest of the words they saw (`digestOfWords`) – what
 *   its writer put otherwise since is not approved unseen, and waits on
 * @returns how many changed; null where one of them is not theirs to decide on
 */
export async function decide(
  store: Store,
  who: Who,
  {
    ids,
    decision,
    scope,
    seen = new Map(),
    at,
  }: {
    ids: string[]
    decision: Decision
    scope: Scope
    seen?: ReadonlyMap<string, string>
    at: number
  },
): Promise<{ count: number } | null> {
  const asked = [...new Set(ids)].sort()
  return store.db.transaction().execute(async db => {
    await takeComments(db, asked)
    const found = await findQueued(db, scope, asked)
    if (found.length !== asked.length) return null
    const state = stateAfter[decision]
    const before: ActBefore[] = []
    for (const comment of found.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const words = seen.get(comment.id)
      if (decision === 'approve' && words !== undefined && words !== digestOfWords(comment)) continue
      await settleReports(db, [comment.id], at)
      if (comment.state === state) continue
      const { id, decidedBy, decidedAt } = comment
      const label = (await findLesson(db, id))?.label ?? null
      before.push({ id, state: comment.state, decidedBy, decidedAt, label })
      await writeDecision(db, id, { state, by: who.name, at })
      await teach(db, comment, teaches[decision], at)
      await tellAudit(db, who, comment, { act: `comment-${decision}`, at })
    }
    if (before.length === 0) return { count: 0 }
    const service = await listAsked(
      db,
      before.map(({ id }) => id),
    )
    await queueTelling(
      db,
      service.map(id => ({ what: 'comment', id })),
      { dueAt: at + undoMs },
    )
    await insertAct(db, { id: randomUUIDv7(), at, accountId: who.id, act: decision, before })
    if (state === 'approved' || before.some(({ state }) => state === 'approved')) await touchBlog(db)
    return { count: before.length }
  })
}

/** What a comment says, and who says it, so that it can be known whether it still does. */
export function digestOfWords({ name, url, text }: Pick<Queued, 'name' | 'url' | 'text'>): string {
  return hash('sha256', JSON.stringify([name, url, text]), 'base64url').slice(0, 16)
}

/**
 * Takes back somebody's last act, or this one of theirs: comments that were decided on since stay as they are.
 *
 * @returns how many are again what they were; null where there is nothing to take back
 */
export async function takeBack(
  store: Store,
  who: Who,
  { id, scope, at }: { id?: string; scope: Scope; at: number },
): Promise<{ count: number } | null> {
  return store.db.transaction().execute(async db => {
    const act = await findLastAct(db, who.id, { since: at - undoMs, ...(id !== undefined && { id }) })
    if (!act || !(await takeBackAct(db, act.id, at))) return null
    const comments = await findQueued(
      db,
      scope,
      act.before.map(({ id }) => id),
    )
    let count = 0
    for (const former of act.before) {
      const comment = comments.find(({ id }) => id === former.id)
      if (!comment || comment.decidedAt !== act.at || comment.decidedBy !== who.name) continue
      await writeDecision(db, former.id, { state: former.state, by: former.decidedBy, at: former.decidedAt })
      await teach(db, comment, former.label, at)
      await tellAudit(db, who, comment, { act: 'comment-taken-back', at })
      count++
    }
    await touchBlog(db)
    return { count }
  })
}

async function teach(db: Db, comment: Queued, label: 'spam' | 'real' | null, at: number): Promise<void> {
  const { id, name, url, text, language } = comment
  await learn(db, { what: comment.kind, id, label, said: { name, url, text, language }, at })
}

async function tellAudit(
  db: Db,
  who: Who,
  comment: Queued,
  { act, at }: { act: string; at: number },
): Promise<void> {
  const { id, name, state, text } = comment
  const words = text.replace(/\s+/g, ' ').slice(0, 80)
  await recordAudit(db, {
    at,
    who,
    act,
    subject: name ?? '',
    details: { comment: id, before: state, name: words },
  })
}
