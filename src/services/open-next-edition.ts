import { markDates } from '../domain/mark-dates.ts'
import type { Days } from '../domain/next-days.ts'
import { mapTranslations } from '../domain/translation.ts'
import { insertAwaited, readTakingPart } from '../storage/awaited.ts'
import { seriesSlugOf } from '../storage/series.ts'
import type { Store } from '../storage/store.ts'
import { readEditionFields } from './change-edition.ts'
import { inEdition } from './in-edition.ts'
import { openInto } from './open-edition.ts'

/** What the next edition takes over from this one. */
export const keepable = ['text', 'author', 'credit', 'words'] as const
export type Keepable = (typeof keepable)[number]

export type NextEdition = Days & {
  title: string
  slug: string
  keeps: readonly Keepable[]
  /** Ids of organisations that took part and are expected again; others are passed over. */
  awaits: string[]
}

/**
 * Opens the next edition from this one, which stays as it is: a draft of other days, whose text is last year's with
 * its dates marked for checking, and which expects organisations to announce something.
 *
 * @throws Refusal when this one is gone, or the next one cannot be so
 */
export function openNextEdition(
  store: Store,
  editionId: string,
  { keeps, awaits, ...told }: NextEdition,
  act: { by: string; at: number },
): Promise<{ id: string; slug: string }> {
  return inEdition(store, editionId, async (db, edition) => {
    const { text, author, coAuthors, credit, tags, categories, hashtags, translations, ...before } =
      await readEditionFields(db, edition)
    const series = { id: edition.seriesId, slug: await seriesSlugOf(db, edition.seriesId) }
    const year = before.startsOn.slice(0, 4)
    const { id, slug } = await openInto(
      db,
      series,
      {
        ...told,
        homeZone: before.homeZone,
        assumedMinutes: before.assumedMinutes,
        takesSuggestions: before.takesSuggestions,
        language: before.language,
        ...(keeps.includes('text') && {
          text: text && markDates(text, year),
          // Its title is told anew, and nobody has said that in other languages yet.
          translations: mapTranslations(translations, (field, words) =>
            field === 'text' ? markDates(words, year) : null,
          ),
        }),
        ...(keeps.includes('author') && { author, coAuthors }),
        ...(keeps.includes('credit') && { credit }),
        ...(keeps.includes('words') && { tags, categories, hashtags }),
      },
      act,
    )
    const known = new Set((await readTakingPart(db, editionId)).map(organisation => organisation.id))
    await insertAwaited(
      db,
      id,
      awaits.filter(each => known.has(each)),
    )
    return { id, slug }
  })
}
