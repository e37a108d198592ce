import { setTimeout } from 'node:timers/promises'
import { keyed, secretOfTakingPart } from '../../services/taking-part/keys.ts'
import { mailKey } from '../../storage/accounts.ts'
import { countPace, endPace, uncountPace } from '../../storage/paces.ts'
import type { Parts, Visit } from '../show.ts'
import { countedFor } from './pace.ts'

/**
 * How often strangers may try, in all processes of the site together: from one address, at one account from one address,
 * and at one account from anywhere, which bounds those who have many addresses. Who is right gives back what they took,
 * except for the last.
 */
export type Tries = {
  /** @returns seconds to wait; null: go on */
  take(c: Visit, account: string): Promise<number | null>
  /** It was the right one: those tries are forgotten. */
  forget(c: Visit, account: string): Promise<void>
}

const [quarter, hour] = [900_000, 3_600_000]

/** @param at what is tried; each counts for itself */
export function createTries(
  { store, now }: Pick<Parts, 'store' | 'now'>,
  at: 'password' | 'link' | 'forgotten' | 'passkey' | 'own password' | 'code',
  { perAddress = 30, perPair = 8, perAccount = 60 } = {},
): Tries {
  const keysOf = async (c: Visit, told: string) => {
    const secret = await secretOfTakingPart(store.db)
    const [account, address] = [mailKey(told).slice(0, 254), countedFor(c)]
    const key = (of: string, words: string) => `try ${at} ${of} ${keyed(secret, `try ${of}`, words)}`
    return {
      address: address === null ? null : key('from', address),
      pair: key('pair', `${address} ${account}`),
      account: account === '' ? null : key('at', account),
    }
  }
  const count = async (key: string | null, most: number, ms: number) => {
    if (key === null) return null
    const { count, until } = await countPace(store.db, { key, at: now(), ms })
    return count > most ? Math.max(1, Math.ceil((until - now()) / 1000)) : null
  }
  return {
    async take(c, told) {
      // Nobody signs in to what is only read.
      if (store.isReadOnly) return null
      const { account, address, pair } = await keysOf(c, told)
      // What is refused already must not use up what others may try at the account. Behind a proxy that does not say
      // for whom it asks, one who guesses must not bar all others either.
      return (
        (await count(address, perAddress, quarter)) ??
        (await count(pair, perPair, quarter)) ??
        (await count(account, perAccount, hour))
      )
    },
    async forget(c, told) {
      const { address, pair } = await keysOf(c, told)
      if (address !== null) await uncountPace(store.db, address)
      await endPace(store.db, pair)
    },
  }
}

/** How long an answer takes at least whose content must not tell whether there was anything to do, in milliseconds. */
const alikeMs = 300

/** Waits for an act, and no shorter when there was little to do: the time it takes tells nothing. */
export async function alike<T>(act: Promise<T>): Promise<T> {
  const [done] = await Promise.all([act, setTimeout(alikeMs)])
  return done
}
