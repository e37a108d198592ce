import { faultsOfEdition } from '../domain/edition-faults.ts'
import type { EditionFields } from '../domain/edition-fields.ts'
import type { Series } from '../domain/programme.ts'
import { Refusal } from '../domain/refusal.ts'
import { faultsOfSeries, type SeriesFields } from '../domain/series-fields.ts'
import { type Actor, recordAudit } from '../storage/audit.ts'
import type { EditionRow } from '../storage/editions.ts'
import { findSeriesById } from '../storage/series.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { canonicalZone } from '../time/zones.ts'
import { checkEditionSlug } from './change-edition.ts'
import { checkSeriesSlug } from './edit-series.ts'
import { makeEdition, makeSeries } from './make-edition.ts'

/** The series that an edition is opened in: one that is there, or a new one. */
export type InSeries = { id: string } | { new: Pick<SeriesFields, 'slug' | 'title' | 'observed'> }

/** What is told of an edition that is to be opened; whatever else is empty. */
export type EditionToOpen = Pick<EditionFields, 'title' | 'slug' | 'startsOn' | 'endsOn' | 'homeZone'> &
  Partial<
    Pick<
      EditionFields,
      | 'text'
      | 'author'
      | 'coAuthors'
      | 'credit'
      | 'assumedMinutes'
      | 'hashtags'
      | 'tags'
      | 'categories'
      | 'language'
      | 'translations'
      | 'takesSuggestions'
    >
  >

/**
 * Opens an edition, a draft with nothing in it, and its series where that is new too.
 *
 * @throws Refusal when either cannot be so, or an address is taken
 */
export function openEdition(
  store: Store,
  where: InSeries,
  told: EditionToOpen,
  act: { who: Actor; at: number },
): Promise<{ id: string; series: string; edition: string }> {
  return store.db.transaction().execute(async db => {
    const series = 'id' in where ? await takeSeries(db, where.id) : await openSeries(db, where.new, act)
    const { id, slug } = await openInto(db, series, told, { by: act.who.name, at: act.at })
    return { id, series: series.slug, edition: slug }
  })
}

/** The same inside a transaction, in a series that is there. */
export async function openInto(
  db: Db,
  { id: seriesId, slug: series, language = null }: { id: string; slug: string; language?: string | null },
  told: EditionToOpen,
  act: { by: string; at: number },
): Promise<EditionRow> {
  const { tags = [], categories = [], ...plain } = told
  const homeZone = canonicalZone(told.homeZone) ?? told.homeZone
  const [fault] = faultsOfEdition({ ...nothingTold, ...told, homeZone })
  if (fault) throw fault.refusal
  await checkEditionSlug(db, series, told.slug)
  const made = await makeEdition(db, { language, ...plain, seriesId, homeZone }, act, { tags, categories })
  if (made) return made
  throw new Refusal(
    'edition-slug-taken',
    { edition: told.slug },
    `The address “${told.slug}” belongs to another edition of this series.`,
  )
}

/** What an edition says that only its days and names are told of. */
const nothingTold = {
  text: null,
  state: 'draft',
  assumedMinutes: 60,
  hashtags: [],
  tags: [],
  categories: [],
  author: null,
  coAuthors: [],
  credit: null,
  language: null,
  translations: null,
  publishAt: null,
  publishedAt: null,
  takesSuggestions: false,
} satisfies Partial<EditionFields>

async function takeSeries(db: Db, id: string): Promise<Pick<Series, 'id' | 'slug' | 'language'>> {
  const series = await findSeriesById(db, id)
  if (!series) throw new Refusal('series-gone', {}, 'There is no such series any more.')
  return series
}

/** Opens a series in which there is nothing yet, inside a transaction. */
export async function openSeries(
  db: Db,
  told: Pick<SeriesFields, 'slug' | 'title' | 'observed'>,
  { who, at }: { who: Actor; at: number },
): Promise<{ id: string; slug: string }> {
  const [fault] = faultsOfSeries({
    text: null,
    founded: null,
    accent: null,
    language: null,
    translations: null,
    ...told,
  })
  if (fault) throw fault.refusal
  await checkSeriesSlug(db, told.slug)
  const made = await makeSeries(db, told, at)
  if (!made)
    throw new Refusal('series-slug-taken', { series: told.slug }, `“${told.slug}” belongs to another series.`)
  await recordAudit(db, { at, who, act: 'series-opened', subject: made.title })
  return made
}
