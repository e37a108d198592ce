import type { Selectable } from 'kysely'
import type { Offered } from '../domain/figure/weigh-told.ts'
import type { FigureOffer } from '../domain/figure-watch.ts'
import type { Db, Tables } from './tables.ts'

export async function insertFigureOffer(db: Db, offer: FigureOffer): Promise<void> {
  await db
    .insertInto('figure_offers')
    .values({
      id: offer.id,
      figure_id: offer.figureId,
      watch_id: offer.watchId,
      source_id: offer.sourceId,
      line: offer.line,
      key: offer.key,
      offered: JSON.stringify(offer.offered),
      state: offer.state,
      at: offer.at,
      settled_at: offer.settledAt,
      settled_by: offer.settledBy,
    })
    .execute()
}

export async function settleFigureOffer(
  db: Db,
  id: string,
  state: FigureOffer['state'],
  { by, at }: { by: string | null; at: number },
): Promise<void> {
  await db
    .updateTable('figure_offers')
    .set({ state, settled_by: by, settled_at: at })
    .where('id', '=', id)
    .execute()
}

export async function findFigureOffer(db: Db, id: string): Promise<FigureOffer | null> {
  const row = await db.selectFrom('figure_offers').where('id', '=', id).selectAll().executeTakeFirst()
  return row ? offerOf(row) : null
}

/** In one of these states, of a figure, of a watch, or all; the first that came first. */
export async function listFigureOffers(
  db: Db,
  asked: { figureId?: string; watchId?: string; states: FigureOffer['state'][] },
): Promise<FigureOffer[]> {
  const { figureId, watchId, states } = asked
  const rows = await db
    .selectFrom('figure_offers')
    .where('state', 'in', states)
    .$if(figureId !== undefined, query => query.where('figure_id', '=', figureId!))
    .$if(watchId !== undefined, query => query.where('watch_id', '=', watchId!))
    .orderBy('at')
    .orderBy('id')
    .selectAll()
    .execute()
  return rows.map(offerOf)
}

function offerOf(row: Selectable<Tables['figure_offers']>): FigureOffer {
  return {
    id: row.id,
    figureId: row.figure_id,
    watchId: row.watch_id,
    sourceId: row.source_id,
    line: row.line,
    key: row.key,
    offered: JSON.parse(row.offered) as Offered,
    state: row.state,
    at: Number(row.at),
    settledAt: row.settled_at === null ? null : Number(row.settled_at),
    settledBy: row.settled_by,
  }
}
