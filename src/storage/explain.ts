import { basename, dirname } from 'node:path'

/**
 * Why a store could not be opened, in words for the host: what is wrong and what to do. Passwords are left out.
 *
 * @param where a file, or the address of a PostgreSQL database
 */
export function explain(where: { sqlite: string } | { postgres: string }, error: unknown): Error {
  const words = 'sqlite' in where ? ofSqlite(where.sqlite, error) : ofPostgres(where.postgres, error)
  return new Error(words, { cause: error })
}

function ofSqlite(file: string, error: unknown): string {
  const said = messageOf(error)
  if (isNewer(error))
    return `${file} was written by a newer version of Daylong. Start that version, or restore a backup made by this one.`
  switch (resultCode(error)) {
    case 5:
    case 6:
      return `${file} is in use by another program that does not let go of it. Close that program and start again.`
    case 8:
      return `${file} cannot be written. Give the user that runs Daylong the right to write the file and its folder ${dirname(file)}.`
    case 10:
    case 13:
      return `${file} cannot be written: the disk is full or does not answer (${said}).`
    case 11:
      return `${file} is damaged (${said}). Keep it for a rescue, and restore a backup in its place.`
    case 14:
      return `${file} cannot be opened. The folder ${dirname(file)} must exist, and the user that runs Daylong must have the right to read and write there.`
    case 26:
      return `${file} is not a database of Daylong: “${basename(file)}” holds something else. Name another folder in DAYLONG_DATA, or move the file away.`
    default:
      return `${file} could not be opened: ${said}`
  }
}

function ofPostgres(address: string, error: unknown): string {
  const url = URL.parse(address)
  const database = url ? `the database “${url.pathname.slice(1)}” at ${url.host}` : 'the database'
  const said = messageOf(error)
  if (!url) return `DATABASE_URL is not an address like postgres://user:password@host:5432/database`
  if (isNewer(error))
    return `${capital(database)} was written by a newer version of Daylong. Start that version, or restore a backup made by this one.`
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return `No PostgreSQL answers at ${url.host}. Start it, or put its address into DATABASE_URL.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `There is no machine called ${url.hostname}. Put the right address into DATABASE_URL.`
    case '28P01':
    case '28000':
      return `PostgreSQL at ${url.host} does not let the user “${url.username}” in. Check user and password in DATABASE_URL.`
    case '3D000':
      return `PostgreSQL at ${url.host} has no database “${url.pathname.slice(1)}”. Create it: createdb ${url.pathname.slice(1)}`
    case '42501':
    case '25006':
      return `The user “${url.username}” may not make tables in ${database}. Make them its owner (${said}).`
    case '53300':
      return `PostgreSQL at ${url.host} has no connection left (${said}).`
    default:
      return `${capital(database)} could not be opened: ${said}`
  }
}

/** Kysely's word for a migration it finds done and does not know. */
function isNewer(error: unknown): boolean {
  return /previously executed migration .* is missing/.test(messageOf(error))
}

/** SQLite's result code without its details; node:fs says some of them in its own words. */
function resultCode(error: unknown): number | null {
  const code = codeOf(error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST')
    return 14
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null
}

function codeOf(error: unknown): unknown {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return error instanceof Error && 'code' in error ? error.code : null
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
