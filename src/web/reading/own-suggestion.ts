import { type Curator, hasRole, mayPublish, mayWrite } from '../../domain/curator.ts'
import type { Series } from '../../domain/programme.ts'
import type { Suggestion } from '../../domain/suggestion.ts'
import { type EditionRow, findEditionById } from '../../storage/editions.ts'
import { findSeriesById } from '../../storage/series.ts'
import { findSuggestion } from '../../storage/suggestions.ts'
import { refuse, theCurator } from '../middleware/curator.ts'
import { onMissing } from '../middleware/errors.tsx'
import type { Parts, Visit } from '../show.ts'

/** A suggestion to an edition that the one who asks may write, or decides on what others bring to. */
export type OwnSuggestion = {
  curator: Curator
  series: Series
  edition: EditionRow
  suggestion: Suggestion
  /** Answers and publishes; whoever may not sees it, and takes it over as a draft. */
  mayPublish: boolean
  /** Sees what was read, and takes it over; who only moderates sorts out spam. */
  mayWrite: boolean
  mayModerate: boolean
}

/** The suggestion of an address of the desk, or the answer to whom it is no business of. */
export async function ownSuggestion(c: Visit, parts: Parts, id: string): Promise<OwnSuggestion | Response> {
  const { db } = parts.store
  const curator = await theCurator(c)
  const suggestion = await findSuggestion(db, id)
  const edition = suggestion && (await findEditionById(db, suggestion.editionId))
  const series = edition && (await findSeriesById(db, edition.seriesId))
  if (!suggestion || !edition || !series) return onMissing(c, parts)
  const mayModerate = hasRole(curator, 'moderator', series.id)
  const own = { curator, series, edition, suggestion, mayModerate, mayWrite: mayWrite(curator, series.id) }
  if (!own.mayWrite && !mayModerate) return refuse(c, parts)
  return { ...own, mayPublish: mayPublish(curator, series.id) }
}
