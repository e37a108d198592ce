import { keepRecurring } from '../services/keep-recurring.ts'
import type { Store } from '../storage/store.ts'

/**
 * The work that comes back by itself in every site.
 *
 * @param given zone: of the machine, whose nights it is done in; hasReturns: whether what could not be delivered is read; hasMailbox: whether
 *   suggestions come by a mailbox; hasMentions: whether sites are told that texts link to them;
 *   hasFaces: whether pictures of those who comment are asked for by their mail address
 */
export async function keepHouse(
  store: Store,
  {
    zone,
    now,
    hasReturns,
    hasMailbox = false,
    hasMentions = false,
    hasFaces = false,
  }: {
    zone: string
    now: number
    hasReturns: boolean
    hasMailbox?: boolean
    hasMentions?: boolean
    hasFaces?: boolean
  },
): Promise<void> {
  const nightly = { every: 'day', at: '03:30' } as const
  await keepRecurring(store, { name: 'clean-up', kind: 'clean-up', data: null, rule: nightly, zone }, now)
  const often = { every: 'minutes', count: 10 } as const
  const foreseeing = {
    name: 'recordings',
    kind: 'foresee-recordings',
    data: null,
    rule: often,
    zone,
  } as const
  await keepRecurring(store, foreseeing, now)
  // They queue themselves; this is for the first time, and for work that was lost. By one name, so that only one waits.
  const halfHourly = { every: 'minutes', count: 30 } as const
  await keepRecurring(
    store,
    { name: 'links', kind: 'look-at-links', data: null, rule: halfHourly, zone },
    now,
  )
  await keepRecurring(
    store,
    { name: 'tell-moderators', kind: 'tell-moderators', data: null, rule: often, zone },
    now,
  )
  if (hasMailbox) {
    const rule = { every: 'minutes', count: 5 } as const
    await keepRecurring(store, { name: 'read-mailbox', kind: 'read-mailbox', data: null, rule, zone }, now)
  }
  if (hasMentions) {
    const rule = { every: 'minutes', count: 5 } as const
    await keepRecurring(store, { name: 'send-mentions', kind: 'send-mentions', data: null, rule, zone }, now)
  }
  if (hasFaces)
    await keepRecurring(store, { name: 'faces', kind: 'fetch-faces', data: null, rule: often, zone }, now)
  if (!hasReturns) return
  await keepRecurring(
    store,
    { name: 'read-returns', kind: 'read-returns', data: null, rule: often, zone },
    now,
  )
}
