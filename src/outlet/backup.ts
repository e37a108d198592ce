import { createHash } from 'node:crypto'
import type { BackupEnd, BackupHead, BackupTable, BackupValue } from '../domain/backup.ts'

/** Pieces of about this size are handed on, in characters. */
const pieceSize = 64_000

/**
 * A backup as text, a line of JSON for each part; to be compressed. Its last line lets a reader see that nothing is
 * missing and nothing changed.
 *
 * @returns the end, once all pieces were taken
 */
export async function* backupLines(
  head: BackupHead,
  parts: AsyncIterable<BackupTable | BackupValue[]>,
): AsyncGenerator<string, BackupEnd> {
  const hash = createHash('sha256')
  const rows: Record<string, number> = {}
  let table = ''
  let piece = `${JSON.stringify(head)}\n`
  for await (const part of parts) {
    if (Array.isArray(part)) {
      piece += `${JSON.stringify(part.map(asJson))}\n`
      rows[table]!++
    } else {
      piece += `${JSON.stringify(part)}\n`
      table = part.table
      rows[table] = 0
    }
    if (piece.length < pieceSize) continue
    hash.update(piece)
    yield piece
    piece = ''
  }
  hash.update(piece)
  const end: BackupEnd = { end: true, rows, sha256: hash.digest('hex') }
  yield `${piece}${JSON.stringify(end)}\n`
  return end
}

function asJson(value: BackupValue): string | number | null {
  return value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.length).toString('base64')
    : value
}
