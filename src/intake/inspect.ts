import { isUtf8 } from 'node:buffer'
import type { FieldDoubt, Finding, InspectLine } from '../domain/finding.ts'
import type { Problem } from '../domain/problem.ts'
import { doubtAround } from '../domain/settle-doubt.ts'
import type { Intake, IntakeOptions } from './intake.ts'
import { loadIntake } from './load-intake.ts'
import { readText } from './read-text.ts'
import { type IntakeKind, intakeKinds, recognise } from './recognise.ts'
import { withSeriesAsWished } from './repeated.ts'
import { adviceOn, signatureOf } from './signature.ts'
import { withSoundTexts } from './sound-text.ts'
import { unpackGzip } from './unpack.ts'

/** `name`: the file's; `as`: how to read it, whatever it looks like; `charset`: as an HTTP header or mail part tells it. */
export type InspectOptions = IntakeOptions & { name?: string; as?: IntakeKind; charset?: string }

/** Bytes of one file, and lines that come of it: more of either is nobody's programme. */
export const mostBytes = 100 * 1024 * 1024
const mostLines = 200_000

/**
 * The lines of a file, lazily, whatever is in it: a kind that cannot be read, a size that is too large and a fault of
 * an intake become problems like any other. It stores nothing and reads no clock.
 */
export async function inspect(
  given: Uint8Array,
  options: InspectOptions = {},
  depth = 0,
): Promise<Iterable<InspectLine>> {
  if (given.length > mostBytes) return [{ problem: tooLarge(given.length) }]
  const { name, as, charset, ...intakeOptions } = options
  const named = name ? { name } : {}
  const bytes = charset ? inUtf8(given, charset) : given
  if (signatureOf(bytes) === 'gzip') return unpacked(bytes, options, depth)
  const found = as ? told(as, bytes, name) : recognise(bytes, name)
  if ('problem' in found) return [{ problem: found.problem }]
  try {
    if (found.kind === 'pdf' || found.kind === 'spreadsheet' || found.kind === 'mail') {
      const lines = await linesOf[found.kind](bytes, intakeOptions, depth)
      return guarded(() => lines, bytes, intakeOptions)
    }
    return guarded(await loadIntake(found.kind), bytes, { ...intakeOptions, ...named })
  } catch (error) {
    return [{ problem: fault(error) }]
  }
}

/** What a compressed file holds is read like any file, once: what is compressed again in there is not. */
async function unpacked(
  bytes: Uint8Array,
  { name, ...options }: InspectOptions,
  depth: number,
): Promise<Iterable<InspectLine>> {
  const inner = unpackGzip(bytes, mostBytes)
  if (inner === 'too-large')
    return [
      { problem: { code: 'too-large', says: says.large, values: { megabytes: mostBytes / 1024 / 1024 } } },
    ]
  if (inner === 'broken' || signatureOf(inner.bytes) === 'gzip')
    return [{ problem: { code: 'not-text', says: inner === 'broken' ? says.broken : adviceOn.gzip } }]
  const own = { ...options, ...(name && { name: name.replace(/\.gz(?:ip)?$/i, '') }) }
  const lines = await inspect(inner.bytes, own, depth)
  return inner.cut ? followedBy(lines, { code: 'damaged', says: says.cut }) : lines
}

function* followedBy(lines: Iterable<InspectLine>, problem: Problem): Generator<InspectLine> {
  yield* lines
  yield { problem }
}

const says = {
  large: `This file is compressed and unpacks to more than ${mostBytes / 1024 / 1024} MB. Split it.`,
  broken: 'This file is compressed with gzip and damaged. Download it again, or unpack it first.',
  cut: 'This file is compressed with gzip and breaks off; only its beginning was read. Download it again.',
}

type Lines = (bytes: Uint8Array, options: IntakeOptions, depth: number) => Promise<Iterable<InspectLine>>

/** What is attached to a mail is read like any file; mails inside mails inside mails are somebody's joke. */
const linesOf: Record<'pdf' | 'spreadsheet' | 'mail', Lines> = {
  pdf: async (bytes, options) => (await import('./pdf/read-pdf.ts')).readPdf(bytes, options),
  spreadsheet: async (bytes, options) =>
    (await import('./spreadsheet/read-spreadsheet.ts')).readSpreadsheet(bytes, options),
  mail: async (bytes, options, depth) => {
    const { readMail } = await import('./mail/read-mail.ts')
    return readMail(bytes, options, async (part, own) => (depth < 3 ? inspect(part, own, depth + 1) : []))
  },
}

export function isInspectKind(word: string): word is IntakeKind {
  return (intakeKinds as readonly string[]).includes(word)
}

/** The problem of a file of so many bytes. */
export function tooLarge(size: number): Problem {
  const says = `The file has ${Math.round(size / 1024 / 1024)} MB; at most ${mostBytes / 1024 / 1024} MB are read. Split it.`
  return { code: 'too-large', says, values: { megabytes: mostBytes / 1024 / 1024 } }
}

/** A charset told from outside is settled here, once for all intakes. Calendars fold UTF-8 within letters: left as it is. */
function inUtf8(bytes: Uint8Array, charset: string): Uint8Array {
  if (/^utf-?8$/i.test(charset) || isUtf8(bytes) || signatureOf(bytes)) return bytes
  return Buffer.from(readText(bytes, { declared: charset, maxBytes: mostBytes }).text)
}

/** How it is to be read is told, but bytes that are no text at all stay a problem. */
function told(kind: IntakeKind, bytes: Uint8Array, name?: string): ReturnType<typeof recognise> {
  const found = recognise(bytes, name)
  const isNoText =
    'problem' in found
      ? found.problem.code === 'empty' || found.problem.code === 'not-text'
      : found.kind === 'pdf' || found.kind === 'picture' || found.kind === 'spreadsheet'
  return isNoText ? found : { kind: kind as IntakeKind }
}

function* guarded(intake: Intake, bytes: Uint8Array, options: IntakeOptions): Generator<InspectLine> {
  let count = 0
  let tells = false
  try {
    const lines = intake(bytes, options)
    for (const line of withSeriesAsWished(lines, options)) {
      yield withSoundTexts('finding' in line ? { finding: withWholeDoubts(line.finding) } : line)
      tells ||= !('programme' in line)
      if (++count >= mostLines) {
        yield {
          problem: { code: 'too-many', says: `More than ${mostLines} entries; the rest was left out.` },
        }
        return
      }
    }
  } catch (error) {
    yield { problem: fault(error) }
    return
  }
  if (!tells)
    yield {
      problem: {
        code: 'nothing-found',
        says: 'No event, statement, video or other entry was found in this file.',
      },
    }
}

/**
 * Readers tell choices as they read a time; here they are of the time that the finding has in the end. The words in
 * which it was told go with what is doubted in them.
 */
function withWholeDoubts(finding: Finding): Finding {
  const { doubts, sessions, told, start, end, allDay } = finding
  if (!doubts && !sessions) return finding
  const taken = start && { start, ...(end && { end }), ...(allDay && { allDay }) }
  return {
    ...finding,
    ...(sessions && { sessions: sessions.map(withWholeDoubts) }),
    ...(doubts && {
      doubts: doubts.map(({ choices, ...doubt }) => {
        const said = doubt.said ?? told?.[doubt.field]
        const own: FieldDoubt = said ? { ...doubt, said } : doubt
        return taken && choices ? doubtAround({ ...own, choices }, taken) : own
      }),
    }),
  }
}

function fault(error: unknown): Problem {
  if (error instanceof RangeError && /call stack/.test(error.message)) return tooDeep
  const what = error instanceof Error ? error.message.split('\n', 1)[0] : String(error)
  const says = `Daylong itself failed on this file (${what?.slice(0, 200)}). Please report it together with the file.`
  return { code: 'fault', says }
}

const tooDeep: Problem = {
  code: 'too-deep',
  says: 'Parts of this file lie inside each other thousands deep, as no programme has them; it was not read.',
}
