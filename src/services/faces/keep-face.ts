import { hash, randomUUIDv7 } from 'node:crypto'
import { readSmallPicture } from '../../intake/picture/read-picture.ts'
import { type FaceOwner, hasFace, putFace } from '../../storage/faces.ts'
import { findPicture, insertPicture } from '../../storage/pictures.ts'
import type { Store } from '../../storage/store.ts'

/**
 * Keeps the picture of somebody, small and square; what is none leaves them with the one that is drawn. It is theirs
 * alone, so that it can go with them: the same picture of somebody else is another one.
 */
export async function keepFace(
  store: Store,
  owner: FaceOwner,
  bytes: Uint8Array | null,
  at: number,
): Promise<void> {
  const read = bytes === null ? null : await readSmallPicture(bytes)
  const small = read === null || 'problem' in read ? null : read
  await store.db.transaction().execute(async db => {
    if (!small) return putFace(db, owner, null)
    // Who went meanwhile leaves no picture.
    if (!(await hasFace(db, owner))) return
    const sha256 = hash('sha256', `${JSON.stringify(owner)} ${hash('sha256', small.bytes)}`)
    const picture = { id: randomUUIDv7(), width: small.width, height: small.width }
    const isNew = await insertPicture(
      db,
      { ...picture, sha256, sizes: [{ width: small.width, bytes: small.bytes }] },
      { by: 'visitor', at },
    )
    await putFace(db, owner, isNew ? picture.id : (await findPicture(db, sha256))!.id)
  })
}
