import type { Entry, Link } from '../../domain/entry.ts'
import type { LinkRole } from '../../domain/finding.ts'
import { leads } from '../../domain/link-health.ts'
import { takesPlace } from '../../domain/phase.ts'
import { inPublic } from '../../domain/secret-link.ts'
import { sayWallClock, sayZone } from '../../time/say-time.ts'
import type { CalendarItem, CalendarReader } from './item.ts'
import { plainWords } from './plain-words.ts'
import { recordedOf } from './recorded.ts'

/**
 * What a calendar tells of an event besides its time, as paragraphs of plain text: first what became of it and where
 * to take part or watch, because that is looked for, then what it is about.
 */
export function descriptionOf(item: CalendarItem, reader: CalendarReader): string {
  const { entry, lead, page } = item
  const { say } = reader
  const { note, summary } = wordsOf(entry)
  const parts = [
    lead ?? '',
    [statusOf(entry, reader), ...doubtsOf(entry, reader)].filter(Boolean).join('\n'),
    [recordingOf(item, reader), linesOf(doorLines(item, reader))].filter(Boolean).join('\n'),
    note,
    summary,
    item.tellsSessions ? sessionsOf(entry, reader) : '',
    linesOf([
      [
        say('fact.organisations', { kind: entry.kind }),
        entry.organisations.map(({ name }) => name).join(' · '),
      ],
      [say('fact.people'), entry.people.map(({ name }) => name).join(' · ')],
      [say('fact.languages'), languagesOf(entry.languages, reader)],
      [say('fact.interpretation'), languagesOf(entry.interpretation, reader)],
      [say('fact.captions'), languagesOf(entry.captions, reader)],
      [say('fact.sign'), languagesOf(entry.signLanguages, reader)],
    ]),
    page,
  ]
  return parts.filter(part => part !== '').join('\n\n')
}

/** What was written about it as everybody may read it, without the marks of Markdown. */
export function wordsOf(entry: Entry) {
  const { title, note, summary, statusReason } = entry
  const open = (text: string | null) => (text ? plainWords(inPublic(text, entry)) : '')
  return {
    title: inPublic(title, entry).replace(/\s+/g, ' ').trim(),
    note: open(note),
    summary: open(summary),
    reason: open(statusReason),
  }
}

/** Links of a role that anybody may follow and that lead somewhere: none that carries a passcode is ever told. */
export function openLinks({ links }: Pick<Entry, 'links'>, ...roles: LinkRole[]): Link[] {
  return links.filter(link => roles.includes(link.role) && link.visibility === 'public' && leads(link))
}

/** Where one takes part while it is on; nothing once its recording can be watched, or where it does not take place. */
export function doorsOf(item: CalendarItem, now: number): Link[] {
  if (!takesPlace(item.entry) || recordedOf(item, now).state === 'available') return []
  return openLinks(item.entry, 'join', 'livestream')
}

type Told = [name: string, value: string]

function linesOf(told: Told[]): string {
  return told
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

function statusOf(entry: Entry, { say }: CalendarReader): string {
  const { status: told } = entry
  if (told === 'scheduled') return ''
  const { reason } = wordsOf(entry)
  const status = say(`status.${told}`)
  return reason ? `${status}: ${reason}` : status
}

/** A calendar shows an hour, or a whole day, for what nobody told: it says so. */
function doubtsOf({ time, endsAt }: Entry, { say }: CalendarReader): string[] {
  if (time.precision === 'date-only') return [say('time.hour-not-told')]
  return time.precision === 'moment' && endsAt === null ? [say('calendar.no-end')] : []
}

function recordingOf(item: CalendarItem, { say, now }: CalendarReader): string {
  const { state } = recordedOf(item, now)
  if (state === 'available')
    return linesOf(openLinks(item.entry, 'recording').map(({ url }) => [say('link.recording'), url]))
  return state === 'unknown' || !takesPlace(item.entry) ? '' : say(`recording.${state}`)
}

function doorLines(item: CalendarItem, { say, now }: CalendarReader): Told[] {
  const { entry } = item
  const doors = doorsOf(item, now)
  const isOver = recordedOf(item, now).state === 'available' || !takesPlace(entry)
  const links = [
    ...doors,
    ...(isOver ? [] : openLinks(entry, 'registration')),
    ...openLinks(entry, 'programme', 'slides', 'source', 'archive'),
  ]
  return links.map(({ role, url }) => [say(`link.${role}`), url])
}

/** Each with the clock of its own zone; where that is another than the event's it is said. */
function sessionsOf({ sessions, time }: Entry, { say, locale }: CalendarReader): string {
  if (sessions.length === 0) return ''
  const lines = sessions.map(session => {
    const { start, zone, precision } = session.time
    const title = wordsOf(session).title
    const { status } = session
    const struck = status === 'cancelled' || status === 'postponed' ? ` (${say(`status.${status}`)})` : ''
    if (precision !== 'moment' || start === null) return `– ${title}${struck}`
    const day = start.slice(0, 10) === time.start?.slice(0, 10) ? '' : `${start.slice(0, 10)} `
    const elsewhere =
      zone === null || zone === time.zone ? '' : ` (${sayZone(zone, session.startsAt!, locale)})`
    return `${day}${sayWallClock(start, locale)}${elsewhere} ${title}${struck}`
  })
  return `${say('entry.programme')}\n${lines.join('\n')}`
}

const names = new Map<string, Intl.DisplayNames>()

function languagesOf(codes: readonly string[], { locale }: CalendarReader): string {
  if (codes.length === 0) return ''
  let known = names.get(locale)
  if (!known) {
    known = new Intl.DisplayNames(locale, { type: 'language' })
    if (names.size < 50) names.set(locale, known)
  }
  return codes
    .map(code => {
      try {
        return known.of(code) ?? code
      } catch {
        return code
      }
    })
    .join(', ')
}
