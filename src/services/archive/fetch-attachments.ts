import { Refusal } from '../../domain/refusal.ts'
import type { Fetch } from '../../outside/fetch.ts'
import { findArchive, updateArchive } from '../../storage/archives.ts'
import { listAttachments, retryAttachments, settleAttachment } from '../../storage/attachments.ts'
import { findEditionById } from '../../storage/editions.ts'
import { listImported } from '../../storage/imported.ts'
import { queueJob } from '../../storage/jobs.ts'
import type { Store } from '../../storage/store.ts'
import { findWritingById, takeWriting } from '../../storage/writings.ts'
import { changeWriting } from '../change-writing.ts'
import { editEdition } from '../edit-edition.ts'
import { fetchPicture } from '../fetch-picture.ts'
import { withKeptPictures } from './kept-pictures.ts'
import { isPatient, type Patience } from './source.ts'

const spell = 60_000

/** The pictures of an export are to be fetched; those that could not be are tried once more. */
export function wishForAttachments(store: Store, id: string, at: number): Promise<void> {
  return store.db.transaction().execute(async db => {
    const archive = await findArchive(db, id)
    if (!archive?.site) throw new Refusal('export-gone', {}, 'There is no such export any more.')
    await retryAttachments(db, archive.site)
    await queueJob(db, { kind: 'fetch-attachments', data: { archive: id }, key: id, dueAt: at })
  })
}

/**
 * Fetches pictures of an older site for a while, one after the other, and shows them from here in what was brought in
 * from there. What cannot be had is told and left where it is.
 */
export async function fetchAttachments(
  store: Store,
  id: string,
  { fetch, now, signal }: Patience & { fetch: Fetch },
): Promise<void> {
  const { db } = store
  const archive = await findArchive(db, id)
  if (!archive?.site) return
  const { site, by } = archive
  const patience = { now, until: now() + spell, ...(signal && { signal }) }
  let fetched = 0
  let isWhole = false
  while (!isWhole && isPatient(patience)) {
    const [next] = await listAttachments(db, site, { state: 'listed', kind: 'picture', limit: 1 })
    if (!next) {
      isWhole = true
      break
    }
    try {
      const picture = await fetchPicture(store, fetch, next.url, { by, at: now(), ...(signal && { signal }) })
      await settleAttachment(db, next.id, { pictureId: picture.id })
      fetched++
    } catch (error) {
      signal?.throwIfAborted()
      if (!(error instanceof Refusal)) throw error
      const code = String(error.values.code ?? error.key)
      await settleAttachment(db, next.id, { error: { code, says: error.message.slice(0, 300) } })
    }
  }
  await showKept(store, site, { by, at: now() })
  if (fetched > 0 && archive.report) {
    const report = { ...archive.report, attachments: archive.report.attachments + fetched }
    await updateArchive(db, id, { report }, now())
  }
  if (!isWhole)
    await queueJob(db, { kind: 'fetch-attachments', data: { archive: id }, key: id, dueAt: now() })
}

/** In every text that came from a site, pictures that are kept here are shown from here. */
async function showKept(store: Store, site: string, act: { by: string; at: number }): Promise<void> {
  for (let after = ''; ; ) {
    const known = await listImported(store.db, site, { after, limit: 100 })
    for (const { kind, targetId } of known) {
      if (kind === 'writing')
        await store.db.transaction().execute(async db => {
          await takeWriting(db, targetId)
          const writing = await findWritingById(db, targetId)
          const text = writing && (await withKeptPictures(db, writing.text))
          if (writing && text !== null && text !== writing.text)
            await changeWriting(db, writing, { text: text! }, { ...act, act: 'pictures' })
        })
      else {
        const edition = await findEditionById(store.db, targetId)
        const text = edition?.text ? await withKeptPictures(store.db, edition.text) : null
        if (edition && text !== null && text !== edition.text)
          await editEdition(store, edition.id, { text }, { ...act, minor: true })
      }
    }
    if (known.length < 100) return
    after = known.at(-1)!.item
  }
}
