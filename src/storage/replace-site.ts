import { replaceFile } from './dialects/replace-file.ts'
import { replaceTables } from './dialects/replace-tables.ts'
import { explain } from './explain.ts'
import type { Replacement } from './replacement.ts'

/**
 * Puts a site in the place of what is in a store: all of it or nothing. What is replaced is kept aside.
 *
 * @returns where the replaced site is kept; null where there was nothing worth keeping
 * @throws NotReplaced, or what `fill` throws; the store is as it was then
 */
export async function replaceSite(
  where: { sqlite: string } | { postgres: string },
  replacement: Replacement,
): Promise<string | null> {
  return 'sqlite' in where
    ? replaceFile(where.sqlite, replacement)
    : replaceTables(where.postgres, replacement, error => explain(where, error))
}
