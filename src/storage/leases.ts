import { type ExpressionBuilder, type Selectable, sql } from 'kysely'
import type { Lease } from '../domain/job.ts'
import type { ToldSetback } from '../domain/setback.ts'
import { withTaken } from './dialects/skip-locked.ts'
import { fromJson, toJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

/** Of each kind: when the first that waits is due, and when the first lease runs out; null where there is none. */
export type Due = Record<string, { waiting: number | null; running: number | null }>

export async function readDue(db: Db, kinds: string[]): Promise<Due> {
  if (kinds.length === 0) return {}
  const first = (kind: string, state: 'waiting' | 'running', column: 'due_at' | 'leased_until') =>
    db
      .selectFrom('jobs')
      .where('state', '=', state)
      .where('kind', '=', kind)
      .select(({ fn }) => fn.min(column).as('at'))
  // One statement, in which each part is one look into the index.
  const row = (await db
    .selectNoFrom(
      kinds.flatMap((kind, index) => [
        first(kind, 'waiting', 'due_at').as(`waiting_${index}`),
        first(kind, 'running', 'leased_until').as(`running_${index}`),
      ]),
    )
    .executeTakeFirstOrThrow()) as Record<string, number | null>
  return Object.fromEntries(
    kinds.map((kind, index) => [
      kind,
      { waiting: row[`waiting_${index}`] ?? null, running: row[`running_${index}`] ?? null },
    ]),
  )
}

/**
 * Takes up to `most` jobs of a kind that are due, or (`from: 'running'`) whose lease has run out, the first due
 * first. What another transaction takes just now is passed by, and so is what waits behind a running job of its key.
 *
 * @param lease until: epoch milliseconds; except: ids of what this worker runs, whatever the clock says of its leases
 */
export async function takeJobs(
  db: Db,
  of: { kind: string; from: 'waiting' | 'running'; most: number },
  lease: { worker: string; now: number; until: number; except: string[] },
): Promise<Lease[]> {
  const { kind, from, most } = of
  const { worker, now, until, except } = lease
  const due = db
    .selectFrom('jobs')
    .where('state', '=', from)
    .where('kind', '=', kind)
    .where(from === 'waiting' ? 'due_at' : 'leased_until', '<=', now)
    .$if(from === 'waiting', query => query.where(isNotBehind))
    .$if(except.length > 0, query => query.where('id', 'not in', except))
    .orderBy('due_at')
    .orderBy('id')
    .limit(most)
    .select('id')
  const rows = await withTaken(db, due)
    .updateTable('jobs')
    .set(({ eb }) => ({
      state: 'running' as const,
      worker,
      started_at: now,
      leased_until: until,
      attempts: eb('attempts', '+', 1),
    }))
    .where('id', 'in', eb => eb.selectFrom('taken').select('id'))
    .returning(['id', 'kind', 'data', 'attempts', 'due_at'])
    .execute()
  return rows.sort(inOrder).map(({ id, kind, data, attempts, due_at }) => ({
    id,
    kind,
    data: fromJson(data),
    dueAt: due_at,
    worker,
    attempt: attempts,
  }))
}

/** No lease is longer than its kind's: one that seems to be was written by a clock that was ahead, and would not end for as long. */
export async function shortenLeases(db: Db, kind: string, until: number): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ leased_until: until })
    .where('state', '=', 'running')
    .where('kind', '=', kind)
    .where('leased_until', '>', until)
    .execute()
}

/** When something was begun or ended last, by the clocks of those who did it. */
export async function readLatest(db: Db): Promise<number | null> {
  const last = (column: 'started_at' | 'ended_at') =>
    db
      .selectFrom('jobs')
      .select(({ fn }) => fn.max(column).as('at'))
      .executeTakeFirst()
  const moments = [(await last('started_at'))?.at, (await last('ended_at'))?.at].filter(at => at != null)
  return moments.length > 0 ? Math.max(...moments) : null
}

/**
 * After the clock was put back: what was due before is due now, and a pause between two attempts is as long as it was.
 * What waits for its own moment waits for it.
 *
 * @param from what the clock showed; @param to what it shows, in epoch milliseconds
 */
export async function bringForward(db: Db, { from, to }: { from: number; to: number }): Promise<void> {
  const waiting = () => db.updateTable('jobs').where('state', '=', 'waiting').where('due_at', '>', to)
  await waiting().where('due_at', '<=', from).set({ due_at: to }).execute()
  await waiting()
    .where('attempts', '>', 0)
    .set(({ eb }) => ({ due_at: eb('due_at', '-', from - to) }))
    .execute()
}

/** @returns whether it still was this worker's to end */
export async function endJob(
  db: Db,
  lease: Lease,
  at: number,
  failed: ToldSetback | null = null,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('jobs')
    .set({
      state: failed ? 'failed' : 'done',
      ended_at: at,
      leased_until: null,
      error: failed && toJson(failed),
    })
    .where(isHeldBy(lease))
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/**
 * Lets a job wait again, in a transaction. Where another of its key waits already, that one stands for both.
 *
 * @param next setback: what it is told kept it from being done (left out: what it was told before); attempts: how
 *   many count
 * @returns whether it still was this worker's to give back
 */
export async function putBackJob(
  db: Db,
  lease: Lease,
  next: { dueAt: number; attempts: number; setback?: ToldSetback },
): Promise<boolean> {
  const row = await db.deleteFrom('jobs').where(isHeldBy(lease)).returningAll().executeTakeFirst()
  if (row) await insertWaiting(db, row, next)
  return row !== undefined
}

/** Puts a row that was deleted back to wait, unless another of its key waits. */
export async function insertWaiting(
  db: Db,
  row: Selectable<Tables['jobs']>,
  next: { dueAt: number; attempts: number; setback?: ToldSetback },
): Promise<void> {
  await db
    .insertInto('jobs')
    .values({
      ...row,
      state: 'waiting',
      due_at: next.dueAt,
      attempts: next.attempts,
      worker: null,
      started_at: null,
      leased_until: null,
      ended_at: null,
      error: next.setback ? toJson(next.setback) : row.error,
    })
    .onConflict(conflict =>
      conflict.columns(['kind', 'key']).where(sql.ref('state'), '=', sql.lit('waiting')).doNothing(),
    )
    .execute()
}

/** No job of its key runs: two would do the same at the same time. */
function isNotBehind({ or, eb, not, exists, selectFrom }: ExpressionBuilder<Tables, 'jobs'>) {
  return or([
    eb('jobs.key', 'is', null),
    not(
      exists(
        selectFrom('jobs as other')
          .whereRef('other.kind', '=', 'jobs.kind')
          .whereRef('other.key', '=', 'jobs.key')
          .where('other.state', '=', 'running')
          .select('other.id'),
      ),
    ),
  ])
}

/** Whoever took it after a lease ran out has another attempt: what comes late from the one before changes nothing. */
function isHeldBy({ id, worker, attempt }: Lease) {
  return ({ and, eb }: ExpressionBuilder<Tables, 'jobs'>) =>
    and([
      eb('id', '=', id),
      eb('state', '=', 'running'),
      eb('worker', '=', worker),
      eb('attempts', '=', attempt),
    ])
}

function inOrder(a: { id: string; due_at: number }, b: { id: string; due_at: number }): number {
  return a.due_at - b.due_at || (a.id < b.id ? -1 : 1)
}
