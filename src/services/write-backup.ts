import { createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { BackupEnd, BackupTable, BackupValue } from '../domain/backup.ts'
import { backupLines } from '../outlet/backup.ts'
import { readSite } from '../storage/read-site.ts'
import type { Db } from '../storage/tables.ts'

type Options = {
  /** Of the program, and when it is made (epoch milliseconds). */
  version: string
  at: number
  /** Is called with how many rows are written. */
  onRow?: (done: number) => void
}

/**
 * Writes all that a site holds into a file that only its owner may read. The file has its name once it is whole.
 *
 * @param db within a transaction that sees one state of the site
 * @throws Error in words for the host when there is a file of this name, or none can be written
 */
export async function writeBackup(
  db: Db,
  file: string,
  options: Options,
): Promise<BackupEnd & { bytes: number }> {
  if (await stat(file).catch(() => null))
    throw new Error(`There is a file ${file} already. Name another one.`)
  const part = `${resolve(file)}.part-${process.pid}`
  try {
    const end = await streamBackup(
      db,
      createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }),
      options,
    )
    const { size } = await stat(part)
    await rename(part, file)
    await syncFolder(dirname(resolve(file)))
    return { ...end, bytes: size }
  } catch (error) {
    await rm(part, { force: true })
    throw isOfDisk(error)
      ? new Error(`${file} cannot be written: ${wordsFor(error)}`, { cause: error })
      : error
  }
}

/** The same into whatever takes bytes; it is ended when all is written. */
export async function streamBackup(
  db: Db,
  to: Writable,
  { version, at, onRow }: Options,
): Promise<BackupEnd> {
  let end: BackupEnd | undefined
  async function* text(): AsyncGenerator<string> {
    const parts = readSite(db)
    const first = await parts.next()
    if (first.done || !('schema' in first.value)) throw new TypeError('A site is told from its schema on.')
    const { schema } = first.value
    const head = { daylong: 'backup', format: 1, version, at: new Date(at).toISOString(), schema } as const
    end = yield* backupLines(head, counted(parts as AsyncIterable<BackupTable | BackupValue[]>, onRow))
  }
  await pipeline(Readable.from(text()), createGzip(), to)
  return end!
}

async function* counted<T>(parts: AsyncIterable<T>, onRow?: (done: number) => void): AsyncGenerator<T> {
  let done = 0
  for await (const part of parts) {
    if (Array.isArray(part)) onRow?.(++done)
    yield part
  }
}

/** A name is safe on the disk once its folder is; where folders cannot be opened it is left to the system. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

function isOfDisk(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}

function wordsFor({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOSPC') return 'the disk is full.'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'this user may not write there.'
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such folder.'
  return message
}
