import type { AskedOfEntry, TroubledSource } from '../../domain/desk.ts'
import { readAsked } from '../../services/settle-told.ts'
import { listTroubled } from '../../storage/sources.ts'
import type { Db } from '../../storage/tables.ts'

/** What sources ask about in these editions, and which of them cannot be read, by edition. */
export async function toldBySources(
  db: Db,
  editionIds: string[],
): Promise<Map<string, { asked: AskedOfEntry[]; sources: TroubledSource[] }>> {
  const all = new Map(
    editionIds.map(id => [id, { asked: [] as AskedOfEntry[], sources: [] as TroubledSource[] }]),
  )
  for (const { editionId, entryId, sourceId, sourceName, proposals, missingAt } of await readAsked(db, {
    editionIds,
  })) {
    const source = { id: sourceId, name: sourceName }
    all.get(editionId)!.asked.push({ entryId, source, proposals, isMissing: missingAt !== null })
  }
  for (const { editionId, ...source } of await listTroubled(db, editionIds)) {
    const { id, title, address, state, error, failingSince, lastReadAt, addedAt } = source
    const since = failingSince ?? lastReadAt ?? addedAt
    all.get(editionId)!.sources.push({ id, name: title ?? address, state, since, error, address })
  }
  return all
}
