import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { type JobKind, type JobRule, jobRules, type Lease, roomForJobs } from '../domain/job.ts'
import { queueRecurring } from '../services/queue-recurring.ts'
import { type Outcome, settleJob } from '../services/settle-job.ts'
import { settleJump } from '../services/settle-jump.ts'
import { type Taken, takeJobs, type Wanted } from '../services/take-jobs.ts'
import { type Due, readDue } from '../storage/leases.ts'
import { onQueued } from '../storage/queued.ts'
import { readNextRecurring } from '../storage/recurring-jobs.ts'
import type { Store } from '../storage/store.ts'
import { attempt } from './attempt.ts'
import type { Handler, Handlers, Parts } from './handler.ts'
import { createSleep } from './sleep.ts'

export type Work = {
  /** Takes no more; what runs may end within a few seconds, the rest is given back to be done by others. */
  stop: () => Promise<void>
}

/** Milliseconds. */
const usual = {
  /** How long to sleep at most: work that another process queues is noticed by then. */
  lookEvery: 3000,
  /** How long what runs may go on when it is to stop. */
  patience: 5000,
  /** What a lease is longer than the attempt it is for. */
  spare: 15_000,
}

/** After a transaction has told of a job it may take this long until the job is there to see. */
const looksAgain = [5, 50, 300, 1500]

/** How long a store that does not answer is let alone at most, in milliseconds. */
const longestPause = 15_000

/** When it is tried again to write down how a job ended. Together these are shorter than what a lease has to spare. */
const settlesAgain = [100, 500, 2000, 4000, 6000]

/** By how much the clock may go otherwise than time does before it is said to have jumped. */
const jumpMs = 20_000

/**
 * Runs jobs as they come due, until it is stopped: the clock's door. Several processes may do so on one store.
 *
 * @param given handlers: those of these kinds are run, others are left alone; chance: from 0 to 1, for the pauses
 */
export function startWork(given: {
  store: Store
  handlers: Partial<Handlers>
  parts: Parts
  chance?: () => number
  rules?: Partial<Record<JobKind, JobRule>>
  times?: Partial<typeof usual>
}): Work {
  const { store, handlers, parts, chance = Math.random } = given
  const { now } = parts
  const times = { ...usual, ...given.times }
  const kinds = Object.keys(handlers) as JobKind[]
  const ruleOf = (kind: string) => given.rules?.[kind as JobKind] ?? jobRules[kind as JobKind]
  const worker = `${hostname()} ${process.pid} ${randomBytes(3).toString('hex')}`
  const running = new Map<string, { kind: string; isLost: boolean; ended: Promise<void> }>()
  const leave = new AbortController()
  const sleep = createSleep()
  let stopping = false
  let looks: number[] = []
  let clock = { wall: Number.NaN, steady: 0 }
  /** Until when, by the steady clock, what others run is not taken for lost. */
  let trustAgainAt = 0

  const forget = onQueued(store.db, () => {
    looks = [...looksAgain]
    sleep.wake()
  })
  const loop = run()
  return {
    async stop() {
      stopping = true
      forget()
      sleep.wake()
      await loop
      const ends = () => [...running.values()].map(({ ended }) => ended)
      const patience = setTimeout(() => leave.abort(), times.patience)
      await Promise.all(ends())
      clearTimeout(patience)
    },
  }

  async function run(): Promise<void> {
    for (let troubles = 0; !stopping; ) {
      try {
        await sleep.for(await look())
        troubles = 0
      } catch (error) {
        if (troubles++ === 0) console.error('Work that is due could not be looked for:', error)
        await sleep.for(Math.min(longestPause, times.lookEvery * 2 ** Math.min(troubles, 6)))
      }
    }
  }

  /** Begins what is due and may be begun. Returns how long to sleep, in milliseconds. */
  async function look(): Promise<number> {
    const jumped = jumpOfClock()
    const recurring = await readNextRecurring(store.db)
    if (jumped || (recurring !== null && recurring <= now())) await queueRecurring(store, now())
    const due = await readDue(store.db, kinds)
    const at = now()
    await settleJump(store, { jumped, at, due, leaseMs })
    const wanted = kinds.map(kind => wantedOf(kind, due, at)).filter(each => each !== null)
    const room = roomForJobs.all - running.size
    const mostOthers = roomForOthers()
    if (wanted.some(({ isPressing }) => isPressing || mostOthers > 0) && room > 0) {
      wanted.sort((a, b) => Number(b.isPressing) - Number(a.isPressing) || a.since - b.since)
      const mostLost = [...running.values()].some(({ isLost }) => isLost) ? 0 : 1
      const by = { worker, now: at, running: [...running.keys()], most: room, mostOthers, mostLost }
      const taken = await takeJobs(store, wanted, by)
      for (const lease of taken) begin(lease)
      // Others have it in hand, or it waits for the one before it.
      if (taken.length === 0) return Math.min(1000, times.lookEvery)
      return 0
    }
    const moments = room > 0 ? kinds.flatMap(kind => (hasRoom(kind) ? Object.values(due[kind]!) : [])) : []
    const next = Math.min(...[...moments, recurring].filter(moment => moment !== null))
    return Math.max(0, Math.min(next - at, looks.shift() ?? times.lookEvery, times.lookEvery))
  }

  function hasRoom(kind: string): boolean {
    const runs = [...running.values()].filter(job => job.kind === kind).length
    return runs < ruleOf(kind).atOnce && (isPressing(kind) || roomForOthers() > 0)
  }

  function isPressing(kind: string): boolean {
    return ruleOf(kind).isPressing === true
  }

  function roomForOthers(): number {
    const runs = [...running.values()].filter(({ kind }) => !isPressing(kind)).length
    return roomForJobs.all - roomForJobs.keptForPressing - runs
  }

  /** An attempt, what it may go on for when it is to stop, and more than it takes to write down how it ended. */
  function leaseMs(kind: string): number {
    return ruleOf(kind).seconds * 1000 + times.patience + times.spare
  }

  function wantedOf(
    kind: string,
    due: Due,
    at: number,
  ): (Wanted & { since: number; isPressing: boolean }) | null {
    const rule = ruleOf(kind)
    const most = rule.atOnce - [...running.values()].filter(job => job.kind === kind).length
    const { waiting, running: leased } = due[kind]!
    const isLost = leased !== null && leased <= at && performance.now() >= trustAgainAt
    if (most <= 0 || !(isLost || (waiting !== null && waiting <= at))) return null
    const since = Math.min(waiting ?? at, isLost ? leased : at)
    return {
      kind,
      most,
      leaseMs: leaseMs(kind),
      attempts: rule.attempts,
      isLost,
      isPressing: isPressing(kind),
      since,
    }
  }

  function begin(lease: Taken): void {
    const ended = runJob(lease).finally(() => {
      running.delete(lease.id)
      sleep.wake()
    })
    running.set(lease.id, { kind: lease.kind, isLost: lease.isLost ?? false, ended })
  }

  async function runJob(lease: Lease): Promise<void> {
    const handler = handlers[lease.kind as JobKind] as Handler
    const { seconds, attempts, longestPause } = ruleOf(lease.kind)
    const outcome = await attempt(
      signal => handler(store, lease.data as never, { ...parts, signal, dueAt: lease.dueAt }),
      {
        seconds,
        leave: leave.signal,
      },
    )
    report(lease, outcome)
    // A store that is away for a moment: what was done need not be done again, as long as the lease is ours.
    for (const pause of [...settlesAgain, null]) {
      try {
        await settleJob(store, lease, outcome, { attempts, now: now(), chance: chance(), longestPause })
        return
      } catch (error) {
        if (pause !== null && !leave.signal.aborted) await new Promise(resolve => setTimeout(resolve, pause))
        // Its lease will run out, and it will be done again.
        else return console.error(`How the job ${lease.kind} ended could not be written down:`, error)
      }
    }
  }

  /**
   * By how much the clock has gone otherwise than time since the last look, if it has. The first look does not know.
   * After one that was put forward, leases of others seem to have run out that have not: for as long as one lasts,
   * nothing is taken for lost.
   */
  function jumpOfClock(): { from: number; to: number } | 'unknown' | null {
    const before = clock
    clock = { wall: now(), steady: performance.now() }
    const from = before.wall + clock.steady - before.steady
    if (Number.isNaN(from)) return 'unknown'
    if (Math.abs(clock.wall - from) < jumpMs) return null
    if (clock.wall > from) trustAgainAt = clock.steady + Math.max(0, ...kinds.map(leaseMs))
    return { from, to: clock.wall }
  }
}

/** What a setback says is for the owner's page; only a fault of ours belongs into the log. */
function report({ kind }: Lease, outcome: Outcome): void {
  if (typeof outcome === 'object' && outcome.told.code === 'fault')
    console.error(`The job ${kind} failed:`, outcome.cause)
}
