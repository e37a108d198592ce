import { changeImport, insertImport } from '../storage/imports.ts'
import { indexable } from '../storage/names.ts'
import type { Store } from '../storage/store.ts'
import type { Lines } from './import-lines.ts'
import { importProgramme } from './import-programme.ts'
import { type ImportOptions, type ImportSummary, reportOf } from './import-summary.ts'

/**
 * Imports a file for the host, and keeps the report with those of the desk, in the transaction that ends the import.
 *
 * @param file its name as it is to be told, and its size in bytes; now: the clock
 * @throws Refusal as `importProgramme` does
 */
export function importWithReport(
  store: Store,
  lines: Lines,
  options: ImportOptions,
  { name, size, now }: { name: string; size: number; now: () => number },
): Promise<ImportSummary> {
  const { at, by = 'host' } = options
  return importProgramme(store, lines, {
    ...options,
    keep: async (db, { editionId, sourceId, done, summary, ended }) => {
      if (!ended) return
      const state = summary.new + summary.changed > 0 ? 'done' : 'nothing-new'
      const told = { editionId, sourceId, name: indexable(name), kind: null, at, by, state, size } as const
      const id = await insertImport(db, told)
      await changeImport(db, id, { done, summary: reportOf(summary), endedAt: now() })
    },
  })
}
