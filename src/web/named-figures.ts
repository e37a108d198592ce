import { type FiguresOfPage, figuresNamedIn } from '../domain/figure/in-text.ts'
import { textsOf } from '../domain/figure/say-in-programme.ts'
import type { Programme } from '../domain/programme.ts'
import type { Store } from '../storage/store.ts'
import { dayOf, nextMidnight } from '../time/days.ts'
import { linkedStyles } from './show.ts'
import type { Language } from './words.ts'

/** Figures that the texts of a page name, and what the page depends on by them; nothing is asked where they name none. */
export type NamedFigures = {
  figures: FiguresOfPage | null
  /** When one of them may be told otherwise, at the latest. */
  until: (until: number) => number
  /** Part of the version of the page: it changes with each figure, and when one begins or ceases to be. */
  version: () => Promise<string>
  /** What the page may load of styles beside its own: that of figures. */
  styles: string[]
  /** What that was when they were read. */
  state: string
}

/**
 * @param asking of: the last day that the page tells of, where it is not as of today (ISO date); at: the moment it is seen
 */
export async function namedFigures(
  store: Store,
  texts: (string | null | undefined)[],
  asking: { of?: string | null; at: number; language: Language; locale: string; site: string },
): Promise<NamedFigures> {
  const slugs = figuresNamedIn(texts)
  if (slugs.length === 0) return noFigures
  const { figuresBySlug } = await import('./known-figures.ts')
  const { readFiguresState } = await import('../storage/figures.ts')
  const version = async () => {
    const state = await readFiguresState(store.db)
    const told = state.flatMap(({ slug, revision }) => (slugs.includes(slug) ? `${slug}:${revision}` : []))
    const own = slugs.filter(slug => slug.includes('/'))
    const counted = own.length ? await figuresBySlug(store, own, asking) : []
    return [...told, ...counted.flatMap(({ points }) => points.map(({ value }) => value))].join(' ')
  }
  const state = await version()
  const figures = await figuresBySlug(store, slugs, asking)
  const today = dayOf(asking.at, 'UTC')
  return {
    figures: {
      bySlug: new Map(figures.map(figure => [figure.slug, figure])),
      day: asking.of && asking.of < today ? asking.of : today,
      today,
    },
    until: until => Math.min(until, nextMidnight(asking.at, 'UTC')),
    version,
    styles: linkedStyles,
    state,
  }
}

/** Those that the texts of a programme name, as of its last day where that is over. */
export function figuresOfProgramme(
  store: Store,
  programme: Programme,
  asking: { at: number; language: Language; locale: string; site: string },
): Promise<NamedFigures> {
  return namedFigures(store, textsOf(programme), { of: programme.edition.endsOn, ...asking })
}

const noFigures: NamedFigures = {
  figures: null,
  until: until => until,
  version: async () => '',
  styles: [],
  state: '',
}
