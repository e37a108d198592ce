import type { ArchiveSettings } from '../../domain/archive.ts'
import { Refusal } from '../../domain/refusal.ts'
import { slugOf } from '../../domain/slug.ts'
import { openSeries } from '../../services/open-edition.ts'
import type { Actor } from '../../storage/audit.ts'
import { findSeries } from '../../storage/series.ts'
import type { Store } from '../../storage/store.ts'
import { canonicalZone } from '../../time/zones.ts'
import { newSeries } from './setting-fields.tsx'

/**
 * What holds for a whole export, as its form tells it; a series that is new is made.
 *
 * @throws Refusal when the zone is none, or the series cannot be so
 */
export async function settingsIn(
  store: Store,
  fields: Record<string, string>,
  act: { who: Actor; at: number },
): Promise<Omit<ArchiveSettings, 'rules'>> {
  const typed = fields.zone?.trim() ?? ''
  const zone = typed === '' ? null : canonicalZone(typed.replaceAll(' ', '_'))
  if (typed !== '' && zone === null)
    throw new Refusal('zone-unknown', { zone: typed }, `“${typed}” is no time zone. Give its IANA name.`)
  return { series: await seriesIn(store, fields, act), zone, publish: fields.publish === 'yes' }
}

async function seriesIn(
  store: Store,
  { series, newSeries: typed = '' }: Record<string, string>,
  act: { who: Actor; at: number },
): Promise<string | null> {
  const title = typed.replace(/\s+/g, ' ').trim()
  if (series === newSeries || (!series && title !== '')) {
    const slug = slugOf(title)
    const known = title === '' ? null : await findSeries(store.db, slug)
    if (known) return known.slug
    const made = await store.db
      .transaction()
      .execute(db => openSeries(db, { slug: title === '' ? '' : slug, title, observed: null }, act))
    return made.slug
  }
  return series && (await findSeries(store.db, series)) ? series : null
}
