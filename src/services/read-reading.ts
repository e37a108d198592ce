import { contentOfFinding } from '../domain/content.ts'
import type { Finding, InspectLine, Problem, ProgrammeHead } from '../domain/finding.ts'
import type { Reading } from '../domain/reading.ts'
import { type InspectOptions, inspect } from '../intake/inspect.ts'
import type { Fetch } from '../outside/fetch.ts'
import { type EditionRow, findEditionById } from '../storage/editions.ts'
import { unqueueJob } from '../storage/jobs.ts'
import { findReading, keepResult, type ReadingResult, readReadingFile } from '../storage/readings.ts'
import type { Store } from '../storage/store.ts'
import { addDays, dayOf } from '../time/days.ts'

/** So many findings of one paste are offered: a page of events, a conference. */
const mostFindings = 500

/**
 * Reads what was pasted, if that has not happened yet, and keeps what was found or why nothing was. Doing it twice
 * comes to the same as doing it once.
 *
 * @param now epoch milliseconds
 */
export async function readReading(
  store: Store,
  id: string,
  { fetch, now, signal }: { fetch: Fetch; now: () => number; signal?: AbortSignal },
): Promise<void> {
  const reading = await findReading(store.db, id)
  const edition = reading && (await findEditionById(store.db, reading.editionId))
  if (!edition || reading.state !== 'waiting') return
  const found = await readGiven(store, reading, edition, { fetch, now: now(), ...(signal && { signal }) })
  await store.db.transaction().execute(async db => {
    if (await keepResult(db, id, found, now())) await unqueueJob(db, 'read', id)
  })
}

type Means = { fetch: Fetch; now: number; signal?: AbortSignal }

async function readGiven(store: Store, reading: Reading, edition: EditionRow, means: Means) {
  if (reading.form === 'address') return readAddress(reading, edition, means)
  const bytes =
    reading.form === 'text' ? Buffer.from(reading.input) : await readReadingFile(store.db, reading.id)
  if (!bytes) return nothing('file-gone', 'What the file held is not kept any more. Drop it again.')
  const name = reading.form === 'file' ? { name: reading.input } : {}
  return inspectBytes(bytes, edition, { ...name, published: dayOfReading(edition, means.now) })
}

async function readAddress(reading: Reading, edition: EditionRow, { fetch, now, signal }: Means) {
  const answer = await fetch(reading.input, { purpose: 'person', ...(signal && { signal }) })
  if (!answer.ok) return nothing(answer.code, answer.says)
  const { url, bytes, contentType } = answer
  const charset = /;\s*charset=\s*"?([\w.:-]{2,40})/i.exec(contentType ?? '')?.[1]
  const told = { url, name: new URL(url).pathname, ...(charset && { charset }) }
  const found = await inspectBytes(bytes, edition, told)
  const isDated = found.findings.some(({ start, published }) => start ?? published)
  if (found.findings.length > 0 && !isDated) {
    // The page says nowhere when it is from: a day without a year is one of the edition's then.
    const again = await inspectBytes(bytes, edition, { ...told, published: dayOfReading(edition, now) })
    if (again.findings.some(({ start }) => start)) return { ...again, url }
  }
  return { ...found, url }
}

async function inspectBytes(
  bytes: Uint8Array,
  { startsOn, endsOn, homeZone }: EditionRow,
  told: InspectOptions,
): Promise<ReadingResult> {
  const around = { from: addDays(startsOn, -daysAround), to: addDays(endsOn, daysAround) }
  return gather(await inspect(bytes, { ...around, ...told }), homeZone)
}

/** Of what comes back every week, that much around the edition's own days. */
const daysAround = 31

function gather(lines: Iterable<InspectLine>, homeZone: string): ReadingResult {
  const findings: Finding[] = []
  const problems: Problem[] = []
  let head: ProgrammeHead | null = null
  for (const line of lines) {
    if ('programme' in line) head = line.programme
    else if ('problem' in line) problems.push(line.problem)
    else if (isUnderstood(line.finding, homeZone)) findings.push(line.finding)
    else
      problems.push({ code: 'time-odd', says: `The time of “${line.finding.title}” cannot be understood.` })
    if (findings.length >= mostFindings || problems.length >= mostProblems) {
      const says = `Only the first ${mostFindings} are shown; a larger programme is imported by the command line.`
      if (findings.length >= mostFindings) problems.push({ code: 'too-many-findings', says })
      break
    }
  }
  return { url: null, findings, problems, head }
}

const mostProblems = 50

function isUnderstood(finding: Finding, homeZone: string): boolean {
  try {
    contentOfFinding(finding, homeZone)
    for (const session of finding.sessions ?? []) contentOfFinding(session, homeZone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The day that words without a year are read from: today, or the edition's own where it is long over. */
function dayOfReading({ startsOn, endsOn, homeZone }: EditionRow, now: number): string {
  const today = dayOf(now, homeZone)
  return today > addDays(endsOn, daysAround) ? startsOn : today
}

function nothing(code: string, says: string): ReadingResult {
  return { url: null, findings: [], problems: [{ code, says }], head: null }
}
