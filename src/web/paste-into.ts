import type { SeriesWithEditions } from '../domain/programme.ts'
import type { PasteInto } from './ui/paste-field.tsx'

/** What may be pasted into, the edition nearest to today first. */
export function pasteInto(all: SeriesWithEditions[], now: number): PasteInto[] {
  const distance = (startsOn: string) => Math.abs(Date.parse(startsOn) - now)
  return all
    .flatMap(({ slug, editions }) => editions.map(edition => ({ series: slug, edition })))
    .filter(({ edition }) => edition.state !== 'archived')
    .sort((a, b) => distance(a.edition.startsOn) - distance(b.edition.startsOn))
    .map(({ series, edition }) => ({ series, edition: edition.slug, title: edition.title }))
}
