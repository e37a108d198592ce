import type { Fetch } from '../outside/fetch.ts'
import type { Store } from '../storage/store.ts'
import { noticeWords } from './notice-words.ts'
import { within } from './within.ts'

/** Reads sources while somebody at the desk waits a moment for it; whoever cannot wait goes on. */
export type Reads = {
  /** @param patienceMs how long to wait; @returns whether it ended in time */
  source: (
    id: string,
    patienceMs: number,
    how?: { byPerson?: boolean; believed?: boolean },
  ) => Promise<boolean>
  /** Looks at the recording of an entry. */
  recording: (entryId: string, patienceMs: number) => Promise<boolean>
}

export function createReads(given: {
  store: Store
  fetch: Fetch
  now: () => number
  baseUrl: string
}): Reads {
  const { store, ...means } = given
  const going = new Map<string, Promise<void>>()

  /** One at a time of each: who asks for what is being done waits for that. */
  function begin(id: string, act: () => Promise<void>): Promise<void> {
    let work = going.get(id)
    if (!work) {
      work = act()
        // Its job will try again.
        .catch(error => console.error(`reading the source ${id} failed:`, error))
        .finally(() => going.delete(id))
      going.set(id, work)
    }
    return work
  }

  return {
    source: (id, patienceMs, how = {}) =>
      within(
        begin(id, async () => {
          const { readSource } = await import('../services/read-source.ts')
          return readSource(store, id, { ...means, ...how, words: noticeWords, chance: Math.random })
        }),
        patienceMs,
      ),
    recording: (id, patienceMs) =>
      within(
        begin(id, async () => {
          const { lookAtRecording } = await import('../services/recordings/look.ts')
          return lookAtRecording(store, id, { ...means, byPerson: true, chance: Math.random })
        }),
        patienceMs,
      ),
  }
}
