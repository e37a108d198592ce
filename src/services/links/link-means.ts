import type { Fetch } from '../../outside/fetch.ts'
import type { ArchiveAddress } from '../../outside/internet-archive.ts'

/** What looking at links needs of the house. */
export type LinkMeans = {
  fetch: Fetch
  now: () => number
  /** From 0 to 1. */
  chance: () => number
  signal?: AbortSignal
  /** What the host lets be asked of the Internet Archive. */
  archive: ArchiveMeans
}

/** `keys`: of an account there, where the host has one. */
export type ArchiveMeans = { asks: boolean; saves: boolean; keys: string | null; address: ArchiveAddress }
