import type { Problem } from '../../domain/problem.ts'
import { exportApart, type ToldItem, type Wanted } from '../../intake/wordpress/export-apart.ts'
import type { ArchiveSource } from './source.ts'

/** Every item of all files of an export, numbered through; the same numbers each time. */
export async function* itemsOf(
  source: ArchiveSource,
  wanted: Wanted,
  problems: Problem[],
): AsyncGenerator<ToldItem> {
  let number = 0
  for (const { name, pieces } of source) {
    const own: Problem[] = []
    for await (const told of exportApart(pieces(), wanted, number, own)) {
      number = told.number + 1
      yield told
    }
    const where = (told: string | undefined) =>
      [source.length > 1 ? name : '', told].filter(Boolean).join(', ')
    for (const problem of own.slice(0, 20)) {
      const place = where(problem.where)
      problems.push({ ...problem, ...(place && { where: place }) })
    }
  }
}
