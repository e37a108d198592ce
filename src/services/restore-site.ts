import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import type { BackupHead, BackupLine } from '../domain/backup.ts'
import { Refusal } from '../domain/refusal.ts'
import { readBackup } from '../intake/backup/read-backup.ts'
import { isContradiction } from '../storage/contradiction.ts'
import { fillSite, Misfit } from '../storage/fill-site.ts'
import { replaceSite } from '../storage/replace-site.ts'
import { NotReplaced } from '../storage/replacement.ts'
import { isKnownSchema } from '../storage/site-tables.ts'
import { writeBackup } from './write-backup.ts'

type Options = {
  /** Whether a site that holds something may be replaced; it is kept aside. */
  mayReplace: boolean
  /** Of the program, and when it is done (epoch milliseconds): for the backup of what is replaced. */
  version: string
  at: number
  /** A folder for that, where the store is no file. */
  folder: string
  onRow?: (act: 'check' | 'restore', done: number) => void
}

export type RestoredSite = {
  /** Of the backup. */
  madeAt: string
  rows: Record<string, number>
  /** Where the site that was replaced is kept. */
  replaced: string | null
}

/**
 * Puts the site of a backup into a store, from either kind of store to either. The whole file is looked at before
 * anything is touched; then all of it comes in or nothing. Nobody is signed in afterwards.
 *
 * @throws Refusal when the file is no sound backup of a version known here, or the store is in use or not empty
 */
export async function restoreSite(
  file: string,
  where: { sqlite: string } | { postgres: string },
  { mayReplace, version, at, folder, onRow }: Options,
): Promise<RestoredSite> {
  const { head, rows } = await check(file, done => onRow?.('check', done))
  let kept: string | null = null
  const asideName = `daylong-replaced-${nameOfMoment(at)}`
  try {
    const replaced = await replaceSite(where, {
      mayReplace,
      asideName: `${asideName}.sqlite`,
      fill: db => fillSite(db, head.schema, linesIn(file), done => onRow?.('restore', done)),
      keep: async db => {
        kept = join('sqlite' in where ? dirname(where.sqlite) : folder, `${asideName}.backup.gz`)
        await writeBackup(db, kept, { version, at })
        return kept
      },
    })
    return { madeAt: head.at, rows, replaced }
  } catch (error) {
    // What was to be replaced is still in its place.
    if (kept) await rm(kept, { force: true })
    throw asRefusal(error)
  }
}

/** `2026-12-18-143000`, in UTC: for names of files. */
export function nameOfMoment(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')
}

async function check(
  file: string,
  onRow: (done: number) => void,
): Promise<{ head: BackupHead; rows: Record<string, number> }> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new Refusal('backup-missing', { file }, `There is no file ${file}.`)
  let head: BackupHead | undefined
  let rows: Record<string, number> = {}
  let done = 0
  for await (const line of linesIn(file)) {
    if (Array.isArray(line)) onRow(++done)
    else if ('daylong' in line) {
      head = line
      if (isKnownSchema(head.schema)) continue
      const { version } = head
      throw new Refusal(
        'backup-newer',
        { version },
        `The backup was made by another, newer version of Daylong (${version}). Restore it with that version.`,
      )
    } else if ('end' in line) rows = line.rows
  }
  return { head: head!, rows }
}

function linesIn(file: string): AsyncGenerator<BackupLine> {
  const packed = createReadStream(file)
  const unpacked = createGunzip()
  packed.on('error', error => unpacked.destroy(error))
  return readBackup(packed.pipe(unpacked))
}

function asRefusal(error: unknown): unknown {
  if (error instanceof NotReplaced) {
    const advice =
      error.reason === 'in-use' ? '' : ' With --replace it is put aside, and the backup takes its place.'
    return new Refusal(`restore-${error.reason}`, {}, error.message + advice)
  }
  if (error instanceof Misfit || isContradiction(error)) {
    const how = (error as Error).message
    return new Refusal(
      'backup-damaged',
      { how },
      `The backup does not hold together: ${how} Nothing was changed.`,
    )
  }
  return error
}
