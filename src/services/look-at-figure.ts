import type { FigureLine } from '../domain/figure.ts'
import type { FigurePlace, FigureReadError } from '../domain/figure-watch.ts'
import { type FigureRead, type FigureUnread, isUnread } from '../intake/figure/figure-read.ts'
import { readFigureApart } from '../intake/figure/read-apart.ts'
import type { Fetch } from '../outside/fetch.ts'

type Got = Extract<Awaited<ReturnType<Fetch>>, { ok: true }>

export type FigureLooked =
  | { ok: true; read: FigureRead; answer: Got }
  /** `table`: what could be read of it, where it is a table of other columns or with rows that cannot be. */
  | { ok: false; error: FigureReadError; retryAfter?: number; table?: FigureRead }

/** What an address tells of a figure now: fetched, read, and nothing stored. `notModified` answers are not read. */
export async function lookAtFigure(
  address: string,
  place: FigurePlace,
  counts: FigureLine['counts'],
  { fetch, ...options }: { fetch: Fetch } & Parameters<Fetch>[1],
): Promise<FigureLooked> {
  const answer = await fetch(address, {
    limits: { wireBytes: mostBytes, unpackedBytes: mostBytes },
    ...options,
  })
  if (!answer.ok) {
    const { code, says, retryAfter } = answer
    return { ok: false, error: { code, says }, ...(retryAfter !== undefined && { retryAfter }) }
  }
  if (answer.notModified) return { ok: true, read: { points: [], unit: null, problems: [] }, answer }
  const charset = /;\s*charset=\s*"?([\w.:-]{2,40})/i.exec(answer.contentType ?? '')?.[1]
  const asked = { bytes: answer.bytes, place, counts, ...(charset && { charset }) }
  const read = await readFigureApart(asked)
  if (isUnread(read)) return { ok: false, error: errorOf(read) }
  const [problem] = read.problems
  // A row that cannot be read may be the one that matters: all of it waits until somebody has looked.
  if (problem)
    return {
      ok: false,
      error: {
        code: `figure-${problem.code}`,
        says: problem.cell.slice(0, 300),
      },
      table: read,
    }
  if (read.points.length === 0)
    return { ok: false, error: { code: 'figure-no-columns', says: '' }, table: read }
  return { ok: true, read, answer }
}

const mostBytes = 8 * 1024 * 1024

/** `says` is what the page calls it; the sentence around it stands in `locales/`, by the code. */
function errorOf({ unread, words = '' }: FigureUnread): FigureReadError {
  return { code: `figure-${unread}`, says: words.slice(0, 300) }
}
