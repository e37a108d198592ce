import type { FailureCode } from '../../domain/problem.ts'
import type { Seen, Unseen, UnseenReason } from '../../domain/recordings/seen.ts'
import type { Fetch } from '../fetch.ts'

/** What a provider answered: `status` of a refusal too, where the provider's documentation says what it means. */
export type Told =
  | { ok: true; text: string; contentType: string | null; url: string }
  | { ok: false; status: number | null; code: FailureCode; unseen: UnseenReason; retryAfter?: number }

/** Asks one address. `page`: it is meant for people, and robots.txt counts; else for programs. */
export type Ask = (address: string, as?: 'api' | 'page') => Promise<Told>

/** How one provider is asked what is at an address of its own. */
export type Provider = {
  name: string
  knows: (url: URL) => boolean
  /** Whoever is asked is the host of the address itself, and nobody else. */
  asksOwnHostOnly?: true
  see: (url: URL, ask: Ask) => Promise<Seen | Unseen>
}

const mostBytes = 4_000_000

/** @param byPerson somebody waits for it at the desk: it is read as at their browser, at once */
export function createAsk(
  fetch: Fetch,
  { signal, byPerson }: { signal?: AbortSignal; byPerson?: boolean },
): Ask {
  return async (address, as = 'api') => {
    const answer = await fetch(address, {
      purpose: byPerson ? 'person' : as === 'api' ? 'api' : 'watch',
      limits: { wireBytes: mostBytes, unpackedBytes: mostBytes * 2 },
      ...(signal && { signal }),
    })
    if (answer.ok) {
      const { contentType, url } = answer
      return { ok: true, text: new TextDecoder().decode(answer.bytes), contentType, url }
    }
    const { status = null, code, retryAfter } = answer
    return {
      ok: false,
      status,
      code,
      unseen: unseenOf(code),
      ...(retryAfter !== undefined && { retryAfter }),
    }
  }
}

function unseenOf(code: FailureCode): UnseenReason {
  if (code === 'busy' || code === 'wait') return 'busy'
  if (code === 'robots' || code === 'log-in' || code === 'address-refused') return 'refused'
  const isNobody = code === 'host-unknown' || code === 'unreachable' || code === 'slow' || code === 'stopped'
  return isNobody || code === 'bad-certificate'
    ? 'unreachable'
    : code === 'site-error'
      ? 'unreachable'
      : 'strange'
}

/** An answer from which nothing is concluded. */
export function unseen(told: Extract<Told, { ok: false }> | UnseenReason): Unseen {
  if (typeof told === 'string') return { unseen: told }
  return { unseen: told.unseen, ...(told.retryAfter !== undefined && { retryAfter: told.retryAfter }) }
}
