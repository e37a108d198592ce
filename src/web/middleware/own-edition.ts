import { type Curator, hasRole, mayWrite } from '../../domain/curator.ts'
import type { Series } from '../../domain/programme.ts'
import { type EditionRow, findEdition } from '../../storage/editions.ts'
import { findSeries } from '../../storage/series.ts'
import type { Parts, Visit } from '../show.ts'
import { refuse, theCurator } from './curator.ts'
import { onMissing } from './errors.tsx'

/** An edition that the one who asks may write. */
export type OwnEdition = { curator: Curator; series: Series; edition: EditionRow }

/**
 * The edition of an address of the desk, or the answer to whoever may not write it. Who has no role for the whole site
 * does not learn which other editions there are.
 */
export async function ownEdition(
  c: Visit,
  parts: Parts,
  { series: slug, edition: name }: { series: string; edition: string },
): Promise<OwnEdition | Response> {
  const { db } = parts.store
  const curator = await theCurator(c)
  const series = await findSeries(db, slug)
  const edition = series && (await findEdition(db, slug, name))
  if (series && edition && mayWrite(curator, series.id)) return { curator, series, edition }
  const mayKnow = series ? mayWrite(curator, series.id) : hasRole(curator, 'contributor', null)
  return mayKnow ? onMissing(c, parts) : refuse(c, parts)
}
