import { type Curator, covers, mayPublish } from '../../domain/curator.ts'
import { readPlacesOf } from '../../storage/organisations.ts'
import type { Db } from '../../storage/tables.ts'

/**
 * Whether somebody may rename or merge these organisations: what they are called is seen in every series in which they
 * take part, so it is for those who may publish in all of them.
 */
export async function mayChange(db: Db, curator: Curator, ids: string[]): Promise<boolean> {
  if (!isEditor(curator)) return false
  return (await readPlacesOf(db, ids)).every(({ seriesId }) => mayPublish(curator, seriesId))
}

/** Whether somebody is an editor anywhere. */
export function isEditor({ grants }: Curator): boolean {
  return grants.some(({ role }) => covers(role, 'editor'))
}
