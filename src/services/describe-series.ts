import type { Series } from '../domain/programme.ts'
import { Refusal } from '../domain/refusal.ts'
import { findSeries, updateSeries } from '../storage/series.ts'
import type { Store } from '../storage/store.ts'

/**
 * Says what a series is. Fields that are not told stay as they are.
 *
 * @throws Refusal when there is no such series
 */
export async function describeSeries(
  store: Store,
  slug: string,
  told: Partial<Pick<Series, 'title' | 'text' | 'observed' | 'founded' | 'accent'>>,
): Promise<void> {
  await store.db.transaction().execute(async db => {
    const series = await findSeries(db, slug)
    if (!series) throw new Refusal('series-unknown', { series: slug }, `There is no series “${slug}”.`)
    await updateSeries(db, series.id, told)
  })
}
