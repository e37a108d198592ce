import type { AskedOfEntry, TroubledSource } from '../../domain/desk.ts'
import type { Offer } from '../../domain/recordings/offer.ts'
import { readAsked } from '../../services/settle-told.ts'
import { listOffers } from '../../storage/recording-offers.ts'
import { listTroubled } from '../../storage/sources.ts'
import type { Db } from '../../storage/tables.ts'

type Told = { asked: AskedOfEntry[]; sources: TroubledSource[]; offers: Offer[] }

/**
 * What sources ask about in these editions, which of them cannot be read, and what was found out about recordings, by
 * edition.
 */
export async function toldByOthers(db: Db, editionIds: string[]): Promise<Map<string, Told>> {
  const all = new Map(editionIds.map(id => [id, { asked: [], sources: [], offers: [] } as Told]))
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
  for (const { editionId, ...offer } of await listOffers(db, { editionIds }))
    all.get(editionId)!.offers.push(offer)
  return all
}
