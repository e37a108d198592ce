import type { Figure } from './figure.ts'
import type { EditionListing } from './programme.ts'
import { type EditionCount, type EditionFigures, figuresOf, yearKinds } from './years.ts'

/** What is counted of the editions of a series, as figures: their slugs are `{series}/{what}`. */
const ownKinds = ['entries', ...yearKinds, 'hours', 'languages', 'organisers', 'recorded'] as const
export type OwnKind = (typeof ownKinds)[number]

export function isOwnKind(told: string | undefined): told is OwnKind {
  return ownKinds.some(kind => kind === told)
}

/**
 * A figure of each thing that is counted in any edition, told by the year of each. What is still to come is not told of
 * yet, and what nobody told is not none.
 *
 * @param words how each is called, and the site that counted; `today`: ISO date
 */
export function ownFigures(
  series: { id: string; slug: string },
  editions: EditionListing[],
  counts: EditionCount[],
  words: { nameOf: (kind: OwnKind) => string; by: string },
  today: string,
): Figure[] {
  const over = editions.filter(({ state, endsOn }) => state !== 'draft' && endsOn < today)
  const figures = new Map(figuresOf(over, counts, today).map(each => [each.editionId, each]))
  return ownKinds.flatMap(kind => {
    const points = over
      .map(edition => ({ edition, value: numberOf(kind, figures.get(edition.id)!) }))
      .filter((each): each is { edition: EditionListing; value: number } => each.value !== null)
      .sort((a, b) => (a.edition.endsOn < b.edition.endsOn ? -1 : 1))
    if (!points.some(({ value }) => value > 0)) return []
    const slug = `${series.slug}/${kind}`
    return [
      {
        ...bareFigure,
        id: slug,
        slug,
        seriesId: series.id,
        name: words.nameOf(kind),
        unit: kind === 'recorded' ? '%' : null,
        lines: [{ key: 'own', name: words.by, text: null, counts: 'totals', until: today, beside: false }],
        sources: [{ id: 'own', name: words.by, address: null, rank: 'primary' }],
        points: points.map(({ edition, value }) => ({
          id: `${slug}/${edition.slug}`,
          line: 'own',
          date: edition.endsOn,
          value,
          who: null,
          act: null,
          note: edition.title,
          source: 'own',
        })),
      } satisfies Figure,
    ]
  })
}

function numberOf(kind: OwnKind, figures: EditionFigures): number | null {
  switch (kind) {
    case 'entries':
      return figures.entries
    case 'hours':
      return Math.ceil(figures.hours) || null
    case 'languages':
      return figures.languages.size || null
    case 'organisers':
      return figures.organisers || null
    case 'recorded':
      return figures.share === null ? null : Math.round(figures.share * 100)
    default:
      return figures.kinds[kind]
  }
}

const bareFigure = {
  text: null,
  language: null,
  translations: null,
  direction: 'any',
  goal: null,
  baseline: null,
  comparisons: [],
  revision: 0,
  createdAt: 0,
  updatedAt: 0,
} satisfies Partial<Figure>
