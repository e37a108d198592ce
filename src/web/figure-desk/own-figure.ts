import type { Curator } from '../../domain/curator.ts'
import type { Figure } from '../../domain/figure.ts'
import { mayFigure } from '../../services/watch-figure.ts'
import { findFigure } from '../../storage/figures.ts'
import { listSeriesNames } from '../../storage/series.ts'
import { refuse, theCurator } from '../middleware/curator.ts'
import { onMissing } from '../middleware/errors.tsx'
import type { Parts, Visit } from '../show.ts'

/** A figure of the desk; who has any role sees it, and an editor of its series, or of the site, writes it. */
export type OwnFigure = { figure: Figure; curator: Curator; mayWrite: boolean }

/** @param writes whoever may only look is refused */
export async function ownFigure(
  c: Visit,
  parts: Parts,
  { writes }: { writes: boolean },
): Promise<OwnFigure | Response> {
  const figure = await findFigure(parts.store.db, c.req.param('slug') ?? '')
  if (!figure) return onMissing(c, parts)
  const curator = await theCurator(c)
  const mayWrite = mayFigure(curator, figure)
  return writes && !mayWrite ? refuse(c, parts) : { figure, curator, mayWrite }
}

/** To what somebody may give figures; '' the whole site. */
export async function seriesToChoose(
  { store }: Parts,
  curator: Curator,
  site: string,
): Promise<{ value: string; label: string }[]> {
  const series = await listSeriesNames(store.db)
  return [
    ...(mayFigure(curator, { seriesId: null }) ? [{ value: '', label: site }] : []),
    ...series
      .filter(({ id }) => mayFigure(curator, { seriesId: id }))
      .map(({ id, title }) => ({ value: id, label: title })),
  ]
}
