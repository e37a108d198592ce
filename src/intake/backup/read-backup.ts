import { createHash } from 'node:crypto'
import type {
  BackupEnd,
  BackupHead,
  BackupKind,
  BackupLine,
  BackupTable,
  BackupValue,
} from '../../domain/backup.ts'
import { Refusal } from '../../domain/refusal.ts'
import { linesOf } from './lines-of.ts'

/**
 * The lines of a backup, unpacked. What they hold together – the rows of each table, the sum at the end – is looked at
 * as they pass: whoever has taken the end knows that the whole was sound.
 *
 * @param pieces as the file has them, compressed
 * @throws Refusal when it is no backup, of a newer format, damaged or incomplete
 */
export async function* readBackup(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<BackupLine> {
  let reader: Reader | undefined
  try {
    for await (const bytes of linesOf(pieces)) {
      if (!reader) {
        reader = beginWith(bytes)
        yield reader.head
      } else yield reader.read(bytes)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw isUnpacking(error) && !reader
      ? unknown()
      : damaged(error instanceof Error ? error.message : String(error))
  }
  if (!reader) throw unknown()
  if (!reader.hasEnded()) throw damaged('It breaks off')
}

type Reader = { head: BackupHead; read: (bytes: Buffer) => BackupLine; hasEnded: () => boolean }

function beginWith(first: Buffer): Reader {
  const head = parsed(first)
  if (!isHead(head)) throw unknown()
  if (head.format !== 1)
    throw new Refusal(
      'backup-newer',
      { version: head.version },
      `The backup was made by a newer version of Daylong (${head.version}). Restore it with that version.`,
    )
  const hash = createHash('sha256')
  const add = (bytes: Buffer) => hash.update(bytes).update('\n')
  const rows: Record<string, number> = {}
  let table: BackupTable | null = null
  let hasEnded = false
  add(first)
  return {
    head,
    hasEnded: () => hasEnded,
    read(bytes) {
      if (hasEnded) throw damaged('Something stands behind its end')
      const line = parsed(bytes)
      if (isEnd(line)) {
        const sha256 = hash.digest('hex')
        if (line.sha256 !== sha256) throw damaged('Its sum is not that of its lines')
        if (!isSame(line.rows, rows)) throw damaged('It has not the rows that it says')
        hasEnded = true
        return line
      }
      add(bytes)
      if (isTable(line)) {
        if (Object.hasOwn(rows, line.table)) throw damaged(`It has the table ${line.table} twice`)
        table = line
        rows[line.table] = 0
        return line
      }
      if (!table || !Array.isArray(line)) throw damaged('A line is neither table nor row')
      rows[table.table]!++
      return rowOf(table, line)
    },
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

function isHead(line: unknown): line is BackupHead {
  const { daylong, format, version, schema } = (line ?? {}) as Partial<Record<keyof BackupHead, unknown>>
  return (
    daylong === 'backup' &&
    Number.isInteger(format) &&
    typeof version === 'string' &&
    Array.isArray(schema) &&
    schema.every(name => typeof name === 'string')
  )
}

function isTable(line: unknown): line is BackupTable {
  const { table, columns } = (line ?? {}) as Partial<Record<keyof BackupTable, unknown>>
  return (
    typeof table === 'string' &&
    Array.isArray(columns) &&
    columns.every(each => Array.isArray(each) && typeof each[0] === 'string' && Object.hasOwn(fits, each[1]))
  )
}

function isEnd(line: unknown): line is BackupEnd {
  return typeof line === 'object' && line !== null && 'end' in line && 'rows' in line && 'sha256' in line
}

function isSame(told: Record<string, number>, counted: Record<string, number>): boolean {
  const names = Object.keys(counted)
  return Object.keys(told).length === names.length && names.every(name => told[name] === counted[name])
}

/** SQLite would take a word for a number and keep it; nothing else may come in than what the column holds. */
const fits: Record<BackupKind, (value: unknown) => boolean> = {
  text: value => typeof value === 'string',
  integer: value => Number.isSafeInteger(value),
  number: value => Number.isFinite(value),
  bytes: value => typeof value === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(value),
}

function rowOf({ table, columns }: BackupTable, line: unknown[]): BackupValue[] {
  if (line.length !== columns.length) throw damaged(`A row of ${table} has ${line.length} values`)
  return columns.map(([name, kind], index) => {
    const value = line[index]
    if (value === null) return null
    if (!fits[kind](value)) throw damaged(`${table}.${name} has something else than ${kind} in a row`)
    return kind === 'bytes' ? Buffer.from(value as string, 'base64') : (value as string | number)
  })
}

function isUnpacking(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'Z_DATA_ERROR'
}

function unknown(): Refusal {
  return new Refusal('backup-unknown', {}, 'The file is no backup of Daylong.')
}

function damaged(how: string): Refusal {
  return new Refusal(
    'backup-damaged',
    { how },
    `The backup is damaged or incomplete: ${how}. Nothing was changed.`,
  )
}
