import type { KeptText } from '../../domain/links/kept-text.ts'
import type { PagePrint } from '../../domain/links/seen.ts'
import { type ApartKind, askApart, isFailure } from '../apart.ts'

export type LookGiven = { bytes: Uint8Array; contentType: string | null; url: string; wantsText: boolean }
export type LookAnswer = { print: PagePrint | null; text: Omit<KeptText, 'url' | 'at'> | null }

/** What a page is known by, and its text where that is wanted, read in a thread apart. */
export async function readPageApart(given: LookGiven): Promise<LookAnswer> {
  const answer = await askApart<LookAnswer>(apart, given, { ms: 8000, megabytes: 256 })
  return isFailure(answer) ? { print: null, text: null } : answer
}

const apart: ApartKind = { file: new URL('./look-worker.ts', import.meta.url), most: 1, idleMs: 5000 }
