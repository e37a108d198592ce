import type { Archive, ArchiveItem } from '../../domain/archive.ts'
import { Refusal } from '../../domain/refusal.ts'
import { settleArchiveItem } from '../../storage/archive-items.ts'
import { updateArchive } from '../../storage/archives.ts'
import type { Store } from '../../storage/store.ts'
import { mergeEvents } from './merge-events.ts'
import { type Act, type Given, prepareItem, type Soon, type Work } from './prepare-item.ts'

/**
 * Brings in some items in one transaction; where that fails, each in one of its own. What cannot be brought in is settled
 * as failed and keeps none of the others.
 */
export async function bringInItems(
  store: Store,
  archive: Archive,
  given: Given[],
  soon: Soon,
  at: number,
): Promise<void> {
  if (given.length === 0) return
  const work: Work = { store, archive, soon, at, editions: [] }
  // What was stored of events before whoever did it was gone has been counted.
  if (archive.progress?.events) soon.progress.events = { ...archive.progress.events }
  const acts: Prepared[] = []
  for (const each of given) {
    const act = await orFailed(work, each.row, () => prepareItem(work, each))
    if (act) acts.push({ row: each.row, act })
  }
  await mergeEvents(work)
  delete soon.progress.events
  const before = structuredClone(soon.report)
  try {
    await settle(work, acts)
  } catch (error) {
    if (isAborted(error)) throw error
    Object.assign(soon.report, before)
    for (const each of acts) await orFailed(work, each.row, () => settle(work, [each]))
  }
}

type Prepared = { row: ArchiveItem; act: Act }

/** What is counted is stored with what is done: after a kill both are as they were. */
async function settle({ store, archive, soon, at }: Work, acts: Prepared[]): Promise<void> {
  await store.db.transaction().execute(async db => {
    for (const { act } of acts) await act(db)
    await updateArchive(db, archive.id, keptOf(soon), at)
  })
}

async function orFailed<T>(work: Work, row: ArchiveItem, act: () => Promise<T>): Promise<T | null> {
  const { store, archive, soon, at } = work
  const before = structuredClone(soon.report)
  try {
    return await act()
  } catch (error) {
    if (isAborted(error)) throw error
    Object.assign(soon.report, before, { failed: before.failed + 1 })
    const says = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    const told = error instanceof Refusal ? { key: error.key, values: error.values, message: says } : says
    await store.db.transaction().execute(async db => {
      await settleArchiveItem(db, archive.id, row.number, { state: 'failed', error: told })
      await updateArchive(db, archive.id, keptOf(soon), at)
    })
    return null
  }
}

function keptOf({ report, progress }: Soon) {
  return { report, progress }
}

function isAborted(error: unknown): boolean {
  return (error as Error).name === 'AbortError'
}
