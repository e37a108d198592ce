import { addressOf } from '../domain/address.ts'
import { Refusal } from '../domain/refusal.ts'
import { freeSlug, isSlug } from '../domain/slug.ts'
import type { EditionRow } from '../storage/editions.ts'
import { findOldAddress } from '../storage/redirects.ts'
import { seriesSlugOf } from '../storage/series.ts'
import { readStory } from '../storage/story.ts'
import type { Db } from '../storage/tables.ts'

/**
 * Whether an entry may have another address, in a transaction that has taken its edition.
 *
 * @throws Refusal when it is none, or leads to another entry, now or since once
 */
export async function checkAddress(db: Db, edition: EditionRow, from: string, to: string): Promise<void> {
  if (!isSlug(to) || freeSlug(to, () => false) !== to)
    throw new Refusal('address-wrong', { address: to }, `“${to}” cannot be the last part of an address.`)
  const series = await seriesSlugOf(db, edition.seriesId)
  const [before, after] = [from, to].map(slug => addressOf(series, edition.slug, slug)) as [string, string]
  const { slugs } = await readStory(db, edition.id)
  // What it was called once, it may be called again.
  if (slugs.has(to) && (await findOldAddress(db, after)) !== before)
    throw new Refusal('address-taken', { address: to }, `“${to}” leads to another entry already.`)
}
