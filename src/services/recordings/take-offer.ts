import type { Offer } from '../../domain/recordings/offer.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { EditionRow } from '../../storage/editions.ts'
import type { EntryRow } from '../../storage/entries.ts'
import { answerOffer, findOffer } from '../../storage/recording-offers.ts'
import { readRecordingPolicies } from '../../storage/recording-policies.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { type CuratorAct, takeEntry } from '../change-entry.ts'
import { inEdition } from '../in-edition.ts'
import { noteRecording } from '../set-recording.ts'

/** Whoever acts where nobody does, as history names them. */
const daylong = 'recordings'

/**
 * Attaches a recording that was found, or says that one was removed, as it was offered.
 *
 * @throws Refusal when the offer is gone, or the rules of recordings refuse it
 */
export function takeOffer(
  store: Store,
  { id, editionId }: { id: string; editionId: string },
  act: CuratorAct,
): Promise<{ revision: number; changed: boolean }> {
  return inEdition(store, editionId, async (db, edition) => {
    const offer = await offerOf(db, id)
    const row = await takeEntry(db, offer.entryId, editionId)
    return take(db, edition, row, offer, act)
  })
}

/** Says that what was offered is not so: it is remembered, and not offered again until that is taken back. */
export function refuseOffer(
  store: Store,
  { id, editionId }: { id: string; editionId: string },
  { by, at }: CuratorAct,
): Promise<void> {
  return inEdition(store, editionId, async db => {
    const offer = await offerOf(db, id)
    await takeEntry(db, offer.entryId, editionId)
    await answerOffer(db, id, { as: 'refused', by, at })
  })
}

/** Offers again what somebody has said is not so. */
export function offerAgain(
  store: Store,
  { id, editionId }: { id: string; editionId: string },
): Promise<void> {
  return inEdition(store, editionId, async db => {
    const offer = await offerOf(db, id)
    await takeEntry(db, offer.entryId, editionId)
    await answerOffer(db, id, null)
  })
}

/**
 * Takes the one offer that is sure, where the edition or its series wants that. What was answered before is left: whoever
 * has undone what was taken by itself is not overruled.
 */
export async function takeWhatIsSure(
  db: Db,
  edition: EditionRow,
  row: EntryRow,
  offers: readonly Offer[],
  at: number,
): Promise<void> {
  const policies = await readRecordingPolicies(db, edition)
  if ((policies.edition ?? policies.series ?? 'propose') !== 'automatic') return
  const [sure, ...others] = offers.filter(({ strength, answer }) => strength === 'sure' && answer === null)
  if (!sure || others.length > 0) return
  try {
    await take(db, edition, row, sure, { by: daylong, at })
  } catch (error) {
    // It stays an offer.
    if (!(error instanceof Refusal)) throw error
  }
}

async function take(db: Db, edition: EditionRow, row: EntryRow, offer: Offer, act: CuratorAct) {
  const title = offer.title === row.entry.title ? null : offer.title
  const told =
    offer.kind === 'attach'
      ? ({ state: 'available', url: offer.url, title } as const)
      : ({ state: 'removed' } as const)
  const done = await noteRecording(db, edition, row, told, act)
  await answerOffer(db, offer.id, { as: 'taken', by: act.by, at: act.at })
  return done
}

async function offerOf(db: Db, id: string): Promise<Offer> {
  const offer = await findOffer(db, id)
  if (!offer) throw new Refusal('recording-offer-gone', {}, 'It is not offered any more.')
  return offer
}
