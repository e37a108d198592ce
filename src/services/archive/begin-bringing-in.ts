import { Refusal } from '../../domain/refusal.ts'
import { reopenArchiveItems } from '../../storage/archive-items.ts'
import { takeArchive, updateArchive } from '../../storage/archives.ts'
import { queueJob } from '../../storage/jobs.ts'
import type { Store } from '../../storage/store.ts'
import { emptyReport } from './archive-report.ts'

/** Everything that was decided is to be brought in, by a job. @throws Refusal when it is not the time for that */
export function beginBringingIn(store: Store, id: string, at: number, { queue = true } = {}): Promise<void> {
  return store.db.transaction().execute(async db => {
    const archive = await takeArchive(db, id)
    if (!archive) throw new Refusal('export-gone', {}, 'There is no such export any more.')
    if (archive.state !== 'review')
      throw new Refusal(
        'export-busy',
        {},
        'This export is being read or brought in. Wait until that is done.',
      )
    await reopenArchiveItems(db, id)
    await updateArchive(db, id, { state: 'bringing', report: emptyReport(), progress: null }, at)
    if (queue) await queueJob(db, { kind: 'bring-in-archive', data: { archive: id }, key: id, dueAt: at })
  })
}
