import { mayTakeBack } from '../../domain/change-comment.ts'
import { forgetInAudit } from '../../storage/audit.ts'
import { touchBlog } from '../../storage/blog.ts'
import type { CommentOwner } from '../../storage/comments.ts'
import { forgetFaces } from '../../storage/faces.ts'
import type { Store } from '../../storage/store.ts'
import { eraseComment, findComment, isOwn } from '../../storage/written-comments.ts'
import { endSubscriptionsOf } from '../notices/keep-subscriber.ts'

/**
 * Takes back what one said: its words go, and all that was kept of who said it. Answers stay, and so does its place above
 * them.
 *
 * @returns false where there is no such comment, or it is somebody else's
 */
export function deleteOwnComment(store: Store, id: string, by: CommentOwner, at: number): Promise<boolean> {
  return store.db.transaction().execute(async db => {
    const comment = await findComment(db, id, { take: true })
    if (!comment || !isOwn(comment, by) || !mayTakeBack(comment)) return false
    await eraseComment(db, id, at)
    if (comment.mailKey !== null) await forgetFaces(db, { mailKey: comment.mailKey })
    if (comment.decidedBy !== null) await forgetInAudit(db, [id])
    await endSubscriptionsOf(db, 'answers', id)
    if (comment.state === 'approved') await touchBlog(db)
    return true
  })
}
