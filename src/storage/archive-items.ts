import type { Selectable } from 'kysely'
import type { ArchiveItem, Destination, Found } from '../domain/archive.ts'
import { insertRows } from './insert-rows.ts'
import { fromJson, toJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

export async function insertArchiveItems(db: Db, archiveId: string, items: ArchiveItem[]): Promise<void> {
  await insertRows(
    db,
    'archive_items',
    items.map(item => ({
      archive_id: archiveId,
      number: item.number,
      key: item.key,
      type: item.type,
      status: item.status,
      title: item.title,
      day: item.day,
      author: item.author,
      words: JSON.stringify({ categories: item.categories, tags: item.tags }),
      comments: item.comments,
      found: JSON.stringify(item.found),
      to: item.destination.to,
      series: seriesOf(item.destination),
      edition: item.edition,
      decided: item.decided,
      rule: item.rule,
      state: item.state,
      target: item.target,
      error: toJson(item.error),
    })),
    { skipTaken: true },
  )
}

/** In the order of the export. */
export async function readArchiveItems(
  db: Db,
  archiveId: string,
  asked: {
    after?: number
    limit?: number
    /** With a limit: so many are left out before. */
    offset?: number
    number?: number
    to?: ArchiveItem['destination']['to']
    state?: ArchiveItem['state']
  } = {},
): Promise<ArchiveItem[]> {
  const { after, limit, offset, number, to, state } = asked
  const rows = await db
    .selectFrom('archive_items')
    .where('archive_id', '=', archiveId)
    .$if(after !== undefined, query => query.where('number', '>', after!))
    .$if(number !== undefined, query => query.where('number', '=', number!))
    .$if(to !== undefined, query => query.where('to', '=', to!))
    .$if(state !== undefined, query => query.where('state', '=', state!))
    .orderBy('number')
    .$if(limit !== undefined, query => query.limit(limit!))
    .$if(limit !== undefined && offset !== undefined, query => query.offset(offset!))
    .selectAll()
    .execute()
  return rows.map(itemOf)
}

/** How many items become what, how many of those for editions are events, and how many of all could not be brought in. */
export async function countArchiveItems(
  db: Db,
  archiveId: string,
): Promise<Record<'all' | 'failed' | 'entry' | Destination['to'], number>> {
  const rows = await db
    .selectFrom('archive_items')
    .where('archive_id', '=', archiveId)
    .groupBy(['to', 'state'])
    .select(['to', 'state', ({ fn }) => fn.countAll<number>().as('count')])
    .select(({ fn, eb }) =>
      fn.sum<number>(eb.case().when('found', 'like', '%"isEvent":true%').then(1).else(0).end()).as('events'),
    )
    .execute()
  const counts = { all: 0, edition: 0, entry: 0, post: 0, page: 0, out: 0, failed: 0 }
  for (const { to, state, count, events } of rows) {
    counts.all += Number(count)
    counts[to as Destination['to']] += Number(count)
    if (to === 'edition') counts.entry += Number(events)
    if (state === 'failed') counts.failed += Number(count)
  }
  return counts
}

/** How far an export has been read: the number of its last item; -1 before the first. */
export async function lastArchiveItem(db: Db, archiveId: string): Promise<number> {
  const { last } = await db
    .selectFrom('archive_items')
    .where('archive_id', '=', archiveId)
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? -1
}

export async function writeDecision(
  db: Db,
  archiveId: string,
  number: number,
  {
    destination,
    edition,
    decided,
    rule,
  }: {
    destination: Destination
    edition: string | null
    decided: ArchiveItem['decided']
    rule: string | null
  },
): Promise<void> {
  await db
    .updateTable('archive_items')
    .set({ to: destination.to, series: seriesOf(destination), edition, decided, rule })
    .where('archive_id', '=', archiveId)
    .where('number', '=', number)
    .execute()
}

export async function settleArchiveItem(
  db: Db,
  archiveId: string,
  number: number,
  told:
    | { state: 'done'; target: string | null }
    | { state: 'failed'; error: NonNullable<ArchiveItem['error']> },
): Promise<void> {
  await db
    .updateTable('archive_items')
    .set({
      state: told.state,
      ...('target' in told && { target: told.target }),
      error: 'error' in told ? JSON.stringify(told.error) : null,
    })
    .where('archive_id', '=', archiveId)
    .where('number', '=', number)
    .execute()
}

/** Everything is to be brought in once more: what is there already is left as it is. */
export async function reopenArchiveItems(db: Db, archiveId: string): Promise<void> {
  await db
    .updateTable('archive_items')
    .set({ state: 'waiting', error: null })
    .where('archive_id', '=', archiveId)
    .execute()
}

function seriesOf(destination: Destination): string | null {
  return destination.to === 'edition' ? destination.series : null
}

function itemOf(row: Selectable<Tables['archive_items']>): ArchiveItem {
  const words = fromJson<{ categories: string[]; tags: string[] }>(row.words)
  return {
    number: row.number,
    key: row.key,
    type: row.type,
    status: row.status,
    title: row.title,
    day: row.day,
    author: row.author,
    categories: words?.categories ?? [],
    tags: words?.tags ?? [],
    comments: row.comments,
    found: fromJson<Found>(row.found)!,
    destination:
      row.to === 'edition'
        ? { to: 'edition', series: row.series ?? '' }
        : { to: row.to as Exclude<Destination['to'], 'edition'> },
    edition: row.edition,
    decided: row.decided as ArchiveItem['decided'],
    rule: row.rule,
    state: row.state as ArchiveItem['state'],
    target: row.target,
    error: fromJson<ArchiveItem['error']>(row.error),
  }
}
