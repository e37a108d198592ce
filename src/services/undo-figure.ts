import { fieldsOfFigure, takeBack } from '../domain/figure/changes.ts'
import { Refusal } from '../domain/refusal.ts'
import { readFigureRevisions } from '../storage/record-figure.ts'
import type { Store } from '../storage/store.ts'
import { inFigure, putFigure } from './in-figure.ts'

/**
 * Takes back what one revision of a figure changed, as a revision of its own.
 *
 * @throws Refusal where there is nothing to take back, or somebody has changed the same since
 */
export function undoFigure(
  store: Store,
  id: string,
  number: number,
  { by, at }: { by: string; at: number },
): Promise<number | null> {
  return inFigure(store, id, async (db, figure) => {
    const [revision] = await readFigureRevisions(db, id, { number })
    if (!revision?.before || !revision.after || revision.act === 'create')
      throw new Refusal('figure-changed', {}, 'There is nothing to take back.')
    const { before, after } = revision
    const told = takeBack(fieldsOfFigure(figure), { before, after })
    if (!told) throw new Refusal('figure-changed', {}, 'Somebody has changed the same since.')
    return putFigure(db, figure, told, { by, at, act: 'undo' })
  })
}
