import type { Store } from '../storage/store.ts'
import type { Parts } from './handler.ts'
import { handlers } from './handlers.ts'
import { keepHouse } from './keep-house.ts'
import { startWork, type Work } from './work.ts'

/**
 * Begins to work for a site: all that comes due is done until it is stopped.
 *
 * @param zone of the machine; @param speed how much faster than time its clock goes
 */
export async function openWork(store: Store, parts: Parts, zone: string, speed = 1): Promise<Work> {
  const reads = {
    hasReturns: parts.readReturns !== null,
    hasMailbox: parts.readMailbox !== null,
    hasMentions: parts.webmention ?? false,
    hasFaces: (parts.faces?.server ?? null) !== null,
  }
  await keepHouse(store, { zone, now: parts.now(), ...reads })
  // Of a clock that goes fast, an hour may be over within one of the usual looks.
  const times = speed > 1 ? { lookEvery: Math.max(50, 3000 / speed) } : {}
  return startWork({ store, handlers, parts, times })
}
