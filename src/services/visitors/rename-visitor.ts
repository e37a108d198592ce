import { Refusal } from '../../domain/refusal.ts'
import { nameTold } from '../../domain/visitor-name.ts'
import type { Store } from '../../storage/store.ts'
import { updateVisitor } from '../../storage/visitors.ts'

/**
 * How a visitor wants to be called here from now on; coming in again does not change it back.
 *
 * @throws Refusal where nothing is left of the name
 */
export async function renameVisitor(store: Store, id: string, told: string): Promise<void> {
  const name = nameTold(told)
  if (name === null) throw new Refusal('name-missing', {}, 'A name is needed.')
  await store.db.transaction().execute(db => updateVisitor(db, id, { name }))
}
