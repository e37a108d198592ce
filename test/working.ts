import { expect, onTestFinished, vi } from 'vitest'
import type { JobRule } from '../src/domain/job.ts'
import type { Handlers } from '../src/jobs/handler.ts'
import { startWork, type Work } from '../src/jobs/work.ts'
import type { Store } from '../src/storage/store.ts'
import { quiet } from './effects.ts'

export const hour = 3_600_000
/** By which what `working` does is done, unless told otherwise. */
export const rule: JobRule = { attempts: 3, seconds: 20, atOnce: 4 }

/** Work that looks often, with a clock that the test moves. */
export function working(
  store: Store,
  handlers: Partial<Handlers>,
  more: { clock?: { now: number }; rule?: Partial<JobRule>; patience?: number } = {},
): Work {
  const work = startWork({
    store,
    handlers,
    parts: { ...quiet, now: more.clock ? () => more.clock!.now : Date.now },
    chance: () => 1,
    rules: { 'send-mail': { ...rule, ...more.rule } },
    times: { lookEvery: 20, patience: more.patience ?? 2000 },
  })
  onTestFinished(work.stop)
  return work
}

/** Others may have the machine: what is expected may take its time. */
export function soon(expectation: () => unknown): Promise<unknown> {
  return vi.waitFor(expectation, { timeout: 60_000, interval: 40 })
}

/** All that is queued or was, by when it is due. */
export function jobs({ db }: Store) {
  return db.selectFrom('jobs').orderBy('due_at').selectAll().execute()
}

export async function untilAll(store: Store, state: string): Promise<void> {
  await soon(async () => expect((await jobs(store)).filter(job => job.state !== state)).toEqual([]))
}

/** Two hundred names that sort. */
export const numbers = Array.from({ length: 200 }, (_, number) => String(number).padStart(3, '0'))
