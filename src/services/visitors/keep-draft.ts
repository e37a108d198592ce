import { randomUUIDv7 } from 'node:crypto'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { type Draft, insertDraft } from '../../storage/visitor-ways.ts'
import { hashOf } from '../sign-in/one-time.ts'

/** Of a form, in letters: more than any of ours is told. */
const longestDraft = 400_000

/**
 * What somebody had typed before they went to sign in; it waits for a day (`draftLasts`).
 *
 * @param draft `browser`: hash of what the cookie of their browser holds; `back`: path at which they go on
 * @returns its id; null where nothing was typed, or more than any form of ours has
 */
export async function keepDraft(
  db: Db,
  { browser, back, fields, at }: Omit<Draft, 'id'>,
): Promise<string | null> {
  const typed = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
  if (Object.keys(typed).length === 0 || JSON.stringify(typed).length > longestDraft) return null
  const id = randomUUIDv7()
  await insertDraft(db, { id, browser, back, fields: typed, at })
  return id
}

/** The same for somebody who goes nowhere yet. @param browser what the cookie itself holds */
export function saveDraft(store: Store, { browser, ...draft }: Omit<Draft, 'id'>): Promise<string | null> {
  return store.db.transaction().execute(db => keepDraft(db, { browser: hashOf(browser), ...draft }))
}
