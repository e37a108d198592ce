import { type ApartKind, askApart, isFailure } from '../apart.ts'
import type { MentionSource } from './source.ts'

type Page = { bytes: Uint8Array; contentType: string | null; url: string }
export type MentionAsked = Page & ({ link: string | null } | { target: string })

/** Where a page takes webmentions, read in a thread apart; null where it takes none, or cannot be read. */
export async function findEndpointApart(page: Page & { link: string | null }): Promise<string | null> {
  const answer = await askApart<{ endpoint: string | null }>(apart, page, limits)
  return isFailure(answer) ? null : answer.endpoint
}

/** What a page says of the address that it is said to link to, read likewise; null where it cannot be read. */
export async function readSourceApart(page: Page & { target: string }): Promise<MentionSource | null> {
  const answer = await askApart<MentionSource>(apart, page, limits)
  return isFailure(answer) ? null : answer
}

const limits = { ms: 8000, megabytes: 256 }
const apart: ApartKind = { file: new URL('./mention-worker.ts', import.meta.url), most: 1, idleMs: 5000 }
