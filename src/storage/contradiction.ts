import { DanglingReference } from './dialects/defer-references.ts'

/** Whether rows were refused by a rule of the tables: a reference, a uniqueness, a check. */
export function isContradiction(error: unknown): error is Error {
  if (error instanceof DanglingReference) return true
  if (!(error instanceof Error)) return false
  const { errcode, code } = error as { errcode?: number; code?: unknown }
  const isOfSqlite = errcode !== undefined && (errcode & 0xff) === 19
  // PostgreSQL: class 22, data that a type cannot hold; class 23, a constraint.
  return isOfSqlite || (typeof code === 'string' && /^2[23][0-9A-Z]{3}$/.test(code))
}
