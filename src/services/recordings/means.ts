import type { Fetch } from '../../outside/fetch.ts'

export type LookMeans = {
  fetch: Fetch
  now: () => number
  /** From 0 to 1. */
  chance: () => number
  signal?: AbortSignal
  /** Somebody waits for it at the desk. */
  byPerson?: boolean
}
