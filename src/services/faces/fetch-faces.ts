import { createHash } from 'node:crypto'
import { type Faces, facesAskedDays } from '../../domain/faces.ts'
import type { Fetch } from '../../outside/fetch.ts'
import { type DueFace, listMailFaces, listToldFaces, markFaceAsked } from '../../storage/faces.ts'
import type { Store } from '../../storage/store.ts'
import { keepFace } from './keep-face.ts'

export type FaceMeans = {
  faces: Faces
  /** Reads a picture, never of a private network: whoever signs in names its address. */
  read: Fetch
  now: () => number
  signal?: AbortSignal
}

const batch = 10
/** A job that takes longer is gone on with in the next. */
const longestMs = 100_000
const mostBytes = 2_000_000
const limits = { totalMs: 8000, wireBytes: mostBytes, unpackedBytes: mostBytes }

/**
 * Fetches pictures of those who take part, as far as the host wants them: where a provider said that there is one, and by
 * mail address at a server that knows pictures by it. What is not found, or no picture, leaves them with the one that is
 * drawn.
 */
export async function fetchFaces(store: Store, means: FaceMeans): Promise<void> {
  const { faces, now, signal } = means
  const began = now()
  while (now() - began < longestMs) {
    signal?.throwIfAborted()
    const since = now() - facesAskedDays * 86_400_000
    const told = faces.told ? await listToldFaces(store.db, batch) : []
    const due =
      told.length === 0 && faces.server !== null
        ? await listMailFaces(store.db, { since, limit: batch })
        : told
    if (due.length === 0) return
    for (const face of due) {
      signal?.throwIfAborted()
      if (!(await fetchOne(store, face, means))) return
    }
  }
}

/** @returns false where the server wants to be left alone for a while */
async function fetchOne(
  store: Store,
  { owner, address, mail, askedAt }: DueFace,
  { faces, read, now, signal }: FaceMeans,
): Promise<boolean> {
  const mark = (at: number | null) => store.db.transaction().execute(db => markFaceAsked(db, owner, at))
  await mark(now())
  const purpose = address === null ? 'api' : 'person'
  const answer = await read(address ?? addressByMail(faces.server!, mail!), {
    ...{ purpose, limits, accept: 'image/*' },
    ...(signal && { signal }),
  })
  if (!answer.ok && answer.code === 'wait') {
    await mark(askedAt)
    return false
  }
  // Where it just does not answer, the one there is stays.
  if (answer.ok || answer.code === 'not-found' || answer.code === 'gone')
    await keepFace(store, owner, answer.ok ? answer.bytes : null, now())
  return true
}

/**
 * docs.gravatar.com/rest/hash: SHA-256 of the address without spaces around it and in small letters. `d=404`: nothing is
 * drawn there instead; `r=g`: what everybody may see.
 */
function addressByMail(server: string, mail: string): string {
  const hash = createHash('sha256').update(mail.trim().toLowerCase()).digest('hex')
  return `${server}${hash}?s=192&d=404&r=g`
}
