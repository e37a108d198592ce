import type { Fetch } from '../../outside/fetch.ts'

/** What it takes to tell other sites, and to look at what they tell. `chance`: from 0 to 1, asked anew each time. */
export type MentionMeans = {
  fetch: Fetch
  baseUrl: string
  now: () => number
  chance: () => number
  signal?: AbortSignal
}

/** How many are looked at before it is asked again what is due, and how many at the same time. */
export const batch = { most: 24, atOnce: 4 }
/** No further batch is begun after this long: the job is done in time, and the next one goes on. */
export const longestMs = 100_000

/** Does something with each of them, some at the same time. */
export async function someAtOnce<T>(all: T[], use: (one: T) => Promise<void>): Promise<void> {
  const left = [...all]
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await use(one)
  }
  await Promise.all(Array.from({ length: batch.atOnce }, worker))
}
