import { randomUUIDv7 } from 'node:crypto'
import { type Expression, expressionBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Job, JobData, JobKind } from '../domain/job.ts'
import { among } from './dialects/among.ts'
import { fromJson, toJson } from './json.ts'
import { tellQueued } from './queued.ts'
import type { Db, Tables } from './tables.ts'

/** `key`: at most one job of this kind and key waits. */
export type NewJob<Kind extends JobKind> = {
  kind: Kind
  data: JobData[Kind]
  dueAt: number
  key?: string
}

/**
 * Queues work, in the transaction of the change that causes it: both are stored or neither is. It is done at least
 * once, at `dueAt` (epoch milliseconds) or soon after. Where one of the same kind and key waits already, that one is
 * moved to `dueAt` and told the new data; one that runs already may have seen too little, so another is queued.
 *
 * @returns its id
 */
export async function queueJob<Kind extends JobKind>(db: Db, job: NewJob<Kind>): Promise<string> {
  const data = toJson(job.data)
  const fresh = { data, due_at: job.dueAt, attempts: 0, error: null }
  const { id } = await db
    .insertInto('jobs')
    .values({ id: randomUUIDv7(), kind: job.kind, key: job.key ?? null, state: 'waiting', ...fresh })
    .onConflict(conflict =>
      conflict.columns(['kind', 'key']).where(sql.ref('state'), '=', sql.lit('waiting')).doUpdateSet(fresh),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  tellQueued(db)
  return id
}

/** Takes back what waits under this key, because its cause is gone. What runs already runs on. */
export async function unqueueJob(db: Db, kind: JobKind, key: string): Promise<void> {
  await db
    .deleteFrom('jobs')
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('state', '=', 'waiting')
    .execute()
}

/** For a query on what is read again and again: no work of this kind waits or runs under the id of its row. */
export function hasNoWork(kind: JobKind, id: `${Reread}.id`): Expression<SqlBool> {
  const { not, exists, selectFrom } = expressionBuilder<Tables, Reread>()
  return not(
    exists(
      selectFrom('jobs')
        .whereRef('jobs.key', '=', id)
        .where('jobs.kind', '=', kind)
        .where('jobs.state', 'in', ['waiting', 'running'])
        .select('jobs.id'),
    ),
  )
}

type Reread = 'sources' | 'figure_watches'

export async function findJob(db: Db, id: string): Promise<Job | null> {
  const row = await db.selectFrom('jobs').where('id', '=', id).selectAll().executeTakeFirst()
  return row ? jobOf(row) : null
}

/** Those of one state: what waits by when it is due, what runs by its beginning, what ended the latest first. */
export async function listJobs(db: Db, state: Job['state'], limit: number): Promise<Job[]> {
  const query = db.selectFrom('jobs').where('state', '=', state).limit(limit).selectAll()
  const inOrder = {
    waiting: query.orderBy('due_at'),
    running: query.orderBy('started_at'),
    done: query.orderBy('ended_at', 'desc'),
    failed: query.orderBy('ended_at', 'desc'),
  }
  return (await inOrder[state].orderBy('id').execute()).map(jobOf)
}

export async function countJobs(db: Db): Promise<Record<Job['state'], number>> {
  const rows = await db
    .selectFrom('jobs')
    .groupBy('state')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .execute()
  const counts = { waiting: 0, running: 0, done: 0, failed: 0 }
  for (const { state, count } of rows) counts[state] = Number(count)
  return counts
}

/** The job of each of these keys that is not done; where there are several, one that runs, else one that waits. */
export async function findOpenJobs(db: Db, kind: JobKind, keys: string[]): Promise<Map<string, Job>> {
  const rows = await db
    .selectFrom('jobs')
    .where('kind', '=', kind)
    .where(among(db, 'key', keys))
    .where('state', '<>', 'done')
    .selectAll()
    .execute()
  const rank = { done: 0, failed: 1, waiting: 2, running: 3 }
  rows.sort((a, b) => rank[a.state] - rank[b.state])
  return new Map(rows.map(row => [row.key!, jobOf(row)]))
}

/** @returns the row as it was; null when it neither waits nor has failed */
export async function removeJob(db: Db, id: string): Promise<Selectable<Tables['jobs']> | null> {
  const row = await db
    .deleteFrom('jobs')
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'failed'])
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

/** What failed under this key is not shown any more. */
export async function forgetFailedJobs(db: Db, kind: JobKind, key: string): Promise<void> {
  await db
    .deleteFrom('jobs')
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('state', '=', 'failed')
    .execute()
}

/** Removes what ended before these moments. */
export async function removeEndedJobs(db: Db, before: { done: number; failed: number }): Promise<void> {
  for (const state of ['done', 'failed'] as const)
    await db.deleteFrom('jobs').where('state', '=', state).where('ended_at', '<', before[state]).execute()
}

function jobOf(row: Selectable<Tables['jobs']>): Job {
  return {
    id: row.id,
    kind: row.kind,
    key: row.key,
    data: fromJson(row.data),
    state: row.state,
    dueAt: row.due_at,
    attempts: row.attempts,
    worker: row.worker,
    startedAt: row.started_at,
    leasedUntil: row.leased_until,
    endedAt: row.ended_at,
    setback: fromJson(row.error),
  }
}
