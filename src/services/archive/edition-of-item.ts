import type { ArchiveItem } from '../../domain/archive.ts'
import type { Finding } from '../../domain/finding.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findEditionById } from '../../storage/editions.ts'
import { findImported } from '../../storage/imported.ts'
import { seriesSlugOf } from '../../storage/series.ts'
import type { Store } from '../../storage/store.ts'
import { isDay } from '../../time/days.ts'

/** Where it went before, wherever that has moved since; else where the review put it. */
export async function placeOf(
  store: Store,
  key: { site: string; item: string },
  { destination, edition }: ArchiveItem,
): Promise<{ series: string; edition: string }> {
  const before = await findImported(store.db, key.site, key.item)
  const known = before?.kind === 'edition' ? await findEditionById(store.db, before.targetId) : null
  const series = known && (await seriesSlugOf(store.db, known.seriesId))
  const told = destination.to === 'edition' ? destination.series : ''
  if (known && series === told) return { series, edition: known.slug }
  if (!edition)
    throw new Refusal('edition-slug-wrong', { edition: '' }, 'It is not told which edition it becomes.')
  return { series: told, edition }
}

/**
 * The day it came out, if that was in the year the edition is called by; else the day of that year on which most of
 * what it lists begins. A post that tells neither is of the day it came out on.
 */
export function dayOfPost(published: string | null, edition: string, findings: Finding[]): string | null {
  const year = /^\d{4}/.exec(edition)?.[0]
  if (!year || published?.startsWith(year)) return published
  const days = findings.flatMap(({ start }) => (start?.startsWith(year) ? [start.slice(0, 10)] : []))
  const counts = [...Map.groupBy(days, day => day)].sort(
    (a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1),
  )
  return counts[0]?.[0] ?? published
}

/** A day that is the same each year, in the year an edition is called by. */
export function dayOfYear(observed: string | null, edition: string): string | null {
  const year = /^\d{4}/.exec(edition)?.[0]
  const day = year && observed ? `${year}${observed.slice(1)}` : ''
  return isDay(day) ? day : null
}
