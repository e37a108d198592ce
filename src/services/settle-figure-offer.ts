import { isDeepStrictEqual } from 'node:util'
import { fieldsOfFigure } from '../domain/figure/changes.ts'
import { Refusal } from '../domain/refusal.ts'
import { findFigureOffer, settleFigureOffer as settle } from '../storage/figure-offers.ts'
import { changeFigureWatch, findFigureWatch } from '../storage/figure-watches.ts'
import { risingId } from '../storage/rising-id.ts'
import type { Store } from '../storage/store.ts'
import { inFigure, putFigure } from './in-figure.ts'

/**
 * A curator says of what a source told newly whether it is so. What is refused is remembered, and not asked again.
 *
 * @returns the figure's revision; null where nothing of it changed
 * @throws Refusal where the point it would correct says something else by now
 */
export function settleFigureOffer(
  store: Store,
  figureId: string,
  offerId: string,
  wish: 'take' | 'refuse',
  { by, at }: { by: string; at: number },
): Promise<number | null> {
  return inFigure(store, figureId, async (db, figure) => {
    const offer = await findFigureOffer(db, offerId)
    if (offer?.figureId !== figureId || offer.state !== 'waiting') return null
    if (wish === 'refuse') {
      await settle(db, offerId, 'refused', { by, at })
      return null
    }
    const { was, told, why } = offer.offered
    const now = was && figure.points.find(({ id }) => id === was.id)
    if (was && !isDeepStrictEqual({ ...now }, { ...was }))
      throw new Refusal('figure-changed', {}, 'Somebody has changed the same meanwhile.')
    const others = figure.points.filter(({ id }) => id !== was?.id)
    const { line, sourceId: source } = offer
    const points = told ? [...others, { ...told, id: was?.id ?? risingId(), line, source }] : others
    const act = { by, at, act: was ? (told ? 'correct-point' : 'remove-point') : 'confirm' }
    const revision = await putFigure(db, figure, { ...fieldsOfFigure(figure), points }, act)
    await settle(db, offerId, 'taken', { by, at })
    const unit = why.find(({ code }) => code === 'unit')
    const watch = unit && offer.watchId ? await findFigureWatch(db, offer.watchId) : null
    if (watch?.told && unit)
      await changeFigureWatch(db, watch.id, {
        told: { ...watch.told, unit: String(unit.values.now) || null },
      })
    return revision
  })
}
