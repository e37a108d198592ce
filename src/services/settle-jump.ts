import { bringForward, type Due, shortenLeases } from '../storage/leases.ts'
import type { Store } from '../storage/store.ts'

/**
 * Sets right what a clock that was wrong has left in the queue: leases that would not end for hours, and work that was
 * due before the clock was put back.
 *
 * @param told jumped: what the clock would show now, and what it shows (epoch milliseconds), if that is known to differ;
 *   leaseMs: how long a lease of a kind is
 */
export async function settleJump(
  store: Store,
  told: {
    jumped: { from: number; to: number } | 'unknown' | null
    at: number
    due: Due
    leaseMs: (kind: string) => number
  },
): Promise<void> {
  const { jumped, at, due, leaseMs } = told
  const isBack = jumped !== null && jumped !== 'unknown' && jumped.to < jumped.from
  const tooLong = Object.entries(due).filter(
    ([kind, { running }]) => running !== null && running > at + leaseMs(kind) + slackMs,
  )
  if (!isBack && tooLong.length === 0) return
  await store.db.transaction().execute(async db => {
    for (const [kind] of tooLong) await shortenLeases(db, kind, at + leaseMs(kind))
    if (isBack) await bringForward(db, jumped)
  })
}

/** Clocks of two machines are not quite the same. */
const slackMs = 60_000
