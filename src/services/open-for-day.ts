import { listSeries } from '../storage/series.ts'
import type { Store } from '../storage/store.ts'
import type { CuratorAct } from './change-entry.ts'
import { editEdition } from './edit-edition.ts'

/** Archived editions whose days are not over on a day are live again. @param day ISO */
export async function openForDay(store: Store, day: string, act: CuratorAct): Promise<void> {
  for (const { editions } of await listSeries(store))
    for (const { id, state, endsOn } of editions)
      if (state === 'archived' && endsOn >= day) await editEdition(store, id, { state: 'live' }, act)
}
