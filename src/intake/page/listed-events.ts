import type { Finding } from '../../domain/finding.ts'
import { fold } from '../../time/fold.ts'
import { roleIn } from '../post/drafts/draft.ts'
import { fateIn } from '../post/drafts/fate.ts'
import { attendanceOf } from '../post/words/cue-words.ts'
import { namesEvent } from '../post/words/kind-words.ts'
import { addOnce } from './read-event.ts'
import { ofSeen, timeFields } from './seen-time.ts'
import type { SeenTime } from './times-seen.ts'
import type { Line, VisibleText } from './visible-text.ts'
import type { TimeClues } from './zone-of-moment.ts'

/**
 * Events that a page lists in plain text: under a heading of their own each, or as lines that begin with a day below a
 * heading that says what they are. Empty where fewer than two are told so.
 */
export function listedEvents(text: VisibleText, clues: TimeClues): Finding[] {
  const headed = isOfOne(text, clues.seen) ? [] : ofHeadings(text, clues.seen)
  const lines = ofLines(text, clues.seen).filter(
    line =>
      !headed.some(
        ({ time, from, to }) => time.start === line.time.start && from <= line.from && line.from < to,
      ),
  )
  const entries = [...headed, ...lines]
  if (entries.length < 2) return []
  return entries.toSorted((a, b) => a.from - b.from).map(entry => findingOf(entry, text, clues))
}

/** A day with its hour that stands between the page's heading and the next one is that of the page's own event. */
function isOfOne({ lines }: VisibleText, seen: SeenTime[]): boolean {
  const top = lines.findIndex(line => line.level === 1)
  if (top === -1) return false
  const next = lines.findIndex((line, at) => at > top && line.level > 1)
  return seen.some(time => time.line > top && time.line < next && time.start.includes('T'))
}

/** `from`, `to`: the lines that speak of it, the last one excluded. */
type Entry = { title: string; time: SeenTime; from: number; to: number }

/** A heading, and below it one day with its hour. */
function ofHeadings(text: VisibleText, seen: SeenTime[]): Entry[] {
  const entries: Entry[] = []
  for (const [at, line] of text.lines.entries()) {
    if (line.level < 2 || line.text.length > 150 || entries.length >= 200) continue
    const to = endOfSection(text.lines, at)
    const within = seen.filter(time => time.line > at && time.line < to && time.start.length > 10)
    const days = new Set(within.map(time => time.start))
    if (days.size !== 1 || within[0]!.line - at > 8 || isAsideHeading(line.text)) continue
    if (seen.some(time => time.line === at)) continue
    entries.push({ title: line.text, time: within[0]!, from: at, to })
  }
  return entries
}

/** Lines that begin with a day; three of them are a list. */
function ofLines(text: VisibleText, seen: SeenTime[]): Entry[] {
  const leading = seen.filter(time => isLeading(time, text, seen))
  if (leading.length < 3) return []
  const entries: Entry[] = []
  for (const [at, time] of leading.entries()) {
    const next = leading[at + 1]
    const section = headingBefore(text.lines, time.line)
    const to = Math.min(
      next?.line === time.line ? time.line + 1 : (next?.line ?? time.line + 12),
      endOfSection(text.lines, time.line),
    )
    const until = next?.line === time.line ? next.index : undefined
    const title = titleInRow(text, time.line) ?? titleOf(text, time, until) ?? titleOfSection(text, section)
    if (title) entries.push({ title, time, from: time.line, to: Math.max(to, time.line + 1) })
  }
  return entries
}

function isLeading(time: SeenTime, text: VisibleText, seen: SeenTime[]): boolean {
  const line = text.lines[time.line]!
  if (line.level > 0 || line.text.length > 250) return false
  const before = line.text.slice(0, time.index).replace(/^\W+/, '')
  const others = seen.filter(other => other.line === time.line && other.index < time.index)
  return before.length <= 12 || (others.length > 0 && line.text.length < 120 && /\|/.test(before))
}

/** The cell of a row that stands in the column of titles. */
function titleInRow({ lines }: VisibleText, at: number): string | undefined {
  const cells = lines[at]!.text.split(' | ')
  if (cells.length < 2) return undefined
  const head = lines
    .slice(Math.max(0, at - 60), at)
    .findLast(({ text, level }) => level > 0 || (text.includes(' | ') && !/\d/.test(text)))
  const column = head?.level === 0 ? head.text.split(' | ').findIndex(name => titleColumn.test(name)) : -1
  const title = column === -1 ? undefined : cells[column]?.trim()
  return title && /\p{L}{3}/u.test(title) && title.length < 200 && !leftovers.test(title) ? title : undefined
}

const titleColumn =
  /^\s*(?:(?:event|session|webinar|talk|lecture|seminar) ?(?:name|title)?|title|topic|theme|subject|activity|programme|what|titel|thema|veranstaltung|titre|thème|séance|título|tema|actividad|sesión|evento|titolo|judul|название|тема|العنوان|الموضوع)\s*$/iu

/** What the line says besides its time and its place: "July 17, 2023 Interviews for legal services at 8:00 AM". */
function titleOf(text: VisibleText, time: SeenTime, until: number | undefined): string | undefined {
  const line = text.lines[time.line]!.text
  const rest = line
    .slice(time.index + time.length, until)
    .replace(/^[\s:–—,|-]+/, '')
    .replace(/\s+(?:at|in|@|um|à|a las)\s.*$/iu, '')
    .replace(/[\s|:–—-]+$/, '')
  const isPlace = /^(?:in|at|@|room|hall|\d|[A-Z][\w ]* Room)\b/i.test(rest)
  return namesEvent(rest) && !isPlace && rest.length > 8 && !leftovers.test(rest) ? rest : undefined
}

const leftovers = /^(?:agenda|minutes|video|audio|cancel\w*|tba|tbd|zoom|livestream|recording|meeting)\b/i

/** "2026 Meeting Schedule" → what meets is told by the heading itself or by the sentence that gives the rule. */
function titleOfSection(text: VisibleText, heading: Line | undefined): string | undefined {
  const own = (heading?.text ?? '')
    .replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, ' ')
    .replace(
      /\b(?:schedules?|calendar|dates|upcoming|past|future|next|termine|calendrier|calendario)\b/giu,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .replace(/^[\s:–—-]+|[\s:–—-]+$/g, '')
    .replace(/\bmeetings\b/i, match => match.slice(0, -1))
  // A committee's name says by itself that it meets.
  if (namesEvent(own) && /\s/.test(own)) return own.replace(/((?:committee|working group)) meeting$/i, '$1')
  return ruleTitle(text) ?? (namesEvent(own) ? own : undefined)
}

/** "Example Commission meetings are held on the third Thursday of every month." */
function ruleTitle(text: VisibleText): string | undefined {
  for (const { text: line } of text.lines.slice(0, 60)) {
    const match =
      /(?:^|[.,;:]\s+)(?:the\s+)?((?:\p{Lu}[\p{L}'’-]*\s+(?:(?:of|and|for|the|on)\s+)*){1,8}meeting)s\s+(?:are|will be|take place|is)\b/u.exec(
        line,
      )
    if (match) return match[1]
  }
  return undefined
}

function findingOf({ title, time, from, to }: Entry, text: VisibleText, clues: TimeClues): Finding {
  const told = ofSeen(time, { ...clues, seen: [], links: [] })
  const lines = text.lines.slice(from, to)
  const finding: Finding = {
    kind: 'event',
    title,
    ...timeFields(told),
  }
  const links: NonNullable<Finding['links']> = []
  for (const line of lines) {
    for (const link of line.links) {
      const role = roleIn(line, link)
      if (role && role !== 'source' && role !== 'archive') addOnce(links, { role, url: link.url })
    }
  }
  if (links.length) finding.links = links
  const own = lines.flatMap(line => line.links).find(link => isTitleLink(link.text, title))
  if (own) finding.url = own.url
  const place = placeIn(lines[0]!.text, time)
  if (place) finding.place = { name: place }
  const words = lines
    .map(line => line.text)
    .join('\n')
    .slice(0, 3000)
  const status = fateIn(words)
  if (status) finding.status = status
  const attendance = mannerOf(
    words,
    place !== undefined,
    links.some(link => link.role === 'join'),
  )
  if (attendance) finding.attendance = attendance
  finding.from = Object.fromEntries(
    Object.keys(finding)
      .filter(field => field !== 'doubts' && field !== 'told')
      .map(field => [field, 'text' as const]),
  )
  return finding
}

/** "… at 9 AM in Example Hall, Room 2". */
function placeIn(line: string, time: SeenTime): string | undefined {
  const rest = line.slice(time.index + time.length)
  const place =
    /^[\s,:–—-]*(?:in|at|@)\s+(?:the\s+)?(\p{Lu}[^|;.]{2,80}?)(?:\s+(?:CANCEL\w*|POSTPONED|TBA))*\s*(?:[|;.]|$)/u.exec(
      rest,
    )?.[1]
  return place?.replace(/[\s,–-]+$/, '')
}

function mannerOf(words: string, hasPlace: boolean, hasDoor: boolean): Finding['attendance'] {
  if (hasDoor)
    return hasPlace || /\bor (?:join|via|online|by)\b/i.test(words)
      ? 'mixed'
      : (attendanceOf(words) ?? 'online')
  return attendanceOf(words) ?? (hasPlace ? 'offline' : undefined)
}

function isTitleLink(words: string, title: string): boolean {
  const [a, b] = [fold(words), fold(title)]
  return a.length > 8 && (a === b || (b.includes(a) && a.length > b.length / 2))
}

function endOfSection(lines: Line[], at: number): number {
  const level = lines[at]!.level || 6
  for (let next = at + 1; next < lines.length; next++) {
    const other = lines[next]!.level
    if (other > 0 && other <= level) return next
  }
  return lines.length
}

function headingBefore(lines: Line[], at: number): Line | undefined {
  for (let before = at - 1; before >= 0; before--) if (lines[before]!.level > 0) return lines[before]
  return undefined
}

function isAsideHeading(words: string): boolean {
  return /^(?:date|when|time|where|location|details?|agenda|overview|about|contact|share|related|comments?|tickets?|share this|event details|upcoming events?|(?:practical|useful|further|general|event|additional|key) (?:information|info|details|facts)|registration|register|how to (?:join|register|attend|participate)|live-?stream(?:ing)?|webcast|venue|speakers?|programme?|schedule|accessibility|languages?|documents?|background|description|wann|wo|anmeldung|programm|ablauf|praktische informationen|quand|où|inscriptions?|programme|informations pratiques|cuándo|dónde|inscripci(?:ón|ones)|programa|información práctica|inscrições|iscrizioni|programma|informazioni(?: pratiche)?|aanmelden|praktische informatie|регистрация|программа|التسجيل|البرنامج)(?!\p{L})\W*(?:and|&|\w+)?\W*$/iu.test(
    words,
  )
}
