import { fieldsOfFigure } from '../domain/figure/changes.ts'
import { type Actor, recordAudit } from '../storage/audit.ts'
import { listFigureWatches } from '../storage/figure-watches.ts'
import { deleteFigure } from '../storage/figures.ts'
import { unqueueJob } from '../storage/jobs.ts'
import type { Store } from '../storage/store.ts'
import { inFigure } from './in-figure.ts'

/** Removes a figure with all it says; the audit keeps who did it, and what it was. @throws Refusal when it is gone */
export function dropFigure(store: Store, id: string, { who, at }: { who: Actor; at: number }): Promise<void> {
  return inFigure(store, id, async (db, figure) => {
    for (const watch of await listFigureWatches(db, id)) await unqueueJob(db, 'read-figure', watch.id)
    await deleteFigure(db, id)
    const { name, slug, points } = fieldsOfFigure(figure)
    await recordAudit(db, {
      at,
      who,
      act: 'figure-dropped',
      subject: slug,
      details: { name, points: points.length },
    })
  })
}
