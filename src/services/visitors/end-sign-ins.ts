import { type Actor, recordAudit } from '../../storage/audit.ts'
import type { Store } from '../../storage/store.ts'
import { deleteVisitorSignIns, endVisitorSignIn, findVisitorByToken } from '../../storage/visitors.ts'
import { staysFresh } from '../sign-in/means.ts'
import { hashOf } from '../sign-in/one-time.ts'

/**
 * A visitor ends a sign-in of theirs, if they have shown lately on this device who they are: whoever finds one open must
 * not be able to put its owner out of all others.
 *
 * @param token what the cookie of this device holds
 */
export function endOwnSignIn(
  store: Store,
  { token, id, at }: { token: string; id: string; at: number },
): Promise<'ended' | 'stale'> {
  return store.db.transaction().execute(async db => {
    const found = await findVisitorByToken(db, hashOf(token), 0)
    if (!found || at - found.signedInAt >= staysFresh) return 'stale'
    await endVisitorSignIn(db, found.visitor.id, id)
    return 'ended'
  })
}

/** An owner ends all sign-ins of a visitor. @returns how many there were */
export function endSignInsOfVisitor(
  store: Store,
  who: Actor,
  { visitorId, name, at }: { visitorId: string; name: string; at: number },
): Promise<number> {
  return store.db.transaction().execute(async db => {
    const ended = await deleteVisitorSignIns(db, visitorId)
    if (ended > 0)
      await recordAudit(db, { at, who, act: 'sign-ins-ended', subject: name, details: { ended } })
    return ended
  })
}
