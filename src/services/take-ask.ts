import { mailboxKey } from '../domain/notice/mailbox-key.ts'
import { countAsks } from '../storage/subscribers.ts'
import type { Db } from '../storage/tables.ts'
import { keyed, secretOfTakingPart } from './taking-part/keys.ts'

/**
 * Takes one of the mails that somebody may be sent within a day of UTC. Only a keyed hash of whom is kept.
 *
 * @param whom by `mailboxOf`, or whoever else has a share of their own; what for stands before it where it counts apart
 * @param at epoch milliseconds
 * @returns whether one was left
 */
export async function takeAsk(
  db: Db,
  whom: string,
  { most, at }: { most: number; at: number },
): Promise<boolean> {
  const key = keyed(await secretOfTakingPart(db), 'asks', whom)
  return countAsks(db, { key, day: Math.floor(at / 86_400_000) }, most)
}

/** The mailbox of a plain address, however it is written: what follows a plus is read in the same one. */
export function mailboxOf(address: string): string {
  return mailboxKey(address, address.slice(address.lastIndexOf('@') + 1).toLowerCase(), 'bothered')
}
