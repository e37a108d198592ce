import { isOpen } from '../../domain/suggestion.ts'
import type { Visitor } from '../../domain/visitor.ts'
import { forgetInAudit } from '../../storage/audit.ts'
import { touchBlog } from '../../storage/blog.ts'
import { forgetFaces } from '../../storage/faces.ts'
import { findSuggestionsBy, forgetSuggestion } from '../../storage/forget-suggestions.ts'
import { deleteVisitor } from '../../storage/forget-visitors.ts'
import { forgetMailsFrom } from '../../storage/incoming-mails.ts'
import { removeMailsTo } from '../../storage/mails.ts'
import { forgetChangesBy } from '../../storage/organiser-changes.ts'
import { deleteOrganisersOf } from '../../storage/organisers.ts'
import { takeEdition } from '../../storage/revisions.ts'
import { forgetCommentsBy, type SaidBy } from '../../storage/said-by.ts'
import { forgetLessonsOf } from '../../storage/spam-tokens.ts'
import type { Store } from '../../storage/store.ts'
import { findSuggestion, keepStep } from '../../storage/suggestions.ts'
import type { Db } from '../../storage/tables.ts'
import { deleteDraftsIn } from '../../storage/visitor-ways.ts'
import { forgetWithin } from '../notices/keep-subscriber.ts'
import { hashOf } from '../sign-in/one-time.ts'
import { suggestionToken } from '../suggestions/suggestion-token.ts'
import { saidByVisitor, subscriberOfVisitor } from './own-key.ts'

/**
 * Somebody goes: what is known of them is removed, on all devices, with what they are told by mail, and what they did as
 * an organiser is their organisation's alone. What they said stays as nobody's, or goes too; what others answered stays
 * in either case. What they suggested and nobody has decided is withdrawn; what came of the rest stays in the programme.
 *
 * @param browser what the cookie holds of the browser they went to sign in from: what they typed there goes too
 */
export function removeVisitor(
  store: Store,
  visitor: Visitor,
  { keepsWords, at, browser = null }: { keepsWords: boolean; at: number; browser?: string | null },
): Promise<void> {
  return store.db.transaction().execute(async db => {
    const by = await saidByVisitor(db, visitor)
    const mail = visitor.provider === 'mail' ? visitor.mail : null
    // Editions first, as whoever decides of a suggestion takes them.
    const { suggested, credited } = await forgetSuggestionsBy(db, by, { mail, keepsWords, at })
    const comments = await forgetCommentsBy(db, by, { keepsWords, at })
    const subscriber = await subscriberOfVisitor(db, visitor)
    if (subscriber) await forgetWithin(db, subscriber.id)
    await deleteVisitor(db, visitor.id, mail)
    if (browser !== null) await deleteDraftsIn(db, hashOf(browser))
    if (mail !== null) {
      if (by.mailKey !== null) await forgetMailsFrom(db, { mail, mailKey: by.mailKey })
      await deleteOrganisersOf(db, mail)
      await forgetChangesBy(db, mail)
      // Whoever has an account of the site here, too, is another to it: letters about that stay.
      await removeMailsTo(db, mail, ['sign-in', 'subscription', 'notice', 'suggestion', 'answer'])
    }
    await forgetLessonsOf(db, [...comments, ...suggested])
    await forgetFaces(db, { visitorId: visitor.id })
    if (by.mailKey !== null) await forgetFaces(db, { mailKey: by.mailKey })
    await forgetInAudit(db, comments)
    if (comments.length > 0 || credited > 0) await touchBlog(db)
  })
}

/** @returns which they were, and how many of them readers were told of by name */
async function forgetSuggestionsBy(
  db: Db,
  by: SaidBy,
  { mail, keepsWords, at }: { mail: string | null; keepsWords: boolean; at: number },
): Promise<{ suggested: string[]; credited: number }> {
  const own = await findSuggestionsBy(db, by)
  for (const editionId of new Set(own.map(each => each.editionId))) await takeEdition(db, editionId)
  let credited = 0
  for (const { id, mail: told } of own) {
    const suggestion = await findSuggestion(db, id)
    if (!suggestion) continue
    if (isOpen(suggestion))
      await keepStep(db, suggestion, { at, who: 'sender', by: null, act: 'withdraw', after: 'withdrawn' })
    await forgetSuggestion(db, id, { mail: mail ?? told, keepsWords })
    // Anybody may have typed that address: what others are to be told there goes out.
    if (told !== null && told !== mail)
      await removeMailsTo(db, told, ['suggestion', 'answer'], await suggestionToken(db, id))
    if (suggestion.isCredited) credited++
  }
  return { suggested: own.map(({ id }) => id), credited }
}
