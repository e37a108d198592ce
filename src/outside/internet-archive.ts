import type { Failure } from './failure.ts'
import type { Fetch } from './fetch.ts'

/** Where the Internet Archive answers. */
export type ArchiveAddress = { available: string; save: string }

export const internetArchive: ArchiveAddress = {
  available: 'https://archive.org/wayback/available',
  save: 'https://web.archive.org/save',
}

/**
 * The copy of an address that the archive has and that is nearest to a day (`20201218`); null where it has none.
 * https://archive.org/help/wayback_api.php
 */
export async function findCopy(
  fetch: Fetch,
  { available }: ArchiveAddress,
  url: string,
  { near, signal }: { near: string; signal?: AbortSignal },
): Promise<{ ok: true; copy: string | null } | Failure> {
  const query = new URLSearchParams({ url, timestamp: near })
  const answer = await fetch(`${available}?${query}`, { ...asked, ...(signal && { signal }) })
  if (!answer.ok) return answer
  const told = jsonOf(answer.bytes) as { archived_snapshots?: { closest?: unknown } } | null
  if (typeof told?.archived_snapshots !== 'object' || told.archived_snapshots === null) return nonsense()
  const closest = told.archived_snapshots.closest as Record<string, unknown> | undefined
  if (!closest) return { ok: true, copy: null }
  const { available: isThere, status, timestamp } = closest
  // What it keeps may be the very error that is to be mended.
  if (isThere !== true || !/^(?:2\d\d|-)$/.test(String(status ?? '200'))) return { ok: true, copy: null }
  if (typeof timestamp !== 'string' || !/^\d{8,14}$/.test(timestamp)) return nonsense()
  return { ok: true, copy: `https://web.archive.org/web/${timestamp}/${url}` }
}

/**
 * Asks the archive to save a page (Save Page Now 2). @param keys `access:secret` of an account there, or null
 *
 * @returns by which number it can be asked what became of that
 */
export async function askToSave(
  fetch: Fetch,
  { save }: ArchiveAddress,
  url: string,
  { keys, signal }: { keys: string | null; signal?: AbortSignal },
): Promise<{ ok: true; job: string } | Failure> {
  const form = new URLSearchParams({
    url,
    capture_outlinks: '0',
    skip_first_archive: '1',
    if_not_archived_within: '1d',
  })
  const answer = await fetch(save, {
    ...asked,
    send: String(form),
    isForm: true,
    ...(keys && { authorization: `LOW ${keys}` }),
    ...(signal && { signal }),
  })
  if (!answer.ok) return answer
  const told = jsonOf(answer.bytes) as { job_id?: unknown; message?: unknown } | null
  return typeof told?.job_id === 'string' && /^[\w-]{4,100}$/.test(told.job_id)
    ? { ok: true, job: told.job_id }
    : nonsense()
}

/** What became of a page that is being saved; `copy` once it is there, `failed` when it never will be. */
export async function askWhetherSaved(
  fetch: Fetch,
  { save }: ArchiveAddress,
  job: string,
  { keys, signal }: { keys: string | null; signal?: AbortSignal },
): Promise<{ ok: true; state: 'pending' | 'failed' } | { ok: true; state: 'saved'; copy: string } | Failure> {
  const answer = await fetch(`${save}/status/${job}`, {
    ...asked,
    ...(keys && { authorization: `LOW ${keys}` }),
    ...(signal && { signal }),
  })
  if (!answer.ok) return answer
  const told = jsonOf(answer.bytes) as Record<string, unknown> | null
  const { status, timestamp, original_url: original } = told ?? {}
  if (status === 'pending') return { ok: true, state: 'pending' }
  if (status === 'error') return { ok: true, state: 'failed' }
  if (status !== 'success' || typeof timestamp !== 'string' || typeof original !== 'string') return nonsense()
  if (!/^\d{14}$/.test(timestamp) || !URL.canParse(original)) return nonsense()
  return { ok: true, state: 'saved', copy: `https://web.archive.org/web/${timestamp}/${original}` }
}

const asked = {
  accept: 'application/json',
  limits: { totalMs: 30_000, headersMs: 30_000, wireBytes: 200_000, unpackedBytes: 1_000_000 },
} as const

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

function nonsense(): Failure {
  return { ok: false, code: 'broken', says: 'The archive gave an answer that cannot be understood.' }
}
