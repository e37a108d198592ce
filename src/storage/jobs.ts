import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { JobData, JobKind } from '../domain/job.ts'
import { toJson } from './json.ts'
import { tellQueued } from './queued.ts'
import type { Db } from './tables.ts'

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
