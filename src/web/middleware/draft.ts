import { hashOf } from '../../services/sign-in/one-time.ts'
import { draftLasts } from '../../services/visitors/site.ts'
import { findDraft, findLastDraft } from '../../storage/visitor-ways.ts'
import type { Parts, Visit } from '../show.ts'
import { wayToken } from './way-cookie.ts'

/**
 * What somebody had typed into a form before they went to sign in or out, by its fields' names; null where nothing. For
 * the page that the form named as `back`, which is asked for with `?draft=…` then and must not be kept for others.
 */
export async function draftOf(
  c: Visit,
  { store, config, now }: Parts,
): Promise<Record<string, string> | null> {
  const [id, browser] = [c.req.query('draft'), wayToken(c, config)]
  if (!id || browser === null) return null
  return findDraft(store.db, { id, browser: hashOf(browser), since: now() - draftLasts })
}

/** Where what somebody typed last in this browser is found again, though the way they had gone is over. */
export async function lastDraftOf(
  c: Visit,
  { store, config, now }: Parts,
): Promise<{ id: string; back: string } | null> {
  const browser = wayToken(c, config)
  if (browser === null || store.isReadOnly) return null
  return findLastDraft(store.db, { browser: hashOf(browser), since: now() - draftLasts })
}
