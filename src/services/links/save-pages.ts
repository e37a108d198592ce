import { pauseAfter } from '../../domain/back-off.ts'
import { askToSave, askWhetherSaved } from '../../outside/internet-archive.ts'
import { queueJob } from '../../storage/jobs.ts'
import { changeSave, type LinkSave, readDueSaves, readNextSave } from '../../storage/link-saves.ts'
import type { Store } from '../../storage/store.ts'
import type { LinkMeans } from './link-means.ts'

/** The archive allows few at a time; it is asked for so many, one after the other, and then left alone for a while. */
const atOnce = 6
const restMs = 90_000
const mostTries = 8
/** How long it may take until a page is saved. */
const patienceMs = 60_000

/**
 * Asks the Internet Archive to save the pages that wait for it, and what became of those it was asked for before. What
 * it refuses or does not answer is asked again later, ever less often, and given up in the end.
 */
export async function savePages(store: Store, means: LinkMeans): Promise<void> {
  if (!means.archive.saves) return
  for (const save of await readDueSaves(store.db, means.now(), atOnce)) {
    means.signal?.throwIfAborted()
    await changeSave(store.db, save.url, await savePage(save, means))
  }
  const next = await readNextSave(store.db)
  if (next === null) return
  const dueAt = Math.max(next, means.now() + restMs)
  await queueJob(store.db, { kind: 'save-pages', key: 'pages', data: null, dueAt })
}

async function savePage(
  { url, job, tries }: LinkSave,
  { archive, fetch, now, chance, signal }: LinkMeans,
): Promise<Parameters<typeof changeSave>[2]> {
  const told = { keys: archive.keys, ...(signal && { signal }) }
  const again = (more: { job: string | null; retryAfter?: number | undefined }) => {
    if (tries + 1 >= mostTries) return { dueAt: null, job: null, tries: tries + 1 }
    const pause = Math.max(pauseAfter(tries + 3, chance()), (more.retryAfter ?? 0) * 1000)
    return { dueAt: now() + pause, job: more.job, tries: tries + 1 }
  }
  if (job === null) {
    const asked = await askToSave(fetch, archive.address, url, told)
    if (!asked.ok) return again({ job: null, retryAfter: asked.retryAfter })
    return { dueAt: now() + patienceMs, job: asked.job }
  }
  const became = await askWhetherSaved(fetch, archive.address, job, told)
  if (!became.ok) return again({ job, retryAfter: became.retryAfter })
  if (became.state === 'pending') return again({ job })
  if (!('copy' in became)) return again({ job: null })
  return { dueAt: null, job: null, savedAt: now(), copy: became.copy }
}
