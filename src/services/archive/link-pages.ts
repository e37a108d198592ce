import { touchBlog } from '../../storage/blog.ts'
import { findImported } from '../../storage/imported.ts'
import type { Store } from '../../storage/store.ts'
import { findWritingById, updateWriting } from '../../storage/writings.ts'

/** Pages stand below those they stood below; each may come before or after the other in the file. */
export async function linkPages(store: Store, site: string, parents: Map<string, string>): Promise<void> {
  for (const [child, parent] of parents) {
    await store.db.transaction().execute(async db => {
      const own = await findImported(db, site, child)
      const above = await findImported(db, site, parent)
      if (own?.kind !== 'writing' || above?.kind !== 'writing' || own.targetId === above.targetId) return
      const page = await findWritingById(db, own.targetId)
      if (page?.kind !== 'page' || page.parentId !== null) return
      if ((await findWritingById(db, above.targetId))?.kind !== 'page') return
      await updateWriting(db, page.id, { parentId: above.targetId })
      await touchBlog(db)
    })
  }
}
