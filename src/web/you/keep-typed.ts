import { saveDraft } from '../../services/visitors/keep-draft.ts'
import { waitToSend } from '../middleware/wait-to-send.ts'
import { carryWay } from '../middleware/way-cookie.ts'
import { withKept } from '../paths.ts'
import type { Parts, Visit } from '../show.ts'

/**
 * Keeps what somebody had typed who goes nowhere by a provider yet: who signs out, is asked for more, or could not be led
 * on.
 *
 * @param back where they go on
 * @returns the same with what they typed; `isKept`: whether there is something
 */
export async function keepTyped(
  c: Visit,
  parts: Parts,
  { back, fields }: { back: string; fields: Record<string, string> },
): Promise<{ back: string; isKept: boolean }> {
  const { store, config, now } = parts
  const isTyped = Object.values(fields).some(value => value !== '')
  if (!isTyped || store.isReadOnly || (await waitToSend(c, parts, 'visitor draft')) !== null)
    return { back, isKept: false }
  const draftId = await saveDraft(store, { browser: carryWay(c, config), back, fields, at: now() })
  return { back: withDraft(back, draftId), isKept: draftId !== null }
}

/** Where somebody goes on, with what they had typed there; where nothing new was, with what was kept before. */
export function withDraft(back: string, draftId: string | null): string {
  if (draftId === null) return back
  const url = new URL(back, 'http://here.invalid')
  url.searchParams.delete('draft')
  return withKept(url.pathname + url.search + url.hash, `draft=${draftId}`)
}
