import type { EditionListing, Series } from '../../domain/programme.ts'
import { cleanThing, jsonLdOf } from './thing.ts'
import { type Trail, trailOf } from './trail.ts'

/** A series with its editions for machines (schema.org). */
export function seriesJsonLd(
  series: Pick<Series, 'title'>,
  editions: Pick<EditionListing, 'slug' | 'title' | 'startsOn' | 'endsOn'>[],
  told: { address: string; edition: (slug: string) => string; description: string; trail: Trail },
): string {
  const days = editions.map(({ startsOn }) => startsOn).sort()
  return jsonLdOf(
    {
      '@type': 'EventSeries',
      '@id': told.address,
      url: told.address,
      name: series.title,
      description: told.description,
      startDate: days[0],
      subEvent: editions.map(({ slug, title, startsOn, endsOn }) =>
        cleanThing({
          '@type': 'Event',
          '@id': told.edition(slug),
          url: told.edition(slug),
          name: title,
          startDate: startsOn,
          endDate: endsOn,
        }),
      ),
    },
    trailOf(told.trail),
  )
}
