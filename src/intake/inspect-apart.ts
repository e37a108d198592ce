import type { InspectLine } from '../domain/finding.ts'
import type { Problem } from '../domain/problem.ts'
import { type ApartFailure, type ApartKind, askApart, holdApart, isFailure } from './apart.ts'
import type { ColumnsTold } from './csv/columns.ts'
import type { TableGlance } from './glance-at-table.ts'
import type { InspectOptions } from './inspect.ts'
import type { Incoming } from './mail/incoming.ts'

/** What the thread is asked (`inspect-worker.ts`), and what it tells. */
export type ToInspect =
  | { bytes: Uint8Array; options: InspectOptions; most: number }
  | { most: number }
  | { mail: Uint8Array; mostBytes: number }
  | { table: Uint8Array; name: string; as: string | null; published: string; columns?: ColumnsTold }
export type LinesTold = { lines: InspectLine[]; isDone: boolean }

/** What one file may take while it is read. */
const mostMs = 20_000
const mostMegabytes = 512

/** Those who paste wait for each other no longer than this allows; each costs memory. */
const file = new URL('./inspect-worker.ts', import.meta.url)
const apart: ApartKind = { file, most: 2, idleMs: 60_000 }
/** Imports take as long as it takes to store what they tell: nobody who pastes waits for that. */
const forImports: ApartKind = { file, most: 2, idleMs: 10_000 }

/**
 * The lines of a file, read in a thread apart: whoever wrote it may have made it so that reading never ends, and
 * readers of the site are to notice nothing. A file that takes too much gives a problem like any other.
 *
 * @param most so many lines are read
 * @param limits ms: how long it may take, in milliseconds of processor
 */
export async function inspectApart(
  bytes: Uint8Array,
  options: InspectOptions,
  most: number,
  { ms = mostMs } = {},
): Promise<InspectLine[]> {
  const asked: ToInspect = { bytes, options, most }
  const told = await askApart<LinesTold>(apart, asked, { ms, megabytes: mostMegabytes })
  return isFailure(told) ? [{ problem: tooHeavy(told) }] : told.lines
}

/** How a table is understood, looked at apart as well. Null for what is no table. */
export async function glanceApart(
  table: Uint8Array,
  name: string,
  told: { as: string | null; published: string; columns?: ColumnsTold },
): Promise<TableGlance | null> {
  const asked: ToInspect = { table, name, ...told }
  const limits = { ms: mostMs, megabytes: mostMegabytes }
  const answer = await askApart<{ table: TableGlance | null }>(apart, asked, limits)
  return isFailure(answer) ? null : answer.table
}

/** Who sent a mail and what they say themselves, read apart as well. Null for what takes too much. */
export async function readIncomingApart(mail: Uint8Array, mostBytes: number): Promise<Incoming | null> {
  const asked: ToInspect = { mail, mostBytes }
  const answer = await askApart<Incoming>(apart, asked, { ms: mostMs, megabytes: mostMegabytes })
  return isFailure(answer) ? null : answer
}

const atOnce = 500

/**
 * All lines of a file, however many, read in a thread apart while the first of them are dealt with.
 *
 * @param limits ms: how long each part may take, in milliseconds of processor: of some kinds of file the first part takes
 *   almost all
 */
export async function* linesApart(
  bytes: Uint8Array,
  options: InspectOptions,
  { ms = 5 * mostMs } = {},
): AsyncGenerator<InspectLine, void, undefined> {
  const held = await holdApart(forImports, mostMegabytes)
  try {
    const ask = (asked: ToInspect) => held.ask<LinesTold>(asked, ms)
    for (let next = ask({ bytes, options, most: atOnce }); ; ) {
      const told = await next
      if (isFailure(told)) return yield { problem: tooHeavy(told) }
      if (!told.isDone) next = ask({ most: atOnce })
      yield* told.lines
      if (told.isDone) return
    }
  } finally {
    held.release()
  }
}

function tooHeavy({ failed }: ApartFailure): Problem {
  const says =
    failed === 'too-large'
      ? 'This takes too much memory to be read. Copy the part that tells of the event, and paste that.'
      : 'This takes too long to be read. Copy the part that tells of the event, and paste that.'
  return { code: 'too-heavy', says }
}
