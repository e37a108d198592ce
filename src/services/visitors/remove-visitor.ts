import type { Visitor } from '../../domain/visitor.ts'
import { forgetInAudit } from '../../storage/audit.ts'
import { touchBlog } from '../../storage/blog.ts'
import { deleteVisitor } from '../../storage/forget-visitors.ts'
import { forgetCommentsBy, forgetSuggestionsBy } from '../../storage/said-by.ts'
import type { Store } from '../../storage/store.ts'
import { forgetWithin } from '../notices/keep-subscriber.ts'
import { saidByVisitor, subscriberOfVisitor } from './own-key.ts'

/**
 * Somebody goes: what is known of them is removed, on all devices, with what they are told by mail. What they said stays
 * as nobody's, or goes too; what others answered stays in either case.
 */
export function removeVisitor(
  store: Store,
  visitor: Visitor,
  { keepsWords, at }: { keepsWords: boolean; at: number },
): Promise<void> {
  return store.db.transaction().execute(async db => {
    const by = await saidByVisitor(db, visitor)
    const comments = await forgetCommentsBy(db, by, { keepsWords, at })
    await forgetSuggestionsBy(db, by, { keepsWords })
    const mail = visitor.provider === 'mail' ? visitor.mail : null
    const subscriber = await subscriberOfVisitor(db, visitor)
    if (subscriber) await forgetWithin(db, subscriber.id)
    await deleteVisitor(db, visitor.id, mail)
    await forgetInAudit(db, comments)
    if (comments.length > 0) await touchBlog(db)
  })
}
