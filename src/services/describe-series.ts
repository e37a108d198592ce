import type { Series } from '../domain/programme.ts'
import { Refusal } from '../domain/refusal.ts'
import { listEditions } from '../storage/editions.ts'
import { recordRevision, takeEdition } from '../storage/revisions.ts'
import { findSeries, updateSeries } from '../storage/series.ts'
import type { Store } from '../storage/store.ts'

/**
 * Says what a series is. Fields that are not told stay as they are. Its title and colour stand on the pages of all
 * its editions, so each of these comes to its next revision.
 *
 * @param by who does it, and `at` when (epoch milliseconds): what the revisions say
 * @throws Refusal when there is no such series
 */
export async function describeSeries(
  store: Store,
  slug: string,
  told: Partial<Pick<Series, 'title' | 'text' | 'observed' | 'founded' | 'accent'>>,
  { by, at }: { by: string; at: number },
): Promise<void> {
  await store.db.transaction().execute(async db => {
    const series = await findSeries(db, slug)
    if (!series) throw new Refusal('series-unknown', { series: slug }, `There is no series “${slug}”.`)
    const fields = Object.keys(told) as (keyof typeof told)[]
    const before = Object.fromEntries(fields.map(field => [field, series[field]]))
    for (const { id } of await listEditions(db, series.id)) {
      await takeEdition(db, id)
      await recordRevision(db, id, [{ entryId: null, act: 'describe-series', before, after: told }], {
        by,
        at,
      })
    }
    await updateSeries(db, series.id, told)
  })
}
