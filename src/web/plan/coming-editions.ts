import { windowOf } from '../../domain/fifty-hours.ts'
import type { EditionListing, Series } from '../../domain/programme.ts'
import { listSeries } from '../../storage/series.ts'
import type { Store } from '../../storage/store.ts'

export type ComingEdition = { series: Series; edition: EditionListing }

/** Those that are on or to come, the next first; where there are none, the latest. */
export async function comingEditions(store: Store, now: number): Promise<ComingEdition[]> {
  const all = (await listSeries(store)).flatMap(series =>
    series.editions
      .filter(({ state, entries }) => state !== 'draft' && entries > 0)
      .map(edition => ({ series, edition })),
  )
  const endOf = ({ edition }: ComingEdition) => windowOf(edition.startsOn, edition.endsOn).endsAt
  const coming = all.filter(each => endOf(each) > now).sort((a, b) => endOf(a) - endOf(b))
  if (coming.length) return coming.slice(0, most)
  return all.sort((a, b) => endOf(b) - endOf(a)).slice(0, 1)
}

const most = 3
