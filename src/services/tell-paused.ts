import type { WatchedSource } from '../domain/source.ts'
import type { EditionRow } from '../storage/editions.ts'
import { findSeriesById } from '../storage/series.ts'
import type { Db } from '../storage/tables.ts'
import { tellOwners } from './tell-owners.ts'

/** Tells whoever added a source, and the owners, that it is read no more by itself; in the transaction that pauses it. */
export async function tellPaused(
  db: Db,
  source: WatchedSource,
  edition: EditionRow,
  { baseUrl, at }: { baseUrl: string; at: number },
): Promise<void> {
  const series = await findSeriesById(db, edition.seriesId)
  const page = `${baseUrl}/desk/${series?.slug}/${edition.slug}/sources/${source.id}`
  const name = source.title ?? source.address
  await tellOwners(db, source.addedByAccount, {
    subject: `“${name}” is not read any more`,
    text: [
      `Daylong reads ${source.address} again and again for “${edition.title}”. That does not work any more:`,
      source.error?.says ?? '',
      'So it has stopped trying. The entries that came from there stay as they are, but they may be out of date.',
      `Look at the address yourself. When it is there again, or has moved, go on here:\n${page}`,
    ]
      .filter(words => words !== '')
      .join('\n\n'),
    at,
  })
}
