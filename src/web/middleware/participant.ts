import type { MiddlewareHandler } from 'hono'
import type { KnownHere, Participant } from '../../domain/participant.ts'
import type { Visitor } from '../../domain/visitor.ts'
import { knowVisitor } from '../../services/visitors/know-visitor.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { visitorOf as signedInOf } from './curator.ts'
import { owesSecondFactor } from './second-factor.ts'
import { visitorToken } from './visitor-cookie.ts'

/** For all pages: who takes part is looked up when a page wants to know, once for a request. */
export function knowParticipants(parts: Parts): MiddlewareHandler<Env> {
  return async (c, next) => {
    let known: Promise<KnownHere> | undefined
    c.set('participant', () => (known ??= findParticipant(c, parts)))
    return next()
  }
}

/**
 * Who takes part. Only pages that are made for one may ask (`sendOnce`, `no-store`), and forms that are sent: what
 * readers see is kept for everybody, and tells nothing of the one who asks.
 */
export async function participantOf(c: Visit): Promise<Participant> {
  return (await knownOf(c)).participant
}

/** The visitor who is known on this device, with what no form shows of them; null for guests and curators. */
export async function ownVisitor(c: Visit): Promise<Visitor | null> {
  return (await knownOf(c)).visitor
}

async function knownOf(c: Visit): Promise<KnownHere> {
  return (await c.get('participant')?.()) ?? nobody
}

const nobody: KnownHere = { participant: { kind: 'guest' }, visitor: null }

async function findParticipant(c: Visit, parts: Parts): Promise<KnownHere> {
  if (parts.store.isReadOnly) return nobody
  const signedIn = await signedInOf(c)
  // Whoever owes a second factor gets no further than their own account, and is nobody here.
  if (signedIn && signedIn.curator.grants.length > 0 && !owesSecondFactor(signedIn, parts.config)) {
    const { id, name } = signedIn.curator
    return { participant: { kind: 'curator', id, name }, visitor: null }
  }
  const token = visitorToken(c, parts.config)
  const visitor = token === null ? null : await knowVisitor(parts.store, token, parts.now())
  if (!visitor) return nobody
  const { id, name, url, provider, pictureId } = visitor
  return { participant: { kind: 'visitor', id, name, url, provider, picture: pictureId }, visitor }
}
