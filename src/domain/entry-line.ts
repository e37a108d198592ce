import type { Entry } from './entry.ts'
import type { Edition } from './programme.ts'

/** An entry or session in a list across editions: what leads there, and no more. */
export type EntryLine = Pick<
  Entry,
  | 'id'
  | 'slug'
  | 'kind'
  | 'title'
  | 'language'
  | 'translations'
  | 'saidIn'
  | 'time'
  | 'startsAt'
  | 'endsAt'
  | 'status'
  | 'recording'
  | 'published'
> & {
  editionId: string
  /** The event it is a session of. */
  of: { slug: string; title: string } | null
  /** As what the one takes part in it whose list this is. */
  as: { role: string | null; affiliation: string | null }[]
}

/** The edition that lines are of. `series`: its slug. */
export type LineEdition = Pick<
  Edition,
  'id' | 'slug' | 'title' | 'language' | 'translations' | 'saidIn' | 'startsOn' | 'endsOn'
> & { series: string }

/** Lines that follow each other and are of one edition. */
export function byEdition<Line extends { editionId: string }>(
  lines: Line[],
): { editionId: string; lines: Line[] }[] {
  return [...Map.groupBy(lines, ({ editionId }) => editionId)].map(([editionId, own]) => ({
    editionId,
    lines: own,
  }))
}

/**
 * The how manieth year each edition is in which somebody takes part in its series: 1 for the first. Two editions in one
 * year are one year.
 */
export function yearsTakenPart(editions: LineEdition[]): Map<string, number> {
  const years = new Map<string, Set<string>>()
  const numbers = new Map<string, number>()
  for (const { id, series, startsOn } of editions.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    const own = years.get(series) ?? new Set()
    years.set(series, own.add(startsOn.slice(0, 4)))
    numbers.set(id, own.size)
  }
  return numbers
}
