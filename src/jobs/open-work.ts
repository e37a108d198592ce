import type { Store } from '../storage/store.ts'
import type { Parts } from './handler.ts'
import { handlers } from './handlers.ts'
import { keepHouse } from './keep-house.ts'
import { startWork, type Work } from './work.ts'

/** Begins to work for a site: all that comes due is done until it is stopped. @param zone of the machine */
export async function openWork(store: Store, parts: Parts, zone: string): Promise<Work> {
  await keepHouse(store, zone, parts.now())
  return startWork({ store, handlers, parts })
}
