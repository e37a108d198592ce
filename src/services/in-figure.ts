import { type FigureFields, fieldsOfFigure, figureChange } from '../domain/figure/changes.ts'
import { faultsOfFigure } from '../domain/figure/faults.ts'
import type { Figure } from '../domain/figure.ts'
import { Refusal } from '../domain/refusal.ts'
import { findFigure, findFigureById } from '../storage/figures.ts'
import { type FigureAct, recordFigure, takeFigure } from '../storage/record-figure.ts'
import { findOldAddress, moveAddress } from '../storage/redirects.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'

/**
 * One act on a figure: in one transaction, with the figure taken, so that whoever else writes to it waits.
 *
 * @throws Refusal when there is no such figure
 */
export function inFigure<T>(
  store: Store,
  id: string,
  act: (db: Db, figure: Figure) => Promise<T>,
): Promise<T> {
  return store.db.transaction().execute(async db => {
    // What was read before the figure was taken may be somebody else's to change.
    const revision = await takeFigure(db, id)
    const figure = revision === null ? null : await findFigureById(db, id)
    if (!figure) throw new Refusal('figure-gone', {}, 'There is no such figure any more.')
    return act(db, figure)
  })
}

/**
 * Has a figure say something else, with its revision, inside the transaction that has taken it.
 *
 * @returns its revision; null where it said the same before
 * @throws Refusal when it cannot be so
 */
export async function putFigure(
  db: Db,
  figure: Figure,
  told: FigureFields,
  act: FigureAct,
): Promise<number | null> {
  const change = figureChange(fieldsOfFigure(figure), told)
  if (!change) return null
  const [fault] = faultsOfFigure(told)
  if (fault) throw fault.refusal
  if (told.slug !== figure.slug) {
    await checkFigureSlug(db, told.slug, figure.slug)
    await moveAddress(db, `/figures/${figure.slug}`, `/figures/${told.slug}`)
  }
  return recordFigure(db, figure, change, act)
}

/** @param own that it has now: an address it had before may be taken back; @throws Refusal when another has it or had it */
export async function checkFigureSlug(db: Db, slug: string, own?: string): Promise<void> {
  const leadsTo = await findOldAddress(db, `/figures/${slug}`)
  const isOwn = own !== undefined && leadsTo === `/figures/${own}`
  if ((await findFigure(db, slug)) === null && (leadsTo === null || isOwn)) return
  throw new Refusal(
    'figure-slug-taken',
    { slug },
    `The address “${slug}” belongs or belonged to another figure.`,
  )
}
