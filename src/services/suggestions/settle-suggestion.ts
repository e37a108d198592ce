import { Refusal } from '../../domain/refusal.ts'
import { touchBlog } from '../../storage/blog.ts'
import type { Act } from '../../storage/revisions.ts'
import { findAsked } from '../../storage/service-words.ts'
import type { Store } from '../../storage/store.ts'
import { keepStep } from '../../storage/suggestions.ts'
import type { Db } from '../../storage/tables.ts'
import { queueReading } from '../open-readings.ts'
import { queueTelling } from '../taking-part/ask-service.ts'
import { openRest, withSuggestion } from './with-suggestion.ts'

/** Puts a suggestion with the spam; it is kept for a while, and can be brought back. */
export function markAsSpam(store: Store, id: string, { by, at }: Act): Promise<void> {
  return withSuggestion(store, id, async (db, suggestion) => {
    if (suggestion.state === 'spam') return
    await keepStep(db, suggestion, { at, who: 'curator', by, act: 'spam', after: 'spam' })
    if (suggestion.isCredited) await touchBlog(db)
    await tellLater(db, id, at)
  })
}

/**
 * Takes back that it was declined, accepted, expired or taken for spam: what is not in the programme is to be decided
 * once more. What came into it is taken out as any entry is.
 *
 * @returns the readings that are to be read now
 * @throws Refusal when the sender has withdrawn it
 */
export function bringBackSuggestion(store: Store, id: string, { by, at }: Act): Promise<string[]> {
  return withSuggestion(store, id, async (db, suggestion) => {
    if (suggestion.state === 'withdrawn')
      throw new Refusal('suggestion-closed', {}, 'Its sender has withdrawn it.')
    const unread = await openRest(db, id, at)
    for (const reading of unread) await queueReading(db, reading.id, at)
    await keepStep(db, suggestion, { at, who: 'curator', by, act: 'bring-back', after: 'in-review' })
    await tellLater(db, id, at)
    return unread.map(reading => reading.id)
  })
}

/** A service that was asked of it is told what a curator made of it; within an hour they may think better of it. */
async function tellLater(db: Db, id: string, at: number): Promise<void> {
  const of = { what: 'suggestion' as const, id }
  if ((await findAsked(db, of))?.said) await queueTelling(db, [of], { dueAt: at + 3_600_000 })
}
