import { hash, randomUUIDv7 } from 'node:crypto'
import type { Picture } from '../domain/picture.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  mostAvifPixels,
  mostPictureBytes,
  mostPixels,
  type PictureProblem,
  readPicture,
} from '../intake/picture/read-picture.ts'
import { findPicture, insertPicture } from '../storage/pictures.ts'
import type { Store } from '../storage/store.ts'

/**
 * Keeps a picture that somebody handed in or that was read at an address: upright, small enough for a page, without
 * place, camera and whatever else was written into it. The same picture is kept once.
 *
 * @param by who does it, and `at` when (epoch milliseconds)
 * @throws Refusal when it is no picture, or one that is too large
 */
export async function addPicture(
  store: Store,
  bytes: Uint8Array,
  { by, at }: { by: string; at: number },
): Promise<Picture> {
  const read = await readPicture(bytes)
  if ('problem' in read) throw refusalOf(read.problem)
  const { width, height, sizes } = read
  const sha256 = hash('sha256', sizes[0]!.bytes, 'hex')
  return store.db.transaction().execute(async db => {
    const picture = { id: randomUUIDv7(), width, height }
    const isNew = await insertPicture(db, { ...picture, sha256, sizes }, { by, at })
    return isNew ? picture : (await findPicture(db, sha256))!
  })
}

/** For who measures it before it is read. */
export function pictureTooLarge(): Refusal {
  return refusalOf('large')
}

export { mostPictureBytes }

export function refusalOf(problem: PictureProblem): Refusal {
  const values = {
    megabytes: mostPictureBytes / 1e6,
    megapixels: mostPixels / 1e6,
    avif: mostAvifPixels / 1e6,
  }
  return new Refusal(`picture-${problem}`, values, words[problem])
}

const words: Record<PictureProblem, string> = {
  large: `The picture is larger than ${mostPictureBytes / 1e6} MB.`,
  avif: `An AVIF may have ${mostAvifPixels / 1e6} million pixels at most. Save it as JPEG, which may have ${mostPixels / 1e6} million.`,
  pixels: `The picture has more than ${mostPixels / 1e6} million pixels.`,
  kind: 'The file is no picture of a kind that is read here: JPEG, PNG, WebP, GIF and AVIF are.',
  heic: 'The picture is of the kind HEIC, which is not read here. Save it as JPEG.',
  broken: 'The picture is damaged or incomplete.',
  slow: 'The picture takes too long to read. Save it anew, smaller or as JPEG.',
}
