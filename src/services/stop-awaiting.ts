import { deleteAwaited } from '../storage/awaited.ts'
import type { Store } from '../storage/store.ts'
import { inEdition } from './in-edition.ts'

/** An organisation that does nothing this time is expected no more. */
export function stopAwaiting(store: Store, editionId: string, organisationId: string): Promise<boolean> {
  return inEdition(store, editionId, db => deleteAwaited(db, editionId, organisationId))
}
