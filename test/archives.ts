import type { Archive, ArchiveSettings } from '../src/domain/archive.ts'
import { beginBringingIn } from '../src/services/archive/begin-bringing-in.ts'
import { bringInArchive } from '../src/services/archive/bring-in-archive.ts'
import { openArchive } from '../src/services/archive/open-archive.ts'
import { readArchive } from '../src/services/archive/read-archive.ts'
import type { ArchiveSource } from '../src/services/archive/source.ts'
import { findArchive, updateArchive } from '../src/storage/archives.ts'
import type { Store } from '../src/storage/store.ts'

/** Files of an export that are held in memory. */
export function sourceOf(...files: (string | Uint8Array)[]): ArchiveSource {
  return files.map((file, index) => {
    const bytes = typeof file === 'string' ? Buffer.from(file) : file
    return {
      name: `export-${index}.xml`,
      size: bytes.length,
      async *pieces() {
        for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000)
      },
    }
  })
}

export const settings: ArchiveSettings = {
  series: 'migrants-day',
  zone: 'Europe/Berlin',
  publish: true,
  rules: [],
}

/** An export that has been read and waits for its review. */
export async function readExportInto(
  store: Store,
  source: ArchiveSource,
  told: Partial<ArchiveSettings> = {},
  at = Date.parse('2026-11-29T12:00:00Z'),
): Promise<Archive> {
  const id = await openArchive(store, { by: 'Ada', at, settings: { ...settings, ...told } })
  await updateArchive(store.db, id, { state: 'reading' }, at)
  await readArchive(store, id, source, { now: () => at })
  return (await findArchive(store.db, id))!
}

/** The same, brought in as it was decided. */
export async function bringInAll(
  store: Store,
  source: ArchiveSource,
  told: Partial<ArchiveSettings> = {},
  at = Date.parse('2026-11-29T12:00:00Z'),
): Promise<Archive> {
  const { id } = await readExportInto(store, source, told, at)
  await beginBringingIn(store, id, at, { queue: false })
  await bringInArchive(store, id, source, { now: () => at })
  return (await findArchive(store.db, id))!
}
