import { Refusal } from '../../domain/refusal.ts'
import { isUncredited } from '../../domain/suggestion.ts'
import { touchBlog } from '../../storage/blog.ts'
import type { Store } from '../../storage/store.ts'
import { keepStep, listEntriesOf, listSteps, putCredit } from '../../storage/suggestions.ts'
import { withSuggestion } from './with-suggestion.ts'

/**
 * Says whether readers are told who suggested it: its sender as they wish, a curator only that they are not, which stays.
 *
 * @throws Refusal when it is gone, or there is no name to tell
 */
export function creditSender(
  store: Store,
  id: string,
  isCredited: boolean,
  { who, by, at }: { who: 'sender' | 'curator'; by: string | null; at: number },
): Promise<void> {
  return withSuggestion(store, id, async (db, suggestion) => {
    if (suggestion.isCredited === isCredited) return
    if (isCredited && suggestion.sender.name === null)
      throw new Refusal('credit-nameless', {}, 'To be thanked by name, they have to tell it.')
    if (isCredited && isUncredited(await listSteps(db, id))) return
    await putCredit(db, id, isCredited)
    await keepStep(db, suggestion, { at, who, by, act: isCredited ? 'credit' : 'uncredit' })
    if ((await listEntriesOf(db, id)).length > 0) await touchBlog(db)
  })
}
