import type { Store } from '../../storage/store.ts'
import { deleteVisitorSignIn, deleteVisitorSignIns, findVisitorByToken } from '../../storage/visitors.ts'
import { hashOf } from '../sign-in/one-time.ts'

/** What the cookie of a device holds opens nothing any more; nor do those of all other devices, where that is wished. */
export async function signVisitorOut(
  store: Store,
  token: string,
  { isEverywhere = false }: { isEverywhere?: boolean } = {},
): Promise<void> {
  const hash = hashOf(token)
  await store.db.transaction().execute(async db => {
    const found = isEverywhere ? await findVisitorByToken(db, hash, 0) : null
    if (found) await deleteVisitorSignIns(db, found.visitor.id)
    await deleteVisitorSignIn(db, hash)
  })
}
