import { type Curator, mayPublish } from '../../domain/curator.ts'
import type { RecordingPolicy } from '../../domain/recordings/offer.ts'
import { Refusal } from '../../domain/refusal.ts'
import { writeRecordingPolicy } from '../../storage/recording-policies.ts'
import type { Store } from '../../storage/store.ts'
import { inEdition } from '../in-edition.ts'

/**
 * Says what becomes of recordings that are found for an edition, or for every edition of its series of which nothing
 * else is said.
 *
 * @throws Refusal for who may not publish here
 */
export function setRecordingPolicy(
  store: Store,
  editionId: string,
  { policy, of }: { policy: RecordingPolicy; of: 'edition' | 'series' },
  curator: Curator,
): Promise<void> {
  return inEdition(store, editionId, async (db, edition) => {
    if (!mayPublish(curator, edition.seriesId))
      throw new Refusal('only-editors', {}, 'Only an editor may say what is done by itself.')
    await writeRecordingPolicy(db, edition.id, of === 'edition' ? policy : null)
    if (of === 'series') await writeRecordingPolicy(db, edition.seriesId, policy)
  })
}
