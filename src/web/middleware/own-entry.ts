import { hasRole, mayWrite } from '../../domain/curator.ts'
import { findEditionById } from '../../storage/editions.ts'
import { type EntryRow, readEntries } from '../../storage/entries.ts'
import { findSeriesById } from '../../storage/series.ts'
import type { Parts, Visit } from '../show.ts'
import { refuse, theCurator } from './curator.ts'
import { onMissing } from './errors.tsx'
import type { OwnEdition } from './own-edition.ts'

/** An entry of an edition that the one who asks may write. */
export type OwnEntry = OwnEdition & { row: EntryRow }

/** The entry of an address of the desk, or the answer to whoever may not write it. */
export async function ownEntry(c: Visit, parts: Parts, id: string): Promise<OwnEntry | Response> {
  const { db } = parts.store
  const curator = await theCurator(c)
  const [row] = await readEntries(db, { ids: [id] })
  const edition = row && (await findEditionById(db, row.editionId))
  const series = edition && (await findSeriesById(db, edition.seriesId))
  if (row && edition && series)
    return mayWrite(curator, series.id) ? { curator, series, edition, row } : refuse(c, parts)
  return !hasRole(curator, 'contributor', null) ? refuse(c, parts) : onMissing(c, parts)
}
