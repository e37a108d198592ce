import { addressOf } from '../domain/address.ts'
import type { EntryFields } from '../domain/entry-fields.ts'
import { Refusal } from '../domain/refusal.ts'
import { freeSlug } from '../domain/slug.ts'
import { findEditionById } from '../storage/editions.ts'
import { type EntryRow, isSlugInUse, readEntries } from '../storage/entries.ts'
import { readWithdrawals } from '../storage/history.ts'
import { moveIdentities, moveIdentitiesBack } from '../storage/identities.ts'
import { leadOn, putRedirect } from '../storage/redirects.ts'
import { seriesSlugOf } from '../storage/series.ts'
import { readStory } from '../storage/story.ts'
import type { Db } from '../storage/tables.ts'

/**
 * What an entry is to be, with what merging and parting bring about, whichever act it is (merge, undo, undo of that,
 * restore, bring back): one that is withdrawn no more is one with no other; what is merged gives its address up, so
 * that it can lead to the other; what is parted takes its address back, unless somebody else has it by now.
 *
 * @throws Refusal when the one it is to be one with is withdrawn: readers would be left with neither
 */
export async function settleMerging(
  db: Db,
  { entry, editionId }: EntryRow,
  before: EntryFields,
  told: EntryFields,
): Promise<EntryFields> {
  const mergedInto = told.state === 'withdrawn' ? told.mergedInto : null
  if (mergedInto === before.mergedInto) return { ...told, mergedInto }
  if (mergedInto !== null) await takeKept(db, mergedInto)
  if (told.slug !== before.slug) return { ...told, mergedInto }
  if (mergedInto === null)
    return { ...told, mergedInto, slug: await ownSlug(db, entry.id, before, editionId) }
  const { slugs } = await readStory(db, editionId)
  return { ...told, mergedInto, slug: freeSlug(`${before.slug}-merged`, taken => slugs.has(taken)) }
}

/**
 * Lets addresses and sources follow: an address that was given out leads to its entry for ever, that of a merged entry
 * to the one it is one with; and what sources know as the one they know as the other, until both are parted.
 */
export async function followMerging(
  db: Db,
  { entry, editionId }: EntryRow,
  before: EntryFields,
  next: EntryFields,
): Promise<void> {
  const isMoved = before.mergedInto !== next.mergedInto
  if (isMoved && before.mergedInto !== null) await moveIdentitiesBack(db, entry.id)
  if (isMoved && next.mergedInto !== null) await moveIdentities(db, entry.id, next.mergedInto)
  if (before.slug === next.slug) return
  const edition = (await findEditionById(db, editionId))!
  const series = await seriesSlugOf(db, edition.seriesId)
  const address = (slug: string) => addressOf(series, edition.slug, slug)
  if (isMoved && next.mergedInto !== null) {
    const kept = await takeKept(db, next.mergedInto)
    await leadOn(db, address(before.slug), address(kept.slug))
  } else await putRedirect(db, address(before.slug), address(next.slug))
}

async function takeKept(db: Db, id: string): Promise<EntryRow['entry']> {
  const [kept] = await readEntries(db, { ids: [id] })
  if (kept && kept.entry.state !== 'withdrawn') return kept.entry
  throw new Refusal('merge-withdrawn', {}, 'One of the two is withdrawn, or merged into another one already.')
}

/** The slug it had before it was merged, unless somebody else has it now. */
async function ownSlug(db: Db, id: string, { slug }: EntryFields, editionId: string): Promise<string> {
  const withdrawal = (await readWithdrawals(db, [id])).get(id)
  const own = withdrawal?.before?.slug
  if (typeof own !== 'string' || (await isSlugInUse(db, editionId, own))) return slug
  return own
}
