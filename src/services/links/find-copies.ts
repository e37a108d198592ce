import { findCopy } from '../../outside/internet-archive.ts'
import { changeLinkLook, readLinksWithoutCopy } from '../../storage/link-looks.ts'
import { readEntryPlaces } from '../../storage/link-places.ts'
import type { Store } from '../../storage/store.ts'
import type { LinkMeans } from './link-means.ts'

const day = 86_400_000
/** One that has none may have one later: somebody else may have saved it and not told yet. */
const asksEvery = 60 * day
const mostAtOnce = 20

/** Asks the archive for copies of what is gone, where the host lets it be asked; what it does not answer is asked again. */
export async function findCopies(
  store: Store,
  { archive, fetch, now, signal }: Pick<LinkMeans, 'archive' | 'fetch' | 'now' | 'signal'>,
): Promise<void> {
  if (!archive.asks) return
  const gone = await readLinksWithoutCopy(store.db, now() - asksEvery, mostAtOnce)
  const places = Map.groupBy(
    await readEntryPlaces(
      store.db,
      gone.map(({ url }) => url),
    ),
    ({ url }) => url,
  )
  for (const { url, life } of gone) {
    signal?.throwIfAborted()
    const edition = places.get(url)?.[0]?.edition
    // As it was when it was linked to; and of what is in other hands never how it is now.
    const near = (
      edition?.endsOn ?? new Date((life.since ?? now()) - day).toISOString().slice(0, 10)
    ).replaceAll('-', '')
    const found = await findCopy(fetch, archive.address, url, { near, ...(signal && { signal }) })
    if (!found.ok) return
    const isOld = found.copy !== null && (life.since === null || copiedAt(found.copy) < life.since)
    await changeLinkLook(store.db, url, {
      copyAskedAt: now(),
      ...(isOld && { copyUrl: found.copy, toSettle: true }),
    })
  }
}

function copiedAt(copy: string): number {
  const [, year, month, day] = /\/web\/(\d{4})(\d{2})(\d{2})/.exec(copy) ?? []
  return Date.parse(`${year}-${month}-${day}T00:00Z`)
}
