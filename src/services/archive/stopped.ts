import type { Archive } from '../../domain/archive.ts'
import type { JobKind } from '../../domain/job.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { ToldSetback } from '../../domain/setback.ts'
import { hasArchivePieces, takeArchive, updateArchive } from '../../storage/archives.ts'
import { findOpenJobs, forgetFailedJobs, queueJob } from '../../storage/jobs.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'

/** What kept an export from being read or brought in to its end, and whether what was handed in is still there. */
export type Stopped = { setback: ToldSetback | null; mayGoOn: boolean }

/** The command line works without a job: as long as it does, it tells how far it is. */
const silenceMs = 10 * 60_000

/** Null where it stands as it is to stand, or somebody works at it. */
export async function whyStopped(db: Db, archive: Archive, now: number): Promise<Stopped | null> {
  const kind = jobOf(archive)
  if (!kind) return null
  const job = (await findOpenJobs(db, kind, [archive.id])).get(archive.id)
  if (job && job.state !== 'failed') return null
  if (!job && now - archive.updatedAt < silenceMs) return null
  return { setback: job?.setback ?? null, mayGoOn: await hasArchivePieces(db, archive.id) }
}

/** Has it go on from where it stopped. @throws Refusal when it goes on, or there is nothing to go on with */
export function goOnAgain(store: Store, id: string, at: number): Promise<void> {
  return store.db.transaction().execute(async db => {
    const archive = await takeArchive(db, id)
    if (!archive) throw new Refusal('export-gone', {}, 'There is no such export any more.')
    const kind = jobOf(archive)
    const stopped = await whyStopped(db, archive, at)
    if (!kind || !stopped?.mayGoOn)
      throw new Refusal(
        'export-busy',
        {},
        'This export is being read or brought in. Wait until that is done.',
      )
    await forgetFailedJobs(db, kind, id)
    await updateArchive(db, id, {}, at)
    await queueJob(db, { kind, data: { archive: id }, key: id, dueAt: at })
  })
}

function jobOf({ state }: Archive): Extract<JobKind, `${string}-archive`> | null {
  return state === 'reading' ? 'read-archive' : state === 'bringing' ? 'bring-in-archive' : null
}
