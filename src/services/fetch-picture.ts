import type { Picture } from '../domain/picture.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Fetch } from '../outside/fetch.ts'
import type { Store } from '../storage/store.ts'
import { addPicture, mostPictureBytes } from './add-picture.ts'

/**
 * Reads the picture at an address – a poster, what a page shows of itself – and keeps it here, so that readers ask
 * nobody else for it.
 *
 * @throws Refusal when nothing comes from there, or no picture that can be kept
 */
export async function fetchPicture(
  store: Store,
  fetch: Fetch,
  address: string,
  { by, at, signal }: { by: string; at: number; signal?: AbortSignal },
): Promise<Picture> {
  const limits = { wireBytes: mostPictureBytes, unpackedBytes: mostPictureBytes }
  const answer = await fetch(address, { limits, ...(signal && { signal }) })
  if (!answer.ok) throw new Refusal('picture-away', { address, code: answer.code }, answer.says)
  return addPicture(store, answer.bytes, { by, at })
}
