import type { Commenting } from '../../domain/comment.ts'
import { touchBlog } from '../../storage/blog.ts'
import { setCommenting } from '../../storage/commented.ts'
import type { Store } from '../../storage/store.ts'

/** Opens or closes what readers may say below an edition and its entries, or below a post or a page; or hides it. */
export function changeCommenting(
  store: Store,
  on: { editionId: string } | { writingId: string },
  commenting: Commenting,
): Promise<void> {
  return store.db.transaction().execute(async db => {
    await setCommenting(db, on, commenting)
    await touchBlog(db)
  })
}
