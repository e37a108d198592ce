import { type Curator, mayPublish, mayWrite } from '../../domain/curator.ts'
import type { Series } from '../../domain/programme.ts'
import type { Suggestion } from '../../domain/suggestion.ts'
import { type EditionRow, findEditionById } from '../../storage/editions.ts'
import { findSeriesById } from '../../storage/series.ts'
import { findSuggestion } from '../../storage/suggestions.ts'
import { refuse, theCurator } from '../middleware/curator.ts'
import { onMissing } from '../middleware/errors.tsx'
import type { Parts, Visit } from '../show.ts'

/** A suggestion to an edition that the one who asks may write. */
export type OwnSuggestion = {
  curator: Curator
  series: Series
  edition: EditionRow
  suggestion: Suggestion
  /** Answers and publishes; whoever may not sees it, and takes it over as a draft. */
  mayPublish: boolean
}

/** The suggestion of an address of the desk, or the answer to whoever may not write its edition. */
export async function ownSuggestion(c: Visit, parts: Parts, id: string): Promise<OwnSuggestion | Response> {
  const { db } = parts.store
  const curator = await theCurator(c)
  const suggestion = await findSuggestion(db, id)
  const edition = suggestion && (await findEditionById(db, suggestion.editionId))
  const series = edition && (await findSeriesById(db, edition.seriesId))
  if (!suggestion || !edition || !series) return onMissing(c, parts)
  if (!mayWrite(curator, series.id)) return refuse(c, parts)
  return { curator, series, edition, suggestion, mayPublish: mayPublish(curator, series.id) }
}
