import type { Figure } from '../../domain/figure.ts'
import { readFigures, readFiguresState } from '../../storage/figures.ts'
import type { Store } from '../../storage/store.ts'
import { countsOf, figuresBySlug, isOwnSlug } from '../known-figures.ts'
import { siteOf } from '../site-name.ts'
import type { Showing } from '../ui/showing.ts'

/** A figure with those it is compared with: its own, and those that the address asks for. */
export type FigureRead = {
  figure: Figure
  compared: Figure[]
  /** Whether the address asks for more than its own. */
  isAsked: boolean
}

const mostCompared = 12

/** @param asked slugs behind `?with=` */
export async function readFigure(
  store: Store,
  slug: string,
  asked: string | undefined,
  showing: Showing,
  baseUrl: string,
): Promise<FigureRead | null> {
  if (slug.includes('/') && !isOwnSlug(slug)) return null
  const asking = { ...showing, site: siteOf(baseUrl), at: showing.now }
  const [figure] = await figuresBySlug(store, [slug], asking)
  if (!figure) return null
  const own = figure.comparisons.length ? await readFigures(store.db, { ids: figure.comparisons }) : []
  const order = new Map(figure.comparisons.map((id, index) => [id, index]))
  const slugs = [
    ...own.toSorted((a, b) => order.get(a.id)! - order.get(b.id)!).map(each => each.slug),
    ...(asked?.split(',') ?? []),
  ]
  const wanted = [...new Set(slugs)]
    .filter(each => each !== slug && /^[a-z0-9/-]{1,120}$/.test(each))
    .slice(0, mostCompared)
  const found = new Map((await figuresBySlug(store, wanted, asking)).map(each => [each.slug, each]))
  return { figure, compared: wanted.flatMap(each => found.get(each) ?? []), isAsked: asked !== undefined }
}

/** What a page of figures depends on; `own`: with what is counted of a series. */
export async function figuresVersion(store: Store, own: string | null, showing: Showing): Promise<string> {
  const told = (await readFiguresState(store.db)).map(({ slug, revision }) => `${slug}:${revision}`)
  const asking = { ...showing, site: '', at: showing.now }
  const counts = own === null ? [] : await countsOf(store, own, asking)
  return [...told, ...counts.flatMap(({ points }) => points.map(({ value }) => value))].join(' ')
}
