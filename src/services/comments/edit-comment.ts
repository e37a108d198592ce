import { mayEditComment } from '../../domain/change-comment.ts'
import type { CommentState } from '../../domain/comment.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Proof } from '../../domain/taking-part/verdict.ts'
import { touchBlog } from '../../storage/blog.ts'
import { findCommented } from '../../storage/commented.ts'
import type { CommentOwner } from '../../storage/comments.ts'
import type { Store } from '../../storage/store.ts'
import { findComment, isOwn, rewriteComment } from '../../storage/written-comments.ts'
import { queueAsking } from '../taking-part/ask-service.ts'
import { weigh } from '../taking-part/weigh.ts'

/**
 * Says one's own comment otherwise, for a while. It is weighed anew, as if it had not been there before: what was let in
 * as harmless words is no way in for others.
 *
 * @returns null where there is no such comment, or it is somebody else's
 * @throws Refusal when it is too late
 */
export function editComment(
  store: Store,
  id: string,
  told: {
    by: CommentOwner
    text: string
    language: string | null
    fromKey: string | null
    serviceFrom?: string | null | undefined
    proof: Proof
    at: number
  },
): Promise<CommentState | null> {
  return store.db.transaction().execute(async db => {
    const comment = await findComment(db, id, { take: true })
    if (!comment || !isOwn(comment, told.by)) return null
    const commented = await findCommented(db, comment.on)
    if (!commented || commented.commenting === 'hidden') return null
    if (!mayEditComment(comment, told.at))
      throw new Refusal('comment-edit-over', {}, 'This comment cannot be changed any more.')
    const { text, language, at } = told
    if (text === comment.text && language === comment.language) return comment.state
    const pending = { text, language, state: 'pending' as const, evidence: [], at }
    await rewriteComment(db, id, pending)
    const { visitorId, accountId } = comment
    const verdict = await weigh(db, {
      what: 'comment',
      participant: accountId
        ? { kind: 'curator', id: accountId }
        : visitorId
          ? { kind: 'visitor', id: visitorId }
          : { kind: 'guest' },
      name: comment.authorName,
      mailKey: comment.mailKey,
      editKey: comment.editKey,
      fromKey: told.fromKey ?? comment.fromKey,
      url: comment.authorUrl,
      text,
      language,
      seriesId: commented.seriesId,
      at,
      proof: told.proof,
    })
    const wasSpam = comment.state === 'spam'
    const state = wasSpam && verdict.state === 'approved' ? 'pending' : verdict.state
    await rewriteComment(db, id, { ...pending, state, evidence: verdict.evidence })
    if (told.serviceFrom !== undefined && accountId === null && state !== 'spam')
      await queueAsking(db, { what: 'comment', id }, told.serviceFrom, at)
    if (state === 'approved' || comment.state === 'approved') await touchBlog(db)
    return state
  })
}
