import { listSaidOf } from '../../storage/imported.ts'
import type { Db } from '../../storage/tables.ts'

/** Of what nobody could read there: a draft, and no word of it goes into what is public here without being asked. */
export const asDraft = { new: 'draft', changes: 'propose', cancels: false, ours: [], days: null } as const

/** Kept of a post that nobody could read and that became an edition. */
export type SaidOfHidden = { hidden: true }

/** Whether the text of an edition is that of another post that nobody could read: only a person publishes it. */
export async function isOfHidden(db: Db, id: string, key: { site: string; item: string }): Promise<boolean> {
  const said = await listSaidOf(db, { kind: 'edition', targetId: id, but: key })
  return said.some(each => (each as SaidOfHidden).hidden)
}
