import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { JobKind } from '../src/domain/job.ts'
import { queueJob } from '../src/storage/jobs.ts'
import { openStore } from '../src/storage/store.ts'

/** What came of it. Times in milliseconds, by the clock of the database. */
export type Stressed = {
  jobs: number
  kills: number
  jumps: number
  breaks: number
  /** Jobs that are neither done nor kept as failed at the end, or done without having left anything. */
  lost: string[]
  /** Attempts that began while another of the same job was still at it, and came to its end. */
  twoAtOnce: string[]
  /** Done more than once: their end was not written down before the process or the database went. */
  again: number
  /** Waited for a clock that had been ahead, when all had been in order again for a while. */
  late: number
  failed: string[]
  /** How long a pressing job waited at most while nothing was broken, behind all the rest. */
  pressingWaited: number
}

const worker = fileURLToPath(new URL('./work-stressed.ts', import.meta.url))
const hour = 3_600_000

/**
 * Several processes work on one PostgreSQL; they are killed, their clocks jump, the database drops them or lets nobody
 * in for a while; one job ends whoever takes it.
 *
 * @param given where: an empty database; administer: the address of another, to close that one; seconds: how long it is
 *   disturbed; dice: numbers from 0 to below 1
 */
export async function stressJobs(given: {
  where: { postgres: string }
  administer: string
  workers: number
  seconds: number
  checks: number
  dice: () => number
  /** The end of a lost job is waited for so long, in seconds. */
  patience: number
}): Promise<Stressed> {
  const { where, dice, checks } = given
  const store = await openStore(where)
  const admin = await openStore({ postgres: given.administer }, { readOnly: true, asItIs: true })
  const base = new URL(where.postgres).pathname.slice(1)
  await sql`create table attempts (id serial, what text not null, who text not null,
    begun_at timestamptz not null, ended_at timestamptz)`.execute(store.db)
  const children: ChildProcess[] = []
  const told: Stressed = {
    jobs: 0,
    kills: 0,
    jumps: 0,
    breaks: 0,
    lost: [],
    twoAtOnce: [],
    again: 0,
    late: 0,
    failed: [],
    pressingWaited: 0,
  }
  let offset = 0
  let isOver = false
  const start = async (place: number): Promise<void> => {
    const child = fork(worker, [JSON.stringify(where), `w${place}-${told.kills}`], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    children[place] = child
    child.once('exit', () => {
      if (!isOver) void start(place)
    })
    await new Promise<void>(resolve => {
      child.once('message', () => resolve())
      child.once('exit', () => resolve())
    })
    if (child.connected) child.send(offset)
  }
  const jump = (to: number) => {
    offset = to
    for (const child of children) if (child.connected) child.send(to)
  }
  const queue = async (kind: JobKind, what: string, key: 'mail' | 'reading' | 'source' | 'import') => {
    told.jobs++
    // The connection of this process is dropped like all others; what is not queued is no job.
    for (let tries = 0; ; tries++) {
      try {
        await queueJob(store.db, { kind, data: { [key]: what } as never, dueAt: Date.now() + offset })
        return
      } catch (error) {
        if (tries > 100) throw error
        await pause(50)
      }
    }
  }
  try {
    for (let number = 0; number < checks; number++) await queue('read-source', `check ${number}`, 'source')
    for (let number = 0; number < 6; number++) await queue('import', `import ${number}`, 'import')
    await Promise.all(Array.from({ length: given.workers }, (_, place) => start(place)))
    // Behind a long queue of checks and slow work, and nothing broken yet.
    for (let number = 0; number < 10; number++) {
      await queue('send-mail', `reminder ${number}`, 'mail')
      await pause(60)
    }
    await until(store, 'send-mail', given.patience)
    told.pressingWaited = await waitedMost()

    await queue('read', 'poison', 'reading')
    const end = performance.now() + given.seconds * 1000
    for (let number = 0; performance.now() < end; number++) {
      const roll = dice()
      if (roll < 0.4) {
        told.kills++
        children[Math.floor(dice() * children.length)]?.kill('SIGKILL')
      } else if (roll < 0.6) {
        told.jumps++
        jump([hour, -24 * hour, 0][Math.floor(dice() * 3)]!)
      } else if (roll < 0.7) {
        told.breaks++
        await breakOff(dice() < 0.5 ? 0 : 700)
      }
      await queue('send-mail', `mail ${number}`, 'mail')
      await queue('read', `read ${number}`, 'reading')
      await pause(150)
    }
    jump(0)
    const kinds = ['send-mail', 'read', 'read-source', 'import']
    for (const kind of kinds) await until(store, kind, given.patience)
    const { rows } = await sql<{ left: number }>`select count(*)::int as left from jobs
      where state in ('waiting', 'running')`.execute(store.db)
    told.late = rows[0]!.left
    if (told.late > 0) jump(26 * hour)
    for (const kind of kinds) await until(store, kind, given.patience)
    return await whatCame()
  } finally {
    isOver = true
    for (const child of children) child.kill('SIGKILL')
    await store.close()
    await admin.close()
  }

  /** Drops all connections, and lets nobody in for a while. */
  async function breakOff(ms: number): Promise<void> {
    const database = sql.id(base)
    if (ms) await sql`alter database ${database} allow_connections false`.execute(admin.db)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${base}`.execute(
      admin.db,
    )
    await pause(ms)
    if (ms) await sql`alter database ${database} allow_connections true`.execute(admin.db)
  }

  async function waitedMost(): Promise<number> {
    const { rows } = await sql<{ waited: number }>`select
      coalesce(max(extract(epoch from attempts.begun_at) * 1000 - jobs.due_at), 0)::float8 as waited
      from attempts join jobs on jobs.data::json->>'mail' = attempts.what`.execute(store.db)
    return Math.round(rows[0]!.waited)
  }

  async function whatCame(): Promise<Stressed> {
    const { rows: jobs } = await sql<{ what: string; state: string; ended: number }>`select
      coalesce(data::json->>'mail', data::json->>'reading', data::json->>'source', data::json->>'import') as what, state,
      (select count(*) from attempts where what = coalesce(data::json->>'mail', data::json->>'reading',
        data::json->>'source', data::json->>'import') and ended_at is not null)::int as ended
      from jobs`.execute(store.db)
    const { rows: two } = await sql<{ what: string }>`select distinct a.what from attempts a join attempts b
      on a.what = b.what and a.id < b.id and b.begun_at < a.ended_at`.execute(store.db)
    return {
      ...told,
      lost: [
        ...jobs
          .filter(({ state, ended }) => (state === 'done' ? ended === 0 : state !== 'failed'))
          .map(({ what }) => what),
        ...(jobs.length < told.jobs ? [`${told.jobs - jobs.length} rows`] : []),
      ],
      twoAtOnce: two.map(({ what }) => what),
      again: jobs.filter(({ ended }) => ended > 1).length,
      failed: jobs.filter(({ state }) => state === 'failed').map(({ what }) => what),
    }
  }
}

async function until(
  store: Awaited<ReturnType<typeof openStore>>,
  kind: string,
  seconds: number,
): Promise<void> {
  for (let looks = 0; looks < seconds * 10; looks++) {
    const { rows } = await sql<{ left: number }>`select count(*)::int as left from jobs
      where kind = ${kind} and state in ('waiting', 'running')`
      .execute(store.db)
      .catch(() => ({ rows: [] }))
    if (rows[0]?.left === 0) return
    await pause(100)
  }
}
