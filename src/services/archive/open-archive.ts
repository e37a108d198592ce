import { randomUUIDv7 } from 'node:crypto'
import type { ArchiveSettings } from '../../domain/archive.ts'
import { Refusal } from '../../domain/refusal.ts'
import {
  findArchive,
  insertArchive,
  insertArchivePiece,
  putArchiveFile,
  removeArchive,
  updateArchive,
} from '../../storage/archives.ts'
import { forgetFailedJobs, queueJob } from '../../storage/jobs.ts'
import type { Store } from '../../storage/store.ts'

/** A site's whole export; what is larger is cut by WordPress itself. */
const mostArchiveBytes = 2 * 1024 ** 3
export const mostArchiveFiles = 50
const pieceBytes = 1024 * 1024

/** Begins to take an export in. */
export async function openArchive(
  store: Store,
  { by, at, settings }: { by: string; at: number; settings: ArchiveSettings },
): Promise<string> {
  const id = randomUUIDv7()
  await insertArchive(store.db, { id, by, at, settings, state: 'taking' })
  return id
}

/**
 * Keeps a file of an export, a megabyte at a time, however large it is.
 *
 * @param number of the file in the export
 * @throws Refusal when it is empty or too large; what came of it is forgotten with the archive
 */
export async function takeArchiveFile(
  store: Store,
  archiveId: string,
  { number, name, bytes }: { number: number; name: string; bytes: AsyncIterable<Uint8Array> },
): Promise<number> {
  const { db } = store
  await putArchiveFile(db, archiveId, { number, name: name.slice(0, 200), size: 0 })
  let size = 0
  let held: Uint8Array[] = []
  let heldBytes = 0
  let piece = 0
  const keep = async () => {
    if (heldBytes === 0) return
    await insertArchivePiece(db, { archiveId, file: number, number: piece++, bytes: Buffer.concat(held) })
    held = []
    heldBytes = 0
  }
  for await (const part of bytes) {
    size += part.length
    if (size > mostArchiveBytes)
      throw new Refusal(
        'export-too-large',
        { gigabytes: mostArchiveBytes / 1024 ** 3 },
        `The file is larger than ${mostArchiveBytes / 1024 ** 3} GB. Export the site in parts.`,
      )
    held.push(part)
    heldBytes += part.length
    if (heldBytes >= pieceBytes) await keep()
  }
  await keep()
  if (size === 0) throw new Refusal('export-empty', {}, 'The file is empty.')
  await putArchiveFile(db, archiveId, { number, name: name.slice(0, 200), size })
  return size
}

/** Everything is handed in: it is to be read. */
export function beginReading(
  store: Store,
  archiveId: string,
  told: Omit<ArchiveSettings, 'rules'>,
  at: number,
): Promise<void> {
  return store.db.transaction().execute(async db => {
    const archive = await findArchive(db, archiveId)
    if (archive?.state !== 'taking') return
    await updateArchive(
      db,
      archiveId,
      { state: 'reading', progress: null, settings: { ...archive.settings, ...told } },
      at,
    )
    await queueJob(db, { kind: 'read-archive', data: { archive: archiveId }, key: archiveId, dueAt: at })
  })
}

/** Forgets an export with its review. What was brought in of it stays. */
export function dropArchive(store: Store, archiveId: string): Promise<void> {
  return store.db.transaction().execute(async db => {
    for (const kind of ['read-archive', 'bring-in-archive'] as const)
      await forgetFailedJobs(db, kind, archiveId)
    await removeArchive(db, archiveId)
  })
}
