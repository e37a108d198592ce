import type { Problem } from '../../domain/finding.ts'
import { readExport } from '../../intake/wordpress/export-stream.ts'
import type { ExportItem, ExportSite } from '../../intake/wordpress/item.ts'
import type { ArchiveSource } from './source.ts'

/** Every item of all files of an export, numbered through; the same numbers each time. */
export async function* itemsOf(
  source: ArchiveSource,
  problems: Problem[],
): AsyncGenerator<{ number: number; item: ExportItem; site: ExportSite }> {
  let number = 0
  for (const { name, pieces } of source) {
    const own: Problem[] = []
    for await (const { item, site } of readExport(pieces(), own)) yield { number: number++, item, site }
    const where = (told: string | undefined) =>
      [source.length > 1 ? name : '', told].filter(Boolean).join(', ')
    for (const problem of own.slice(0, 20)) {
      const place = where(problem.where)
      problems.push({ ...problem, ...(place && { where: place }) })
    }
  }
}
