import { Refusal } from '../../domain/refusal.ts'
import type { Store } from '../../storage/store.ts'
import { schedulePublication } from '../schedule-publication.ts'
import type { InProgramme } from '../settle-publication.ts'

/** At the moment at which it was to come out there. */
export async function scheduleBrought(
  store: Store,
  what: InProgramme,
  dueAt: number,
  act: { by: string; at: number },
): Promise<void> {
  const moment = { wall: new Date(dueAt).toISOString().slice(0, 19), zone: 'UTC' }
  try {
    await schedulePublication(store, what, moment, act)
  } catch (error) {
    // It is public here already.
    if (!(error instanceof Refusal) || error.key !== 'no-draft') throw error
  }
}
