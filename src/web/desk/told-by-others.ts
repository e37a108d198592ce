import type { AskedOfEntry, ToldByOrganiser, TroubledSource } from '../../domain/desk.ts'
import { nameOfOrganiser } from '../../domain/organiser.ts'
import type { Offer } from '../../domain/recordings/offer.ts'
import { readOrganiserAsked } from '../../services/organisers/settle-change.ts'
import { readAsked } from '../../services/settle-told.ts'
import { listOffers } from '../../storage/recording-offers.ts'
import { listTroubled } from '../../storage/sources.ts'
import type { Db } from '../../storage/tables.ts'

type Told = {
  asked: AskedOfEntry[]
  sources: TroubledSource[]
  offers: Offer[]
  organisers: ToldByOrganiser[]
}

/**
 * What sources ask about in these editions, which of them cannot be read, what was found out about recordings, and what
 * organisers changed, by edition.
 */
export async function toldByOthers(db: Db, editionIds: string[]): Promise<Map<string, Told>> {
  const all = new Map(
    editionIds.map(id => [id, { asked: [], sources: [], offers: [], organisers: [] } as Told]),
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
  for (const { editionId, ...offer } of await listOffers(db, { editionIds }))
    all.get(editionId)!.offers.push(offer)
  for (const change of await readOrganiserAsked(db, editionIds)) {
    const { id, entryId, proposals, revision } = change
    all
      .get(change.editionId)!
      .organisers.push({ id, entryId, who: nameOfOrganiser(change), proposals, revision })
  }
  return all
}
