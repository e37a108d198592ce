import { queueJob } from '../../storage/jobs.ts'
import { queueSavesSince } from '../../storage/link-saves.ts'
import { readSetting, writeSetting } from '../../storage/settings.ts'
import type { Store } from '../../storage/store.ts'

/**
 * Has the pages saved of what was published since this was last asked; of what was there when the host first wanted it,
 * none: an archive is no place for ten years at once.
 */
export async function queueSaves(store: Store, at: number): Promise<void> {
  await store.db.transaction().execute(async db => {
    const since = await readSetting(db, setting)
    await writeSetting(db, setting, String(at))
    if (since === null) return
    const count = await queueSavesSince(db, Number(since), at)
    if (count > 0) await queueJob(db, { kind: 'save-pages', key: 'pages', data: null, dueAt: at })
  })
}

const setting = 'links.saved'
