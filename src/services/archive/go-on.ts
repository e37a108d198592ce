import type { JobKind } from '../../domain/job.ts'
import { queueJob } from '../../storage/jobs.ts'
import type { Store } from '../../storage/store.ts'
import { bringInArchive } from './bring-in-archive.ts'
import { readArchive } from './read-archive.ts'
import { keptSource, type Patience } from './source.ts'

/** How long one job works at an export; the next goes on from there, and nobody waits long for one that was killed. */
const spell = 120_000

/** Reads what was handed in, for a while. */
export async function readArchiveAtDesk(store: Store, id: string, { now, signal }: Patience): Promise<void> {
  const patience = { now, until: now() + spell, ...(signal && { signal }) }
  const isWhole = await readArchive(store, id, await keptSource(store, id), patience)
  if (!isWhole) await goOn(store, 'read-archive', id, now())
}

/** Brings in what was decided, for a while. */
export async function bringInAtDesk(store: Store, id: string, { now, signal }: Patience): Promise<void> {
  const patience = { now, until: now() + spell, ...(signal && { signal }) }
  const isWhole = await bringInArchive(store, id, await keptSource(store, id), patience)
  if (!isWhole) await goOn(store, 'bring-in-archive', id, now())
}

async function goOn(
  store: Store,
  kind: Extract<JobKind, `${string}-archive`>,
  id: string,
  at: number,
): Promise<void> {
  await queueJob(store.db, { kind, data: { archive: id }, key: id, dueAt: at })
}
