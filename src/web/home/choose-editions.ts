import { windowOf } from '../../domain/fifty-hours.ts'
import type { SeriesWithEditions } from '../../domain/programme.ts'

const most = 3

/**
 * The editions a front page shows in full: those whose day is now; where there is none, the one with most to see
 * of those that are past (so that a stranger sees at once what a day looks like), by their slugs.
 */
export function chooseEditions(
  all: SeriesWithEditions[],
  now: number,
): { series: string; edition: string }[] {
  const open = all.flatMap(({ slug, editions }) =>
    editions
      .filter(({ state }) => state !== 'draft')
      .map(edition => ({
        series: slug,
        edition: edition.slug,
        entries: edition.entries,
        ...windowOf(edition.startsOn, edition.endsOn),
      })),
  )
  const current = open.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt)
  const shown = current.length
    ? current.sort((a, b) => b.entries - a.entries).slice(0, most)
    : open.sort((a, b) => b.entries - a.entries).slice(0, 1)
  return shown.map(({ series, edition }) => ({ series, edition }))
}
