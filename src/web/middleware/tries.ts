import { setTimeout } from 'node:timers/promises'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { mailKey } from '../../storage/accounts.ts'
import type { Visit } from '../show.ts'
import { countedFor } from './pace.ts'

/**
 * How often strangers may try: from one address, at one account from one address, and at one account from anywhere,
 * which bounds those who have many addresses. Who is right gives back what they took, except for the last.
 */
export type Tries = {
  /** @returns seconds to wait; null: go on */
  take(c: Visit, account: string): Promise<number | null>
  /** It was the right one: those tries are forgotten. */
  forget(c: Visit, account: string): Promise<void>
}

export function createTries({ perAddress = 30, perPair = 8, perAccount = 60 } = {}): Tries {
  const quarter = 900
  const addresses = new RateLimiterMemory({ points: perAddress, duration: quarter })
  const pairs = new RateLimiterMemory({ points: perPair, duration: quarter })
  const accounts = new RateLimiterMemory({ points: perAccount, duration: 3600 })
  const keys = (c: Visit, told: string) => {
    const [account, address] = [mailKey(told).slice(0, 254), countedFor(c)]
    return { account, address, pair: `${address} ${account}` }
  }
  return {
    async take(c, told) {
      const { account, address, pair } = keys(c, told)
      // What is refused already must not use up what others may try at the account. Behind a proxy that does not say
      // for whom it asks, one who guesses must not bar all others either.
      const wait =
        (address !== null && (await consume(addresses, address))) ||
        (await consume(pairs, pair)) ||
        (await consume(accounts, account))
      return wait || null
    },
    async forget(c, told) {
      const { address, pair } = keys(c, told)
      await Promise.all([address !== null && addresses.reward(address), pairs.delete(pair)])
    },
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<number> {
  const { consumedPoints, msBeforeNext } = await limiter.penalty(key)
  return consumedPoints > limiter.points ? Math.max(1, Math.ceil(msBeforeNext / 1000)) : 0
}

/** How long an answer takes at least whose content must not tell whether there was anything to do, in milliseconds. */
const alikeMs = 300

/** Waits for an act, and no shorter when there was little to do: the time it takes tells nothing. */
export async function alike(act: Promise<void>): Promise<void> {
  await Promise.all([act, setTimeout(alikeMs)])
}
