import { beginBringingIn } from '../src/services/archive/begin-bringing-in.ts'
import { bringInAtDesk, readArchiveAtDesk } from '../src/services/archive/go-on.ts'
import { runImport } from '../src/services/run-import.ts'
import { findArchive } from '../src/storage/archives.ts'
import type { Store } from '../src/storage/store.ts'

/** What was handed in at the desk. */
export type Kept = { what: 'import' | 'export'; id: string }

/** Does what the desk's jobs do with it, to its end; an export is brought in as it was read. */
export async function workAtKept(store: Store, { what, id }: Kept): Promise<void> {
  const now = Date.now
  if (what === 'import') return runImport(store, id, { now })
  for (;;) {
    const { state } = (await findArchive(store.db, id))!
    if (state === 'reading') await readArchiveAtDesk(store, id, { now })
    else if (state === 'review') await beginBringingIn(store, id, now(), { queue: false })
    else if (state === 'bringing') await bringInAtDesk(store, id, { now })
    else return
  }
}
