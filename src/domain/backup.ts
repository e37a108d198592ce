/** How the values of a column are written into a backup: bytes as base64. */
export type BackupKind = 'text' | 'integer' | 'number' | 'bytes'
export type BackupTable = { table: string; columns: [name: string, kind: BackupKind][] }
export type BackupValue = string | number | Uint8Array | null

/**
 * Stands first in a backup. `schema`: the migrations that had made its tables; what came after them is done again to
 * what is restored. `version` of the program and `at` (ISO 8601) are for those who look into the file.
 */
export type BackupHead = { daylong: 'backup'; format: 1; version: string; at: string; schema: string[] }

/** A backup in the order of its lines: head, each table with its rows, end. */
export type BackupLine = BackupHead | BackupTable | BackupValue[] | BackupEnd

/** Stands last: how many rows each table has, and the SHA-256 of all lines before. */
export type BackupEnd = { end: true; rows: Record<string, number>; sha256: string }
