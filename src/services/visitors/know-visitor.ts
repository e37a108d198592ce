import { signInLastsDays, type Visitor } from '../../domain/visitor.ts'
import type { Store } from '../../storage/store.ts'
import { findVisitorByToken, markDeviceSeen, updateVisitor } from '../../storage/visitors.ts'
import { hashOf } from '../sign-in/one-time.ts'

const day = 86_400_000

/** Browsers keep a cookie no longer; by then somebody shows anew who they are. */
export const longestSignInDays = 400

/**
 * Who is known by what a cookie holds; null: nobody, or not any more. That they were seen is written down once a day, so
 * that reading stays reading.
 */
export async function knowVisitor(store: Store, token: string, at: number): Promise<Visitor | null> {
  const hash = hashOf(token)
  const found = await findVisitorByToken(store.db, hash, at - signInLastsDays * day)
  if (!found || found.signedInAt < at - longestSignInDays * day) return null
  if (found.deviceSeenAt < at - day)
    await store.db.transaction().execute(async db => {
      await markDeviceSeen(db, hash, at)
      await updateVisitor(db, found.visitor.id, { seenAt: at })
    })
  return found.visitor
}
