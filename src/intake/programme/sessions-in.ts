import type { Finding } from '../../domain/finding.ts'
import { readToldTime } from '../../domain/told-time.ts'
import { type FoundTime, findTimes } from '../../time/find-times.ts'

/** More is no programme of one event. */
const mostLines = 5000
const longestTitle = 300

/**
 * The sessions of one event that a text tells line by line: an hour and what happens then (“10:15–11:00 Keynote”),
 * days as headings of their own, further words below. `[]` where fewer than two lines begin with an hour.
 *
 * @param day ISO date of lines before the first heading; @param zone of hours that name none
 */
export function sessionsIn(text: string, { day, zone }: { day: string; zone: string }): Finding[] {
  const sessions: Finding[] = []
  let current = day
  for (const line of text.split(/\r?\n/).slice(0, mostLines)) {
    const words = bare(line)
    if (words === '') continue
    const [first] = findTimes(words.slice(0, 200), { published: current, zone })
    const heading = first && dayIn(words, first)
    if (heading) current = heading
    else if (first && first.index === 0 && hasHour(first)) sessions.push(sessionOf(words, first))
    else addTo(sessions.at(-1), words)
  }
  return sessions.filter(({ title }) => title !== '').length > 1 ? sessions.map(named) : []
}

/** Without the marks of lists and tables. */
function bare(line: string): string {
  return line
    .trim()
    .replace(/^(?:[-*•·–—▪◦+]|\d{1,2}[.)](?!\d))\s+/u, '')
    .replace(/^\|\s*|\s*\|$/g, '')
    .trim()
}

/** A line that tells a day and hardly anything else. */
function dayIn(words: string, { index, length, readings: [reading] }: FoundTime): string | null {
  const told = reading && readToldTime(reading.start)
  if (!told?.isDay) return null
  const others = words.slice(0, index) + words.slice(index + length)
  return others.replace(/[^\p{L}\p{N}]/gu, '').length <= 12 ? told.wall : null
}

function hasHour({ readings: [reading] }: FoundTime): boolean {
  return reading !== undefined && !readToldTime(reading.start)?.isDay
}

function sessionOf(words: string, { length, phrase, readings, doubts }: FoundTime): Finding {
  const { start, end } = readings[0]!
  const open = doubts.filter(({ code }) => code !== 'date-missing' && code !== 'zone-missing')
  return {
    kind: 'event',
    title: words
      .slice(length)
      .replace(/^[\s:|,;.\-–—]+/u, '')
      .slice(0, longestTitle)
      .trim(),
    start,
    ...(end !== null && { end }),
    told: { start: phrase },
    from: { title: 'text', start: 'text' },
    ...(open.length > 0 && { doubts: open.map(doubt => ({ ...doubt, field: 'start', said: phrase })) }),
  }
}

/** The title may stand on the line below its hour; what follows it tells more. */
function addTo(session: Finding | undefined, words: string): void {
  if (!session) return
  if (session.title === '') session.title = words.slice(0, longestTitle)
  else
    session.summary = session.summary === undefined ? words : `${session.summary}\n${words}`.slice(0, 20_000)
}

function named(session: Finding): Finding {
  return session.title === '' ? { ...session, title: '–' } : session
}
