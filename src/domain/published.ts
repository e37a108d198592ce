import type { SeriesWithEditions } from './programme.ts'

/** Whether readers may know of a series: not of one that is only being prepared, all of whose editions are drafts. */
export function isKnownToReaders({ editions }: Pick<SeriesWithEditions, 'editions'>): boolean {
  return editions.length === 0 || editions.some(({ state }) => state !== 'draft')
}
