import type { Participant } from '../../domain/participant.ts'
import { addressKeyOf, fromKeyOf, secretOfTakingPart } from '../../services/taking-part/keys.ts'
import { type Sent, takePace } from '../../services/taking-part/take-pace.ts'
import type { Parts, Visit } from '../show.ts'
import { countedFor, peerOf } from './pace.ts'

/**
 * Counts what somebody sends, in all processes of the site together. Who cannot be told apart from others is not
 * counted by where they are.
 *
 * @param by who it is, where that is known, and their mailbox
 * @returns seconds to wait; null: go on
 */
export async function waitToSend(
  c: Visit,
  { store, now }: Pick<Parts, 'store' | 'now'>,
  what: Sent,
  by: { participant?: Participant; mailKey?: string | null } = {},
): Promise<number | null> {
  // A demo is only read: what it does not keep needs no pace.
  if (store.isReadOnly) return null
  const [secret, address] = [await secretOfTakingPart(store.db), countedFor(c)]
  const where =
    address === null
      ? { fromKey: null }
      : { fromKey: fromKeyOf(secret, peerOf(c)), addressKey: addressKeyOf(secret, address) }
  return takePace(store, { what, ...by, ...where }, now())
}
