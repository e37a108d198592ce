import type { Selectable } from 'kysely'
import type { Block, BlockKind } from '../domain/taking-part/block.ts'
import { amongTold, asList } from './dialects/among.ts'
import { prepared } from './prepared.ts'
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
  const valuesOf = (asked: BlockKind) =>
    asList(
      db,
      named.flatMap(({ kind, values }) => (kind === asked ? values : [])),
    )
  const [visitor, account, mail, network, domain] = namable.map(valuesOf)
  // Of no series is none by this name.
  const series = seriesId ?? ''
  const rows = await blocksOf(db, { visitor, account, mail, network, domain, series, at })
  return rows.map(blockOf)
}

const namable = ['visitor', 'account', 'mail', 'network', 'domain'] as const

const blocksOf = prepared(
  (db, told: Record<(typeof namable)[number], unknown> & { series: string; at: number }) =>
    holding(db, told.at)
      .where(({ eb, or }) =>
        or([
          eb('kind', '=', 'word'),
          ...namable.map(kind => eb('kind', '=', kind).and(amongTold(db, 'value', told[kind]))),
        ]),
      )
      .where(({ eb, or }) => or([eb('series_id', 'is', null), eb('series_id', '=', told.series)]))
      .selectAll(),
)

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
