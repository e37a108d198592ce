import { forgetDrawnPictures, putDrawnPicture } from '../storage/drawn-pictures.ts'
import type { Store } from '../storage/store.ts'

/** In all, some tens of megabytes; what is forgotten is drawn anew when somebody asks. */
const mostKept = 500

/**
 * Keeps the picture that was drawn of a page.
 *
 * @param drawn address: path and language of the page; version: of what it shows; at: epoch milliseconds
 */
export function keepDrawnPicture(
  store: Store,
  drawn: { address: string; version: string; bytes: Uint8Array; at: number },
  { most = mostKept } = {},
): Promise<void> {
  return store.db.transaction().execute(async db => {
    await putDrawnPicture(db, drawn)
    await forgetDrawnPictures(db, most)
  })
}
