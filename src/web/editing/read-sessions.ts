import { type Content, contentOfFinding } from '../../domain/content.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Finding } from '../../domain/finding.ts'
import type { Problem } from '../../domain/problem.ts'
import { inspectApart } from '../../intake/inspect-apart.ts'
import { sessionsIn } from '../../intake/programme/sessions-in.ts'
import { recognise } from '../../intake/recognise.ts'
import { addDays } from '../../time/days.ts'
import { readTime } from '../../time/read-time.ts'

export type SessionsRead = { contents: Content[]; problems: Problem[]; more: number }

/** More are not put into one event at once. */
const mostSessions = 500

/**
 * The sessions that a pasted table, calendar or text tells of an event: hours without a day are on its day, hours
 * without a zone in its zone.
 */
export async function readSessions(
  text: string,
  { time }: Pick<Entry, 'time'>,
  { startsOn, homeZone }: { startsOn: string; homeZone: string },
): Promise<SessionsRead> {
  const day = time.start?.slice(0, 10) ?? startsOn
  const zone = time.zone ?? homeZone
  const lastDay = time.end?.slice(0, 10) ?? day
  const { findings, problems } = await findingsIn(text, day, lastDay, zone)
  const contents = findings.map(finding =>
    withoutHaste(contentOf(onDay(finding, day, zone), zone), day === lastDay),
  )
  return {
    contents: contents.filter(({ title }) => title !== '').slice(0, mostSessions),
    problems,
    more: Math.max(0, contents.length - mostSessions),
  }
}

async function findingsIn(
  text: string,
  day: string,
  lastDay: string,
  zone: string,
): Promise<{ findings: Finding[]; problems: Problem[] }> {
  const bytes = new TextEncoder().encode(text)
  const found = recognise(bytes)
  const isData = 'kind' in found && found.kind !== 'post'
  const lines = isData ? [] : sessionsIn(text, { day, zone })
  if (lines.length > 0) return { findings: lines, problems: [] }
  const findings: Finding[] = []
  const problems: Problem[] = []
  const options = { published: day, zone, from: addDays(day, -1), to: addDays(lastDay, 1) }
  for (const line of await inspectApart(bytes, options, mostSessions * 4 + 100)) {
    if ('finding' in line)
      findings.push(...(line.finding.sessions?.length ? line.finding.sessions : [line.finding]))
    else if ('problem' in line && !line.problem.note) problems.push(line.problem)
    if (findings.length > mostSessions * 4) break
  }
  return { findings, problems: problems.slice(0, 20) }
}

/** A table may tell hours alone: they are on the event's day. */
function onDay(finding: Finding, day: string, zone: string): Finding {
  if (finding.start !== undefined || finding.time === undefined) return finding
  // A start and an end of two columns.
  const told = (finding.told?.time ?? finding.time).replace(/(\d[:.]\d\d)\s+(?=\d{1,2}[:.]\d\d\b)/, '$1–')
  const [reading] = readTime(`${day} ${told}`, { zone }).readings
  const plain = reading ?? readTime(`${day} ${finding.time}`, { zone }).readings[0]
  if (!plain) return finding
  const { time: _, ...rest } = finding
  return { ...rest, start: plain.start, ...(plain.end !== null && { end: plain.end }) }
}

/** A finding whose time cannot be kept is kept without it. */
function contentOf(finding: Finding, zone: string): Content {
  try {
    return contentOfFinding(finding, zone)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const { start: _, end: __, ...rest } = finding
    return contentOfFinding(rest, zone)
  }
}

/** Of an event of one day nobody doubts on which its sessions are. */
function withoutHaste(content: Content, isOneDay: boolean): Content {
  const doubts = isOneDay ? content.doubts.filter(({ code }) => code !== 'date-missing') : content.doubts
  return { ...content, kind: 'event', doubts }
}
