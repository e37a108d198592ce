import type { Selectable } from 'kysely'
import type { JobData, JobKind } from '../domain/job.ts'
import type { Recurrence } from '../domain/recurrence.ts'
import { fromJson, toJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

/** Work that comes back. `nextAt` is when it is queued next. */
export type RecurringJob<Kind extends JobKind = JobKind> = {
  name: string
  kind: Kind
  data: JobData[Kind]
  rule: Recurrence
  /** IANA; its clocks tell the time. */
  zone: string
  nextAt: number
  lastAt: number | null
}

export async function listRecurringJobs(db: Db): Promise<RecurringJob[]> {
  const rows = await db.selectFrom('recurring_jobs').orderBy('next_at').orderBy('name').selectAll().execute()
  return rows.map(recurringJobOf)
}

export async function findRecurringJob(db: Db, name: string): Promise<RecurringJob | null> {
  const row = await db.selectFrom('recurring_jobs').where('name', '=', name).selectAll().executeTakeFirst()
  return row ? recurringJobOf(row) : null
}

/** When the next is due; null where nothing comes back. */
export async function readNextRecurring(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('recurring_jobs')
    .select(({ fn }) => fn.min('next_at').as('at'))
    .executeTakeFirst()
  return row?.at ?? null
}

export async function writeRecurringJob(db: Db, job: RecurringJob): Promise<void> {
  const { name, nextAt, lastAt, kind, zone } = job
  const told = { kind, data: toJson(job.data), rule: JSON.stringify(job.rule), zone, next_at: nextAt }
  await db
    .insertInto('recurring_jobs')
    .values({ name, ...told, last_at: lastAt })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ ...told, last_at: lastAt }))
    .execute()
}

/** Moves it on, unless somebody else has: then false. */
export async function moveRecurringJob(
  db: Db,
  { name, nextAt }: RecurringJob,
  to: { nextAt: number; lastAt: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recurring_jobs')
    .set({ next_at: to.nextAt, last_at: to.lastAt })
    .where('name', '=', name)
    .where('next_at', '=', nextAt)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

function recurringJobOf(row: Selectable<Tables['recurring_jobs']>): RecurringJob {
  return {
    name: row.name,
    kind: row.kind as JobKind,
    data: fromJson(row.data) as JobData[JobKind],
    rule: JSON.parse(row.rule) as Recurrence,
    zone: row.zone,
    nextAt: row.next_at,
    lastAt: row.last_at,
  }
}
