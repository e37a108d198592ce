import { type Curator, mayPublish, mayWrite } from '../../domain/curator.ts'
import type { Series } from '../../domain/programme.ts'
import type { Reading } from '../../domain/reading.ts'
import type { CuratorAct } from '../../services/change-entry.ts'
import { type EditionRow, findEditionById } from '../../storage/editions.ts'
import { findReading } from '../../storage/readings.ts'
import { findSeriesById } from '../../storage/series.ts'
import { refuse, theCurator } from '../middleware/curator.ts'
import { onMissing } from '../middleware/errors.tsx'
import type { Parts, Visit } from '../show.ts'

/** A reading of an edition that the one who asks may write. */
export type OwnReading = {
  curator: Curator
  series: Series
  edition: EditionRow
  reading: Reading
  mayPublish: boolean
}

/** The reading of an address of the desk, or the answer to whoever may not write its edition. */
export async function ownReading(c: Visit, parts: Parts, id: string): Promise<OwnReading | Response> {
  const { db } = parts.store
  const curator = await theCurator(c)
  const reading = await findReading(db, id)
  const edition = reading && (await findEditionById(db, reading.editionId))
  const series = edition && (await findSeriesById(db, edition.seriesId))
  if (!reading || !edition || !series) return onMissing(c, parts)
  if (!mayWrite(curator, series.id)) return refuse(c, parts)
  return { curator, series, edition, reading, mayPublish: mayPublish(curator, series.id) }
}

/** What the one who asks does now. */
export function actOf(
  { curator, mayPublish }: Pick<OwnReading, 'curator' | 'mayPublish'>,
  parts: Parts,
): CuratorAct {
  return { by: curator.name, at: parts.now(), onlyDrafts: !mayPublish }
}
