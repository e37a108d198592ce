import type { Reading } from '../domain/reading.ts'
import { findReading, waitAgain } from '../storage/readings.ts'
import type { Store } from '../storage/store.ts'
import { inEdition } from './in-edition.ts'
import { existing, queueReading } from './open-readings.ts'

/** Has what could not be read read once more. What was read stays as it is. @throws Refusal when it is gone */
export function queueAgain(
  store: Store,
  { id, editionId }: Pick<Reading, 'id' | 'editionId'>,
  at: number,
): Promise<void> {
  return inEdition(store, editionId, async db => {
    if (existing(await findReading(db, id)).state !== 'failed') return
    await waitAgain(db, id)
    await queueReading(db, id, at + 60_000)
  })
}
