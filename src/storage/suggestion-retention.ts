import { openStates } from '../domain/suggestion.ts'
import type { Db } from './tables.ts'

/** Forgets the addresses of those of whose suggestions nothing is to be decided since. */
export async function forgetSenders(db: Db, changedBefore: number): Promise<void> {
  await db
    .updateTable('suggestions')
    .set({ mail: null, mail_key: null })
    .where('mail', 'is not', null)
    .where('state', 'not in', [...openStates])
    .where('changed_at', '<', changedBefore)
    .execute()
}

export async function forgetNetworks(db: Db, madeBefore: number): Promise<void> {
  await db
    .updateTable('suggestions')
    .set({ from_key: null, form_key: null })
    .where('made_at', '<', madeBefore)
    .where('from_key', 'is not', null)
    .execute()
}

/** With all that was given. */
export async function forgetSpam(db: Db, changedBefore: number): Promise<void> {
  await db
    .deleteFrom('suggestions')
    .where('state', '=', 'spam')
    .where('changed_at', '<', changedBefore)
    .execute()
}
