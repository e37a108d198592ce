import type { Entry } from '../../domain/entry.ts'
import { gatherUpdates } from '../../domain/gather-updates.ts'
import type { Edition } from '../../domain/programme.ts'
import type { EntryNews } from '../../outlet/json-ld/event.ts'
import type { Db } from '../../storage/tables.ts'
import { readUpdatesOf } from '../../storage/updates.ts'

/** How an entry came to be what it is at this revision, as readers were told. */
export async function newsOf(
  db: Db,
  { revision }: Pick<Edition, 'revision'>,
  { id, kind }: Pick<Entry, 'id' | 'kind'>,
): Promise<Omit<EntryNews, 'picture'>> {
  if (kind !== 'event') return { movedFrom: null, recordedAt: null }
  const updates = (await readUpdatesOf(db, id, mostUpdates)).filter(({ number }) => number <= revision)
  const told = gatherUpdates(updates).flatMap(({ items }) => items)
  const moved = told.map(({ update }) => update).find(({ kind }) => kind === 'time')
  const recorded = told.findLast(({ update }) => update.kind === 'recording' && update.state === 'available')
  return {
    movedFrom: moved?.kind === 'time' ? moved.from : null,
    recordedAt: recorded?.at ?? null,
  }
}

const mostUpdates = 100
