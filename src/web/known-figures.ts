import type { Figure } from '../domain/figure.ts'
import { figureIn } from '../domain/in-language.ts'
import { isOwnKind, type OwnKind } from '../domain/own-figures.ts'
import { isKnownToReaders } from '../domain/published.ts'
import { readFigures } from '../storage/figures.ts'
import { readCounts } from '../storage/named-figures.ts'
import { listSeries } from '../storage/series.ts'
import type { Store } from '../storage/store.ts'
import { dayOf } from '../time/days.ts'
import { type Language, languages, wordsOf } from './words.ts'

/** Who asks: in which language, where, and when. */
export type Asking = { language: Language; locale?: string; site: string; at: number }

/**
 * Figures by their slugs, in the words of a reader: those that were told, and counts of our own (`{series}/{what}`).
 * Those of a series that readers do not know of are not among them.
 */
export async function figuresBySlug(store: Store, slugs: string[], asking: Asking): Promise<Figure[]> {
  const told = slugs.filter(slug => !slug.includes('/'))
  const own = slugs.filter(slug => slug.includes('/'))
  const figures = told.length ? await readFigures(store.db, { slugs: told }) : []
  const counted: Figure[] = []
  for (const series of new Set(own.map(slug => slug.slice(0, slug.indexOf('/')))))
    counted.push(...(await countsOf(store, series, asking)).filter(({ slug }) => own.includes(slug)))
  return [...(await shown(store, figures, asking.language)), ...counted]
}

/** Those that were told of a series, and those of the whole site; all where no series is named. */
export async function figuresOfSeries(
  store: Store,
  seriesId: string | null,
  language: Language,
): Promise<Figure[]> {
  return shown(store, await readFigures(store.db, seriesId === null ? 'all' : { seriesId }), language)
}

/** What is counted of the editions of a series that readers see. */
export async function countsOf(store: Store, slug: string, asking: Asking): Promise<Figure[]> {
  const say = wordsOf(asking.language, asking.locale ?? languages[asking.language].locale)
  const nameOf = (kind: OwnKind) => {
    if (kind === 'entries') return say('organisations.entries')
    if (kind === 'hours' || kind === 'languages' || kind === 'organisers' || kind === 'recorded')
      return say('years.measure', { what: kind })
    return say('years.kind', { kind })
  }
  return readCounts(store, slug, { nameOf, by: asking.site }, dayOf(asking.at, 'UTC'))
}

/** Whether it could be the address of a count of our own. */
export function isOwnSlug(slug: string): boolean {
  return isOwnKind(slug.split('/')[1])
}

async function shown(store: Store, figures: Figure[], language: Language): Promise<Figure[]> {
  if (figures.every(({ seriesId }) => seriesId === null)) return figures.map(each => figureIn(each, language))
  const known = new Set((await listSeries(store)).filter(isKnownToReaders).map(({ id }) => id))
  return figures
    .filter(({ seriesId }) => seriesId === null || known.has(seriesId))
    .map(each => figureIn(each, language))
}
