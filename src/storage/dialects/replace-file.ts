import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { doneMigrations } from '../migrate.ts'
import { NotReplaced, type Replacement } from '../replacement.ts'
import { hasContent, isKnownSchema, tablesOf } from '../site-tables.ts'
import type { Tables } from '../tables.ts'
import { sqliteDialect } from './sqlite.ts'

/** Files that SQLite keeps beside a database while it is open. */
const companions = ['-wal', '-shm', '-journal']

/** A new file is made and filled beside the old one, and takes its name at the end. */
export async function replaceFile(file: string, replacement: Replacement): Promise<string | null> {
  mkdirSync(dirname(file), { recursive: true })
  const isWorthKeeping = existsSync(file) && (await lookAt(file, replacement.mayReplace))
  const fresh = `${file}.restoring`
  // One that was killed left it; one that is at it still has it open.
  if (existsSync(fresh)) letGo(fresh)
  removeAll(fresh)
  try {
    const db = new Kysely<Tables>({ dialect: sqliteDialect(fresh, false) })
    try {
      await db.transaction().execute(replacement.fill)
    } finally {
      await db.destroy()
    }
    giveToOwner(fresh, existsSync(file) ? file : dirname(file))
    if (existsSync(file)) letGo(file)
    const aside = isWorthKeeping ? join(dirname(file), replacement.asideName) : null
    exchange(file, fresh, aside)
    return aside
  } finally {
    removeAll(fresh)
  }
}

function removeAll(fresh: string): void {
  for (const name of ['', ...companions]) rmSync(fresh + name, { force: true })
}

/** @returns whether somebody put something in; @throws NotReplaced where that must not be replaced */
async function lookAt(file: string, mayReplace: boolean): Promise<boolean> {
  const holdsSomething = await contentOf(file)
  if (mayReplace || holdsSomething === false) return holdsSomething !== false
  throw holdsSomething
    ? new NotReplaced('has-content', `There is a site in ${file} already.`)
    : new NotReplaced('unreadable', `${file} cannot be read: it is damaged, or something else than a site.`)
}

/** Null where it cannot be told. */
async function contentOf(file: string): Promise<boolean | null> {
  if (statSync(file).size === 0) return false
  let db: Kysely<Tables> | undefined
  try {
    db = new Kysely<Tables>({ dialect: sqliteDialect(file, true) })
    const schema = await doneMigrations(db)
    if (schema.length === 0) return (await db.introspection.getTables()).length > 0 ? null : false
    return isKnownSchema(schema) ? await hasContent(db, await tablesOf(schema)) : true
  } catch {
    return null
  } finally {
    await db?.destroy().catch(() => {})
  }
}

/**
 * Takes what SQLite keeps beside the file into it. That succeeds only when nobody else has it open; a damaged file is
 * left as it is.
 *
 * @throws NotReplaced when a site runs on it
 */
function letGo(file: string): void {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { timeout: 0 })
    database.exec('PRAGMA journal_mode = DELETE')
  } catch (error) {
    const isBusy =
      error instanceof Error && 'errcode' in error && [5, 6].includes(Number(error.errcode) & 0xff)
    if (isBusy)
      throw new NotReplaced('in-use', `Another program has ${file} open. Stop the site, and restore then.`)
  } finally {
    database?.close()
  }
}

/** At every moment there is a file of this name: the old one or the new one. */
function exchange(file: string, fresh: string, aside: string | null): void {
  for (const name of companions) {
    if (!existsSync(file + name)) continue
    if (aside) renameSync(file + name, aside + name)
    else rmSync(file + name)
  }
  if (aside) {
    try {
      linkSync(file, aside)
    } catch {
      // Some disks know no second name for a file.
      renameSync(file, aside)
    }
  }
  renameSync(fresh, file)
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** Restored by the administrator, it still belongs to the user that runs the site. */
function giveToOwner(fresh: string, like: string): void {
  const { uid, gid, mode } = statSync(like)
  if (process.getuid?.() === 0) chownSync(fresh, uid, gid)
  if (!statSync(like).isDirectory()) chmodSync(fresh, mode & 0o777)
}
