import { saveDraft } from '../../services/visitors/keep-draft.ts'
import { waitToSend } from '../middleware/wait-to-send.ts'
import { carryWay } from '../middleware/way-cookie.ts'
import type { Parts, Visit } from '../show.ts'

/**
 * Keeps what somebody had typed who goes nowhere by a provider: who signs out, or could not be led on.
 *
 * @returns its id; null where nothing was typed, or too much is kept for them already
 */
export async function keepTyped(
  c: Visit,
  parts: Parts,
  fields: Record<string, string>,
): Promise<string | null> {
  const { store, config, now } = parts
  const isTyped = Object.values(fields).some(value => value !== '')
  if (!isTyped || store.isReadOnly || (await waitToSend(c, parts, 'visitor draft')) !== null) return null
  return saveDraft(store, { browser: carryWay(c, config), fields, at: now() })
}
