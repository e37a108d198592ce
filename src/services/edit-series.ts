import { fieldsChanged, only } from '../domain/entry-fields.ts'
import { mergeFields } from '../domain/merge-fields.ts'
import { Refusal } from '../domain/refusal.ts'
import { faultsOfSeries, fieldsOfSeries, type SeriesFields } from '../domain/series-fields.ts'
import { listEditions } from '../storage/editions.ts'
import { findOldAddress, moveAddress } from '../storage/redirects.ts'
import { recordRevision, takeEdition } from '../storage/revisions.ts'
import { findSeries, findSeriesById, updateSeries } from '../storage/series.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'

export type EditedSeries =
  | { slug: string; changed: boolean }
  /** Somebody else changed these fields otherwise since the form was opened; nothing was stored. */
  | { conflict: { fields: (keyof SeriesFields)[]; theirs: SeriesFields; merged: SeriesFields } }

/**
 * Says what a series is. Fields that are not told stay as they are. Its title and colour stand on the pages of all
 * its editions, so each of these comes to its next revision. What others have written since the form was opened
 * (`opened`: what the series said then) is merged by field; without it what is told stands.
 *
 * @param by who does it, and `at` when (epoch milliseconds): what the revisions say
 * @throws Refusal when there is no such series, or it cannot be so
 */
export function editSeries(
  store: Store,
  id: string,
  told: Partial<SeriesFields>,
  { opened, by, at }: { opened?: SeriesFields; by: string; at: number },
): Promise<EditedSeries> {
  return store.db.transaction().execute(async db => {
    const editions = await takeSeries(db, id)
    const series = await findSeriesById(db, id)
    if (!series) throw new Refusal('series-gone', {}, 'There is no such series any more.')
    const current = fieldsOfSeries(series)
    let next: SeriesFields = { ...current, ...told }
    if (opened) {
      const { value, conflicts } = mergeFields(opened, current, { ...opened, ...told }, {})
      if (conflicts.length > 0) return { conflict: { fields: conflicts, theirs: current, merged: value } }
      next = value
    }
    const changed = fieldsChanged(current, next)
    if (changed.length === 0) return { slug: current.slug, changed: false }
    const [fault] = faultsOfSeries(next).filter(({ field }) => changed.includes(field))
    if (fault) throw fault.refusal
    if (next.slug !== current.slug) await moveSeries(db, current.slug, next.slug)
    await updateSeries(db, id, next)
    const change = { before: only(current, changed), after: only(next, changed) }
    for (const editionId of editions)
      await recordRevision(db, editionId, [{ entryId: null, act: 'describe-series', ...change }], { by, at })
    return { slug: next.slug, changed: true }
  })
}

/** All of its editions, always in one order, so that two who change it never wait for each other. */
async function takeSeries(db: Db, id: string): Promise<string[]> {
  const ids = (await listEditions(db, id)).map(edition => edition.id).sort()
  for (const editionId of ids) await takeEdition(db, editionId)
  return ids
}

async function moveSeries(db: Db, from: string, to: string): Promise<void> {
  await checkSeriesSlug(db, to, from)
  await moveAddress(db, `/${from}`, `/${to}`)
}

/**
 * @param own the slug that the series has: an address it had before may be taken back
 * @throws Refusal when another series has it or had it
 */
export async function checkSeriesSlug(db: Db, slug: string, own?: string): Promise<void> {
  const leadsTo = await findOldAddress(db, `/${slug}`)
  const isOwn = own !== undefined && leadsTo === `/${own}`
  if ((await findSeries(db, slug)) === null && (leadsTo === null || isOwn)) return
  throw new Refusal(
    'series-slug-taken',
    { series: slug },
    `The address “${slug}” belongs or belonged to another series.`,
  )
}
