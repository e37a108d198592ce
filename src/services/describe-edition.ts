import type { Edition } from '../domain/programme.ts'
import { Refusal } from '../domain/refusal.ts'
import { findEdition, updateEdition } from '../storage/editions.ts'
import { recordRevision, takeEdition } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'

/**
 * Says what an edition is: its title and text, its author's box, its credit, its state. Fields that are not told stay
 * as they are. An edition that becomes live or archived for the first time is published at that moment.
 *
 * @param by who does it, and `at` when (epoch milliseconds): what the revision says
 * @throws Refusal when there is no such edition
 */
export async function describeEdition(
  store: Store,
  { series, edition: slug }: { series: string; edition: string },
  told: Partial<Pick<Edition, 'title' | 'text' | 'hashtags' | 'author' | 'credit' | 'state'>>,
  { by, at }: { by: string; at: number },
): Promise<void> {
  await store.db.transaction().execute(async db => {
    const edition = await findEdition(db, series, slug)
    if (!edition)
      throw new Refusal(
        'edition-unknown',
        { series, edition: slug },
        `There is no edition “${series}/${slug}”.`,
      )
    await takeEdition(db, edition.id)
    const isFirstShown = edition.publishedAt === null && told.state !== undefined && told.state !== 'draft'
    const after = { ...told, ...(isFirstShown && { publishedAt: at }) }
    const fields = Object.keys(after) as (keyof typeof after)[]
    const before = Object.fromEntries(fields.map(field => [field, edition[field]]))
    await updateEdition(db, edition.id, after)
    await recordRevision(db, edition.id, [{ entryId: null, act: 'describe', before, after }], { by, at })
  })
}
