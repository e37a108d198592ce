import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/storage/store.ts'
import { type Told, tellUnderKills } from '../../test/killed-notices.ts'
import { storeIn } from './acts.ts'

/** Notices to many readers, told by four processes of which one is killed every three seconds. */
export async function killNotices(count: number, dice: () => number): Promise<Told> {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-kills-'))
  const where = { sqlite: storeIn(folder) }
  const store = await openStore(where)
  try {
    return await tellUnderKills(store, where, { count, workers: 4, everyMs: 3000, dice })
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
