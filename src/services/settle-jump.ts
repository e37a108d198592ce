import { bringForward, type Due, readLatest, shortenLeases } from '../storage/leases.ts'
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
  const back =
    jumped === 'unknown' ? await backBefore(store, at) : jumped && jumped.to < jumped.from ? jumped : null
  const tooLong = Object.entries(due).filter(
    ([kind, { running }]) => running !== null && running > at + leaseMs(kind) + slackMs,
  )
  if (!back && tooLong.length === 0) return
  await store.db.transaction().execute(async db => {
    for (const [kind] of tooLong) await shortenLeases(db, kind, at + leaseMs(kind))
    if (back) await bringForward(db, back)
  })
}

/** Whoever begins to look does not know how the clock went before; what was done at a moment that is to come tells it. */
async function backBefore({ db }: Store, at: number): Promise<{ from: number; to: number } | null> {
  const latest = await readLatest(db)
  return latest !== null && latest > at + slackMs ? { from: latest + doneWithinMs, to: at } : null
}

/** What was queued a moment after the last that was done is of the same clock. */
const doneWithinMs = 10_000

/** Clocks of two machines are not quite the same. */
const slackMs = 60_000
