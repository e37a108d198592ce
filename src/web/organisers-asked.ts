import type { Entry } from '../domain/entry.ts'
import { isOpenToOrganisers } from '../domain/organiser.ts'
import type { Edition } from '../domain/programme.ts'
import { readProving } from '../storage/organisers.ts'
import type { Parts } from './show.ts'

/** Whether an organiser of an entry could come in: where a mail can be sent to a domain that proves who they are. */
export async function mayAskOrganisers(
  { store, config, now }: Pick<Parts, 'store' | 'config' | 'now'>,
  edition: Edition,
  { state, organisations }: Pick<Entry, 'state' | 'organisations'>,
): Promise<boolean> {
  if (config.mail === null || store.isReadOnly || state !== 'published') return false
  if (organisations.length === 0 || !isOpenToOrganisers(edition, now())) return false
  const ids = organisations.map(({ id }) => id)
  return (await readProving(store.db, ids)).length > 0
}
