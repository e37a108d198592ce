import type { Selectable } from 'kysely'
import type { Block, BlockKind } from '../domain/taking-part/block.ts'
import { among } from './dialects/among.ts'
import type { Db, Tables } from './tables.ts'

/** Blocks that name one of these, or that are words, and hold at this moment for this series. */
export async function findBlocks(
  db: Db,
  {
    named,
    seriesId,
    at,
  }: { named: { kind: BlockKind; values: string[] }[]; seriesId: string | null; at: number },
): Promise<Block[]> {
  const asked = named.filter(({ values }) => values.length > 0)
  const rows = await holding(db, at)
    .where(({ eb, or }) =>
      or([
        eb('kind', '=', 'word'),
        ...asked.map(({ kind, values }) => eb('kind', '=', kind).and(among(db, 'value', values))),
      ]),
    )
    .where(({ eb, or }) =>
      or([eb('series_id', 'is', null), ...(seriesId === null ? [] : [eb('series_id', '=', seriesId)])]),
    )
    .selectAll()
    .execute()
  return rows.map(blockOf)
}

/** All that hold, the latest first. @param seriesIds null: of all series and of none */
export async function listBlocks(
  db: Db,
  { seriesIds, at, limit, offset }: { seriesIds: string[] | null; at: number; limit: number; offset: number },
): Promise<Block[]> {
  const rows = await holding(db, at)
    .$if(seriesIds !== null, query => query.where('series_id', 'in', seriesIds?.length ? seriesIds : ['']))
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .selectAll()
    .execute()
  return rows.map(blockOf)
}

export async function findBlock(db: Db, id: string): Promise<Block | null> {
  const row = await db.selectFrom('blocks').where('id', '=', id).selectAll().executeTakeFirst()
  return row ? blockOf(row) : null
}

export async function insertBlock(db: Db, block: Block): Promise<void> {
  const { id, kind, value, said, reason, seriesId, madeAt, madeBy, until } = block
  await db
    .insertInto('blocks')
    .values({ id, kind, value, said, reason, series_id: seriesId, made_at: madeAt, made_by: madeBy, until })
    .execute()
}

export async function deleteBlock(db: Db, id: string): Promise<void> {
  await db.deleteFrom('blocks').where('id', '=', id).execute()
}

/** Forgets blocks that have ended. */
export async function forgetBlocks(db: Db, before: number): Promise<void> {
  await db.deleteFrom('blocks').where('until', '<', before).execute()
}

function holding(db: Db, at: number) {
  return db.selectFrom('blocks').where(({ eb, or }) => or([eb('until', 'is', null), eb('until', '>', at)]))
}

function blockOf({ series_id, made_at, made_by, ...row }: Selectable<Tables['blocks']>): Block {
  return { ...row, seriesId: series_id, madeAt: made_at, madeBy: made_by }
}
