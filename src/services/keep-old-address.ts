import { addressOf } from '../domain/address.ts'
import type { EditionRow } from '../storage/editions.ts'
import { putRedirect } from '../storage/redirects.ts'
import { seriesSlugOf } from '../storage/series.ts'
import type { Db } from '../storage/tables.ts'

/** An address that an entry has had leads to it for ever. */
export async function keepOldAddress(db: Db, edition: EditionRow, from: string, to: string): Promise<void> {
  const series = await seriesSlugOf(db, edition.seriesId)
  await putRedirect(db, addressOf(series, edition.slug, from), addressOf(series, edition.slug, to))
}
