import { type FiguresOfPage, figuresNamedIn } from '../domain/figure/in-text.ts'
import type { Figure } from '../domain/figure.ts'
import { type OwnKind, ownFigures } from '../domain/own-figures.ts'
import { isKnownToReaders } from '../domain/published.ts'
import { dayOf } from '../time/days.ts'
import { countYears } from './count-years.ts'
import { readFigures } from './figures.ts'
import { readSeries } from './series.ts'
import type { Store } from './store.ts'

/** When it is read (epoch milliseconds), and `of`: the last day that is told of, where it is not as of today (ISO date). */
export type FiguresAt = { at: number; of?: string | null }

/** The figures that texts name; null, and nothing is asked, where they name none. */
export async function readNamedFigures(
  store: Store,
  texts: (string | null | undefined)[],
  { at, of }: FiguresAt,
): Promise<FiguresOfPage | null> {
  const slugs = figuresNamedIn(texts)
  if (slugs.length === 0) return null
  const today = dayOf(at, 'UTC')
  const told = await readFigures(store.db, { slugs: slugs.filter(slug => !slug.includes('/')) })
  const counted: Figure[] = []
  for (const series of new Set(
    slugs.flatMap(slug => (slug.includes('/') ? slug.slice(0, slug.indexOf('/')) : [])),
  ))
    counted.push(...(await readCounts(store, series, { nameOf: kind => kind, by: '' }, today)))
  return {
    bySlug: new Map([...told, ...counted].map(figure => [figure.slug, figure])),
    day: of && of < today ? of : today,
    today,
  }
}

/** What is counted of the editions of a series that readers see. @param today ISO date */
export async function readCounts(
  store: Store,
  slug: string,
  words: { nameOf: (kind: OwnKind) => string; by: string },
  today: string,
): Promise<Figure[]> {
  const series = await readSeries(store, slug)
  if (!series || !isKnownToReaders(series)) return []
  return ownFigures(series, series.editions, await countYears(store.db, series.id), words, today)
}
