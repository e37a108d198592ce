import type { Pieces } from '../../intake/wordpress/export-stream.ts'
import { listArchiveFiles, readArchivePieces } from '../../storage/archives.ts'
import type { Store } from '../../storage/store.ts'

/** The files of an export, to be read as often as it takes. */
export type ArchiveSource = { name: string; size: number; pieces: () => Pieces }[]

/** What was handed in, as it is kept in the store. */
export async function keptSource({ db }: Store, archiveId: string): Promise<ArchiveSource> {
  const files = await listArchiveFiles(db, archiveId)
  return files.map(({ number, name, size }) => ({
    name,
    size,
    pieces: () => readArchivePieces(db, archiveId, number),
  }))
}

/** Whether a piece of work goes on, or leaves the rest to be done later. */
export type Patience = { now: () => number; signal?: AbortSignal; until?: number }

export function isPatient({ now, signal, until }: Patience): boolean {
  signal?.throwIfAborted()
  return until === undefined || now() < until
}

/** A source that tells how many bytes of it were read. */
export function counted(source: ArchiveSource, onBytes: (count: number) => void): ArchiveSource {
  return source.map(file => ({
    ...file,
    async *pieces() {
      for await (const piece of file.pieces()) {
        onBytes(piece.length)
        yield piece
      }
    },
  }))
}
