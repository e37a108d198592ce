import { saveDraft } from '../../services/visitors/keep-draft.ts'
import { createPace } from '../middleware/pace.ts'
import { carryWay } from '../middleware/way-cookie.ts'
import type { Parts, Visit } from '../show.ts'

/** Anybody may send a form here, and what it holds is kept for an hour: nobody fills a disk with it. */
const kept = createPace({ points: 40, duration: 900 })

/**
 * Keeps what somebody had typed who goes nowhere by a provider: who signs out, or could not be led on.
 *
 * @returns its id; null where nothing was typed, or too much is kept for them already
 */
export async function keepTyped(
  c: Visit,
  { store, config, now }: Parts,
  fields: Record<string, string>,
): Promise<string | null> {
  const isTyped = Object.values(fields).some(value => value !== '')
  if (!isTyped || store.isReadOnly || (await kept(c)) !== null) return null
  return saveDraft(store, { browser: carryWay(c, config), fields, at: now() })
}
