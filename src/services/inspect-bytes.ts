import { contentOfFinding } from '../domain/content.ts'
import type { Finding, InspectLine, ProgrammeHead } from '../domain/finding.ts'
import type { Problem } from '../domain/problem.ts'
import type { Edition } from '../domain/programme.ts'
import type { InspectOptions } from '../intake/inspect.ts'
import { inspectApart } from '../intake/inspect-apart.ts'
import { addDays, dayOf } from '../time/days.ts'

/** All that bytes tell, as much of it as can be offered. */
export type FoundIn = { findings: Finding[]; problems: Problem[]; head: ProgrammeHead | null }

type Days = Pick<Edition, 'startsOn' | 'endsOn' | 'homeZone'>

/** So many findings of one paste are offered: a page of events, a conference. */
const mostFindings = 500
const mostProblems = 50
/** One more than can be used tells that there is more. */
const mostLines = mostFindings + mostProblems + 2

const daysAround = 31

/** Of what comes back every week, the days that are read: those of the edition, and a month around them. */
export function daysRead({ startsOn, endsOn }: Pick<Edition, 'startsOn' | 'endsOn'>): {
  from: string
  to: string
} {
  return { from: addDays(startsOn, -daysAround), to: addDays(endsOn, daysAround) }
}

/** A picture that is pasted is kept with its entry; as a file or a source there is nothing in it. */
export const nothingInPictures: Problem = {
  code: 'picture',
  says: 'Nothing is read out of a picture. Paste it at the desk: there it is kept with the entry you fill in.',
}

/** What bytes tell for an edition. */
export async function inspectBytes(
  bytes: Uint8Array,
  { startsOn, endsOn, homeZone }: Days,
  told: InspectOptions,
): Promise<FoundIn> {
  const around = daysRead({ startsOn, endsOn })
  return gather(await inspectApart(bytes, { ...around, ...told }, mostLines), homeZone)
}

/** The day that words without a year are read from: today, or the edition's own where it is long over. */
export function dayOfReading({ startsOn, endsOn, homeZone }: Days, now: number): string {
  const today = dayOf(now, homeZone)
  return today > addDays(endsOn, daysAround) ? startsOn : today
}

function gather(lines: Iterable<InspectLine>, homeZone: string): FoundIn {
  const findings: Finding[] = []
  const problems: Problem[] = []
  let head: ProgrammeHead | null = null
  for (const line of lines) {
    if ('programme' in line) head = line.programme
    else if ('problem' in line) problems.push(line.problem)
    else if (isUnderstood(line.finding, homeZone)) findings.push(line.finding)
    else
      problems.push({ code: 'time-odd', says: `The time of “${line.finding.title}” cannot be understood.` })
    if (problems.length >= mostProblems) break
    if (findings.length >= mostFindings) {
      const says = `Only the first ${mostFindings} are shown; a larger programme is imported by the command line.`
      problems.push({ code: 'too-many-findings', says })
      break
    }
  }
  return { findings, problems, head }
}

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
